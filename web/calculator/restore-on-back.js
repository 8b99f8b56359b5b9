/**
 * What stood in the forms of pages that were left in place, without being loaded anew, for a reader who goes back to them.
 * It is gone with the document, and who comes by a link finds an empty form: the next patient is not the last one.
 */

/** @type {Map<string, [string, string][]>} by page and form */
const left = new Map();
let goingBack = false;

addEventListener("popstate", () => (goingBack = true));
addEventListener("click", () => (goingBack = false), { capture: true });

/** @param {string} form its page and which of its forms @param {[string, string][] | null} entries null when nobody touched it */
export function leave(form, entries) {
  if (entries) left.set(form, entries);
  else left.delete(form);
}

/** What the reader goes back to, if this is going back. @param {string} form its page and which of its forms */
export function cameBack(form) {
  return (goingBack && left.get(form)) || null;
}
