import { required } from "../dom.js";
import { areFound, distance, namesOf, wordsOf } from "./calculator-names.js";

/** Narrows a list of calculators while the reader types. Without it, the whole list is there. */
class CalculatorFilter extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const field = /** @type {HTMLInputElement} */ (required(this, "input"));
    required(this, ".filter-field").hidden = false;
    field.addEventListener("input", () => this.#narrow(field.value), { signal });
    field.addEventListener("keydown", (event) => this.#key(event, field), { signal });
    if (field.value) this.#narrow(field.value);
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLInputElement} field
   */
  #key(event, field) {
    if (event.key === "Escape") {
      field.value = "";
      this.#narrow("");
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#nearest(field.value)?.querySelector("a")?.click();
    }
  }

  /** @param {string} text */
  #nearest(text) {
    const found = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-words]:not([hidden])")]);
    return found.sort((one, other) => distance(names(one), text) - distance(names(other), text))[0];
  }

  /** @param {string} text */
  #narrow(text) {
    const words = wordsOf(text);
    let count = 0;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-words]"))) {
      item.hidden = !areFound(names(item), words);
      if (!item.hidden) count += 1;
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-moment]"))) {
      group.hidden = !group.querySelector("[data-words]:not([hidden])");
    }
    required(this, ".filter-empty").hidden = count > 0;
    required(this, ".filter-count").textContent = words.length
      ? `${count} ${count === 1 ? "calculator" : "calculators"} found`
      : "";
  }
}

/** @param {HTMLElement} item */
function names(item) {
  return namesOf(item.dataset.words ?? "");
}

customElements.define("calculator-filter", CalculatorFilter);
