import { required } from "../dom.js";
import { openSearch, prepareSearch } from "./open-search.js";

/** Opens the search, by its button in the header and by a link that searches. Without it a link leads to the lists. */
class SearchButton extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const button = required(this, "button");
    button.addEventListener("click", () => void openSearch(), { signal });
    for (const type of ["pointerenter", "focus", "touchstart"])
      button.addEventListener(type, prepareSearch, { signal, once: true, passive: true });
    const asked = new URL(location.href).searchParams.get("q");
    if (asked) void openSearch(asked);
  }

  disconnectedCallback() {
    this.#listening.abort();
  }
}

customElements.define("search-button", SearchButton);
