import { the } from "./elements.js";

/** Narrows a list of calculators while the reader types. Without it, the whole list stands there. */
export class CalculatorFilter extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const field = /** @type {HTMLInputElement} */ (the(this, "input"));
    the(this, ".filter-field").hidden = false;
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
      /** @type {HTMLElement | null} */ (this.querySelector("[data-words]:not([hidden]) a"))?.click();
    }
  }

  /** @param {string} text */
  #narrow(text) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-words]"))) {
      const known = plain(item.dataset.words ?? "");
      item.hidden = !words.every((word) => known.includes(word));
      if (!item.hidden) found += 1;
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-moment]"))) {
      group.hidden = !group.querySelector("[data-words]:not([hidden])");
    }
    the(this, ".filter-empty").hidden = found > 0;
    the(this, ".filter-count").textContent = words.length ? `${found} ${found === 1 ? "calculator" : "calculators"} found` : "";
  }
}

/** Letters and figures only, so that HAM-D, HAMD and ham d all meet. @param {string} text */
function plain(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, "");
}

customElements.define("calculator-filter", CalculatorFilter);
