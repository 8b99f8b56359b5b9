import { required } from "../dom.js";

/** Prints the section it stands in alone, with the title of the page, what is said of its review, and its address. */
class PrintSection extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const button = required(this, "button");
    button.hidden = false;
    button.addEventListener("click", () => this.#print(), { signal: this.#listening.signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  #print() {
    const section = /** @type {HTMLElement} */ (this.closest("section"));
    const article = /** @type {HTMLElement} */ (this.closest("article"));
    article.toggleAttribute("data-prints-section", true);
    section.dataset.printed = `${location.origin}${location.pathname}`;
    window.print();
    delete section.dataset.printed;
    article.toggleAttribute("data-prints-section", false);
  }
}

customElements.define("print-section", PrintSection);
