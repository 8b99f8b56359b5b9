/** The way to the search. Its dialog and its index are fetched when the reader turns to it, and never before. */

/** The dialog's script. Where it cannot be reached, the next try asks again. */
const dialog = () => import("./search-dialog.js");

/** Opens the search, with words in it that are looked for at once. @param {string} [words] */
export function openSearch(words) {
  return dialog().then(
    ({ show }) => show(words),
    () => {}, // without a network, and before this browser has kept anything, the lists remain
  );
}

/** Fetches what the search begins with, for a reader who is about to open it. */
export function prepareSearch() {
  dialog().then(
    ({ prepare }) => prepare(),
    () => {},
  );
}
