import { element } from "../dom.js";

/** @import { Proposal } from "../engine/reply.js" */
/** @typedef {Record<string, Proposal>} Proposed by the names of the questions */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** Entries that are expected: put into a new row, or offered below a question that is blank. Nothing that was typed is changed. */
export class ProposalsView {
  #form;
  /** @type {HTMLButtonElement[]} */
  #offers = [];

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  /**
   * Fills what is blank in the questions that allow it, and in which nobody is about to type: what is typed would stand behind it.
   * Says whether anything was.
   *
   * @param {Proposed} proposed
   */
  fill(proposed) {
    const blank = Object.entries(proposed).filter(([name]) => {
      const control = this.#blank(name);
      return control !== document.activeElement && control?.closest("[data-proposed]");
    });
    for (const [name, { value }] of blank) /** @type {Control} */ (this.#blank(name)).value = value;
    return blank.length > 0;
  }

  /** What was offered for entries that have changed since cannot be pressed. */
  hideStale() {
    for (const offer of this.#offers) offer.disabled = true;
  }

  /** @param {Proposed} proposed */
  update(proposed) {
    for (const offer of this.#offers) offer.remove();
    this.#offers = Object.entries(proposed).flatMap(([name, { value, words }]) => {
      const control = this.#blank(name);
      return control && words ? [offered(control, value, words)] : [];
    });
  }

  /** @param {string} name */
  #blank(name) {
    const control = this.#form.elements.namedItem(name);
    const isIt = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    return isIt && !control.value ? control : null;
  }
}

/** @param {Control} control @param {string} value @param {string} words */
function offered(control, value, words) {
  const offer = element("button", { type: "button", class: "proposal" }, words);
  offer.addEventListener("click", () => {
    control.value = value;
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
  control.closest(".field")?.append(offer);
  return offer;
}
