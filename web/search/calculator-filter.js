import { required } from "../dom.js";
import { distance, meant, namesOf } from "./calculator-names.js";
import { openSearch } from "./open-search.js";

/** @import { Known } from "./calculator-names.js" */

/**
 * Narrows a list of calculators while the reader types, worksheets among them. Without it, the whole list is there; worksheets
 * stand on the page by themselves, so in the list they show only when they are found.
 */
class CalculatorFilter extends HTMLElement {
  #listening = new AbortController();
  /** @type {Map<Known, HTMLElement>} */
  #items = new Map();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#items = new Map(
      [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-words]"))].map(known),
    );
    const field = /** @type {HTMLInputElement} */ (required(this, "input"));
    required(this, ".filter-field").hidden = false;
    field.addEventListener("input", () => this.#narrow(field.value), { signal });
    field.addEventListener("keydown", (event) => this.#key(event, field), { signal });
    required(this, "[data-search-site]").addEventListener("click", () => void openSearch(field.value), { signal });
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
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.#nearest(field.value)?.click();
    }
  }

  /** Of two that are as near, what is often needed. @param {string} text */
  #nearest(text) {
    const often = new Set(Array.from(this.querySelectorAll(".often-link"), (link) => link.getAttribute("href")));
    const found = [...this.#items]
      .filter(([, item]) => !item.hidden)
      .map(([{ names }, item]) => {
        const link = item.querySelector("a");
        return { link, far: distance(names, text), isRare: Number(!often.has(link?.getAttribute("href") ?? null)) };
      });
    found.sort((one, other) => one.far - other.far || one.isRare - other.isRare);
    return found[0]?.link;
  }

  /** @param {string} text */
  #narrow(text) {
    const asked = text.trim();
    const found = meant([...this.#items.keys()], asked);
    for (const [item, shown] of this.#items) shown.hidden = !found.has(item);
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-moment]"))) {
      const isElsewhere = !asked && group.hasAttribute("data-when-found");
      group.hidden = isElsewhere || !group.querySelector("[data-words]:not([hidden])");
    }
    for (const often of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".often")))
      often.hidden = asked !== "";
    required(this, ".moments").hidden = found.size === 0;
    required(this, ".filter-empty").hidden = found.size > 0;
    required(this, ".filter-asked").textContent = asked;
    required(this, ".filter-count").textContent = asked ? `${found.size || "Nothing"} found` : "";
  }
}

/** What an item of the list is called, and the item. @param {HTMLElement} item @returns {[Known, HTMLElement]} */
function known(item) {
  const { words = "", also = "" } = item.dataset;
  return [{ names: namesOf(words), also: namesOf(also) }, item];
}

customElements.define("calculator-filter", CalculatorFilter);
