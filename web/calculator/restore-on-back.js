/** @import { Known } from "./measurements.js" */

/**
 * The entries of a form, what was given of their days, why they may not be answered yet, and when they were last touched, in
 * milliseconds.
 *
 * @typedef {{entries: [string, string][], known: Map<string, Known>, doubts: string[], usedAt: number}} Left
 */

/**
 * What was in the forms of pages that were left in place, without being loaded anew, for a reader who goes back to them.
 * It is gone with the document, and who comes by a link finds an empty form: the next patient is not the last one.
 */
export class LeftForms {
  /** @type {Map<string, Left>} */
  #left = new Map();
  #isGoingBack = false;

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

  /** What the reader goes back to, if this is going back. @param {string} key its page and which of its forms */
  leftIn(key) {
    return (this.#isGoingBack && this.#left.get(key)) || null;
  }

  /** @param {boolean} isGoingBack */
  #move(isGoingBack) {
    this.#isGoingBack = isGoingBack;
  }
}
