import { element } from "../dom.js";

/**
 * Words of the glossary say what they mean in place: under the pointer, with the focus, and when they are tapped. The pointer may
 * go to the meaning, Esc closes it, and it has the way to the entry. To a screen reader the link is described by the same words.
 */
const TERM = "a.term[aria-describedby]";
/** Long enough that a pointer which only passes opens nothing, and that one on its way to the meaning arrives. */
const OPENS_AFTER = 200;
const CLOSES_AFTER = 300;
const GAP = 6;

/** @type {HTMLElement | null} */
let shown = null;
/** @type {Element | null} */
let shownFor = null;
let wait = 0;
/** What was closed by a key stays closed until the pointer moves. */
let isDismissed = false;
/** By what the last press was made; browsers differ in whether a click still says so. */
let pressedBy = "";

/** @param {EventTarget | null} target */
const termOf = (target) =>
  target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest(TERM)) : null;
/** @param {EventTarget | null} target */
const isInMeaning = (target) => target instanceof Node && Boolean(shown?.contains(target));

/** @param {number} milliseconds @param {() => void} act */
function after(milliseconds, act) {
  clearTimeout(wait);
  wait = window.setTimeout(act, milliseconds);
}

/** @param {HTMLAnchorElement} term */
function show(term) {
  clearTimeout(wait);
  if (shownFor === term && shown?.matches(":popover-open")) return;
  const meaning = document.getElementById(term.getAttribute("aria-describedby") ?? "");
  if (!meaning || !HTMLElement.prototype.showPopover) return;
  close();
  const entry = element("a", { href: term.href }, "See the glossary");
  shown = element(
    "span",
    { popover: "auto", class: "meaning" },
    element("span", {}, meaning.textContent ?? ""),
    " ",
    entry,
  );
  shownFor = term;
  // Behind its word, where the Tab key finds its link next.
  term.after(shown);
  shown.showPopover();
  place(shown, term);
}

function close() {
  clearTimeout(wait);
  shown?.remove();
  shown = shownFor = null;
}

/** Below its word, or above it where there is more room. @param {HTMLElement} meaning @param {Element} term */
function place(meaning, term) {
  const [word] = term.getClientRects();
  if (!word) return;
  const { offsetWidth: width, offsetHeight: height } = meaning;
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = word.bottom + GAP + height <= clientHeight || word.top < clientHeight / 2;
  const left = Math.max(GAP, Math.min(word.left, clientWidth - width - GAP));
  meaning.style.left = `${left + scrollX}px`;
  meaning.style.top = `${(isBelow ? word.bottom + GAP : word.top - GAP - height) + scrollY}px`;
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  const term = termOf(target);
  if (pointerType !== "mouse" || isDismissed) return;
  if (term) after(OPENS_AFTER, () => show(term));
  else if (isInMeaning(target)) clearTimeout(wait);
});
document.addEventListener("pointerout", ({ target, pointerType }) => {
  if (pointerType === "mouse" && (termOf(target) || isInMeaning(target))) after(CLOSES_AFTER, close);
});
document.addEventListener("focusin", ({ target }) => {
  const term = termOf(target);
  if (term?.matches(":focus-visible")) show(term);
});
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if ((termOf(target) || isInMeaning(target)) && !termOf(relatedTarget) && !isInMeaning(relatedTarget)) close();
});
document.addEventListener("pointermove", () => (isDismissed = false));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !shown) return;
  close();
  isDismissed = true;
});
addEventListener("pointerdown", ({ pointerType }) => (pressedBy = pointerType), { capture: true });
addEventListener(
  "click",
  (event) => {
    const term = termOf(event.target);
    if (!term || pressedBy !== "touch" || !HTMLElement.prototype.showPopover) return;
    event.preventDefault();
    event.stopPropagation(); // the theme would change the page
    show(term);
  },
  { capture: true },
);
