import { required } from "../dom.js";

/**
 * Narrows the list of recommendations by strength, certainty, origin and article. Without it the whole list is there.
 */
class RecommendationFilter extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    required(this, ".filter-field").hidden = false;
    for (const choice of this.#choices()) choice.addEventListener("change", () => this.#narrow(), { signal });
    required(this, ".filter-reset").addEventListener("click", () => this.#reset(), { signal });
    // A browser that goes back to the page fills in what was chosen.
    this.#narrow();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  #choices() {
    return /** @type {NodeListOf<HTMLSelectElement>} */ (this.querySelectorAll("select"));
  }

  #reset() {
    const choices = this.#choices();
    for (const choice of choices) choice.value = "";
    this.#narrow();
    choices[0]?.focus();
  }

  #narrow() {
    const chosen = [...this.#choices()].filter((choice) => choice.value);
    let found = 0;
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("section[data-article]"))) {
      let shown = 0;
      for (const item of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll("li"))) {
        item.hidden = !chosen.every((choice) => fits({ ...group.dataset, ...item.dataset }, choice));
        if (!item.hidden) shown += 1;
      }
      group.hidden = shown === 0;
      found += shown;
    }
    required(this, ".filter-empty").hidden = found > 0;
    required(this, ".filter-count").textContent = chosen.length ? `${found || "Nothing"} found` : "";
  }
}

/**
 * Whether a recommendation is what was chosen; of several origins one is enough.
 *
 * @param {DOMStringMap} given
 * @param {HTMLSelectElement} choice
 */
function fits(given, choice) {
  return (given[choice.dataset.filter ?? ""] ?? "").split("|").includes(choice.value);
}

customElements.define("recommendation-filter", RecommendationFilter);
