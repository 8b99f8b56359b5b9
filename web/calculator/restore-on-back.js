/** @import { Known } from "./measurements.js" */

/**
 * The entries of a form, what was given of their days, why they may not be answered yet, and when they were last touched and
 * typed in, in milliseconds.
 *
 * @typedef {{entries: [string, string][], known: Map<string, Known>, doubts: string[], usedAt: number, typedAt: number}} Left
 */

/** The page, and which of its forms of this calculator: what else the page holds may change. @param {HTMLElement} element */
export function keyOf(element) {
  const alike = document.querySelectorAll(`${element.localName}[data-calculator="${element.dataset.calculator}"]`);
  return `${location.pathname}#${element.dataset.calculator}-${[...alike].indexOf(element) + 1}`;
}

/**
 * What was in the forms of pages that were left in place, without being loaded anew, for a reader who goes back to them.
 * It is gone with the document, and who comes by a link finds an empty form: the next patient is not the last one.
 */
export class LeftForms {
  /** @type {Map<string, Left>} */
  #left = new Map();
  #isGoingBack = false;
  #hasMoved = false;

  /** @param {EventTarget} window where the events of history and clicks arrive */
  constructor(window) {
    window.addEventListener("popstate", () => this.#move(true));
    window.addEventListener("click", () => this.#move(false), { capture: true });
  }

  /**
   * Keeps what was in a form that is left.
   *
   * @param {string} key its page and which of its forms
   * @param {Left | null} left null when nobody touched it
   */
  keep(key, left) {
    if (left) this.#left.set(key, left);
    else this.#left.delete(key);
  }

  /**
   * What the reader goes back to, if this is going back or the page is drawn anew while it is read, as the editors' desk does.
   *
   * @param {string} key its page and which of its forms
   * @param {boolean} [isRedrawn]
   */
  leftIn(key, isRedrawn = false) {
    return ((isRedrawn || this.#isGoingBack) && this.#left.get(key)) || null;
  }

  /** Whether the reader came to this page by Back, by Forward or by loading it again, and not by a link to it. */
  get isReturn() {
    if (this.#hasMoved) return this.#isGoingBack;
    const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    return ["reload", "back_forward"].includes(load?.type ?? "");
  }

  /** @param {boolean} isGoingBack */
  #move(isGoingBack) {
    this.#hasMoved = true;
    this.#isGoingBack = isGoingBack;
  }
}

/**
 * The reader comes back to a document that was kept whole. WebKit then empties fields in a task after this event, and the
 * answer would stand beside other entries: it goes, and what was in the form is filled in and asked again when that is over.
 *
 * @param {{left: () => Left | null, empty: () => void, refill: (left: Left) => void}} form `empty` takes the answer away
 * @param {AbortSignal} signal ends it
 */
export function refillOnReturn({ left, empty, refill }, signal) {
  /** @type {Left | null} */
  let leftWith = null;
  const fillIn = () => leftWith && !signal.aborted && refill(leftWith);
  const returned = () => {
    empty();
    setTimeout(() => setTimeout(fillIn));
  };
  window.addEventListener("pagehide", () => (leftWith = left()), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && returned(), { signal });
}
