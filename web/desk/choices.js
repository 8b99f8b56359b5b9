/** How an editor wants the desk, by yes or no. A browser that keeps nothing keeps no choice either. */

/** What can be chosen, with what holds until somebody chooses. */
const FIRST = { keep: true, code: false };

/** @typedef {keyof typeof FIRST} ChoiceName */

/** @param {ChoiceName} name */
export function chosen(name) {
  try {
    return (localStorage.getItem(`editors-desk-${name}`) ?? String(FIRST[name])) === "true";
  } catch {
    return name === "keep" ? false : FIRST[name];
  }
}

/** @param {ChoiceName} name @param {boolean} isSo */
export function choose(name, isSo) {
  try {
    localStorage.setItem(`editors-desk-${name}`, String(isSo));
  } catch {
    // `chosen` goes on saying what holds.
  }
}
