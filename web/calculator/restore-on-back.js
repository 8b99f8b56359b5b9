/**
 * What was in the forms of pages that were left in place, without being loaded anew, for a reader who goes back to them.
 * It is gone with the document, and who comes by a link finds an empty form: the next patient is not the last one.
 */
export class LeftForms {
  /** @type {Map<string, [string, string][]>} */
  #entries = new Map();
  #isGoingBack = false;

  /** @param {EventTarget} window where the events of history and clicks arrive */
  constructor(window) {
    window.addEventListener("popstate", () => this.#move(true));
    window.addEventListener("click", () => this.#move(false), { capture: true });
  }

  /**
   * Keeps the entries of a form that is left.
   *
   * @param {string} key its page and which of its forms
   * @param {[string, string][] | null} entries null when nobody touched it
   */
  keep(key, entries) {
    if (entries) this.#entries.set(key, entries);
    else this.#entries.delete(key);
  }

  /** The entries that the reader goes back to, if this is going back. @param {string} key its page and which of its forms */
  entriesOf(key) {
    return (this.#isGoingBack && this.#entries.get(key)) || null;
  }

  /** @param {boolean} isGoingBack */
  #move(isGoingBack) {
    this.#isGoingBack = isGoingBack;
  }
}
