import { element, required } from "../dom.js";

/**
 * Something that was taken away, with the way back.
 *
 * @typedef {{line: HTMLElement, restore: () => void, isOfAll: boolean}} Offer
 */

const TEXT = "input:not([type='radio'], [type='checkbox']), textarea, select";

/** What was cleared or removed from one form, each with a button that brings it back; Ctrl+Z brings back the last. */
export class Undo {
  #calculator;
  /** @type {Offer[]} the last one last */
  #offers = [];

  /**
   * @param {HTMLElement} calculator
   * @param {AbortSignal} signal ends it
   */
  constructor(calculator, signal) {
    this.#calculator = calculator;
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    for (const act of ["click", "input"])
      document.addEventListener(act, (event) => this.#release(event), { signal, capture: true });
  }

  /**
   * The way back to a part.
   *
   * @param {string} words what was taken away
   * @param {HTMLElement} line where to say so
   * @param {() => void} restore
   */
  offer(words, line, restore) {
    return this.#offer(words, { line, restore, isOfAll: false });
  }

  /**
   * The way back to all that stood in the form. It ends with the next entry: what is typed then is of another patient.
   *
   * @param {[string, string][]} entries
   * @param {string} what was done to them
   * @param {() => void} restore
   */
  offerAll(entries, what, restore) {
    const { length } = entries.filter(([, value]) => value.trim());
    const line = element("div", { class: "undo" });
    required(this.#calculator, ".actions").append(line);
    return this.#offer(`${length} ${length === 1 ? "entry" : "entries"} ${what}.`, { line, restore, isOfAll: true });
  }

  /** @param {string} words @param {Offer} offer */
  #offer(words, offer) {
    const back = element("button", { type: "button" }, "Undo");
    back.addEventListener("click", () => this.#take(offer));
    offer.line.replaceChildren(element("p", {}, words), back);
    this.#offers.push(offer);
    return back;
  }

  /** Something was entered. */
  changed() {
    if (this.#offers.some(({ isOfAll }) => isOfAll)) this.forget();
  }

  /** Nothing can be brought back any more. */
  forget() {
    for (const { line } of this.#offers.splice(0)) line.remove();
  }

  /** A line keeps the height of what it stands for until the reader goes on elsewhere. @param {Event} event */
  #release({ target }) {
    for (const { line } of this.#offers)
      if (!(target instanceof Node && line.contains(target))) line.style.removeProperty("--held");
  }

  /** @param {Offer} offer */
  #take(offer) {
    this.#offers = this.#offers.filter((one) => one !== offer);
    offer.restore();
    offer.line.remove();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const last = this.#offers.at(-1);
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!last || !isUndo || event.defaultPrevented || !this.#isFor(event.target, last)) return;
    event.preventDefault();
    this.#take(last);
  }

  /**
   * In a field that is typed into the key is the browser's own. After Clear the first field is empty, and has nothing to undo.
   *
   * @param {EventTarget | null} target
   * @param {Offer} last
   */
  #isFor(target, { isOfAll }) {
    if (this.#calculator.hasAttribute("data-unused")) return false;
    if (!(target instanceof Element)) return true;
    const within = target.closest(this.#calculator.localName);
    if (within && within !== this.#calculator) return false;
    return !target.matches(TEXT) || (isOfAll && within === this.#calculator);
  }
}
