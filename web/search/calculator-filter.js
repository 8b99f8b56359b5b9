import { required } from "../dom.js";

/** Narrows a list of calculators while the reader types. Without it, the whole list stands there. */
export class CalculatorFilter extends HTMLElement {
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
      this.#best(field.value)?.querySelector("a")?.click();
    }
  }

  /** What is called so comes before what is only found by it, and there the earlier of its names counts. @param {string} text */
  #best(text) {
    const asked = plain(text).trim();
    const distance = (/** @type {HTMLElement} */ item) => {
      const known = names(item);
      if (known[0]?.startsWith(asked)) return 0;
      const [whole, begun] = [known.indexOf(asked), known.findIndex((name) => name.startsWith(asked))];
      return whole > 0 ? whole : begun > 0 ? known.length + begun : FARTHEST;
    };
    const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-words]:not([hidden])")]);
    return items.sort((one, other) => distance(one) - distance(other))[0];
  }

  /** @param {string} text */
  #narrow(text) {
    const words = wordsOf(text);
    let count = 0;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-words]"))) {
      const known = names(item).join(" ");
      item.hidden = !words.every((word) => stands(known, word));
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

/** Few letters stand inside too many words: they count where a word begins. */
const FEW = 3;
/** Behind every name that an item has. */
const FARTHEST = 1000;

/** Whether a word stands in what an item is known by. @param {string} known @param {string} word */
function stands(known, word) {
  return word.length > FEW ? known.includes(word) : ` ${known}`.includes(` ${word}`);
}

/** What an item is known by: its title, and then all else. @param {HTMLElement} item */
function names(item) {
  return (item.dataset.words ?? "").split("|").map(plain);
}

/** @param {string} text */
function wordsOf(text) {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** Letters and figures only, so that HAM-D, HAMD and ham d all meet. @param {string} text */
function plain(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, "");
}

customElements.define("calculator-filter", CalculatorFilter);
