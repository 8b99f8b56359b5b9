import { unfold } from "../unfold.js";

/**
 * Long forms of an article are folded. A link into one opens it, in browsers too that do not do so by themselves; and on paper
 * what is folded is shown.
 */
const FOLDS = "details.long-form:not([open])";
/** @type {Element[]} */
let openedForPaper = [];

addEventListener("click", ({ target }) => {
  const link =
    target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a[href*='#']")) : null;
  if (link?.pathname === location.pathname) unfold(targetOf(link.hash));
});
for (const event of ["hashchange", "DOMContentLoaded"]) addEventListener(event, () => unfold(targetOf(location.hash)));
unfold(targetOf(location.hash));
addEventListener("beforeprint", () => {
  openedForPaper = [...document.querySelectorAll(FOLDS)];
  for (const fold of openedForPaper) fold.toggleAttribute("open", true);
});
addEventListener("afterprint", () => {
  for (const fold of openedForPaper.splice(0)) fold.removeAttribute("open");
});

/** @param {string} hash */
function targetOf(hash) {
  return hash.length > 1 ? document.getElementById(decodedId(hash.slice(1))) : null;
}

/** @param {string} id as an address has it */
function decodedId(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // a stray percent sign is no code
  }
}
