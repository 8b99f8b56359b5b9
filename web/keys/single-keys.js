/** By what the reader's choice is kept, beside the theme's own. */
const KEPT = "__single_keys";
/** Keys that the theme or this site answers by themselves, wherever the focus is. */
const KEYS = new Set(["?", "/", "s", "f", "p", "n", ",", "."]);
const TYPED_INTO = "input:not([type='radio'], [type='checkbox']), textarea, select, [contenteditable]";

/** Whether single keys are shortcuts. Who speaks to the computer, or has an unsteady hand, may turn them off. */
export const areOn = () => __md_get(KEPT) !== false;

/** @param {boolean} on */
export const turn = (on) => __md_set(KEPT, on);

/** Those that open the search. */
const SEARCH_KEYS = new Set(["/", "s", "f"]);

/**
 * Listens before the theme does: keys that are turned off do not reach it.
 *
 * @param {() => void} showList
 * @param {() => void} search by Ctrl or Command with K as well, which is no single key and is always on
 */
export function listenToSingleKeys(showList, search) {
  const heard = (/** @type {KeyboardEvent} */ event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      search();
    }
    if (!KEYS.has(event.key.toLowerCase()) || event.ctrlKey || event.metaKey || event.altKey) return;
    // A field may stand in a tree of its own, whose events seem to come from its host.
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches(TYPED_INTO)) return;
    if (!areOn()) event.stopPropagation();
    else if (event.key === "?") {
      event.preventDefault();
      showList();
    } else if (SEARCH_KEYS.has(event.key.toLowerCase()) && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      search();
    }
  };
  addEventListener("keydown", heard, { capture: true });
}
