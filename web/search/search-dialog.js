/** The search: a dialog that answers while the reader types. It is made once a visit, and stays when the page changes in place. */

import { element } from "../dom.js";
import { IndexFiles } from "./index-files.js";
import { KINDS } from "./kinds.js";
import { resultItem } from "./result-view.js";
import { namedTools, prefetch, search } from "./site-search.js";

/** @import { Base } from "./index-files.js" */
/** @import { Found, Result } from "./site-search.js" */

const ID = "site-search";
const MORE = 10;
/** Milliseconds without a key after which pages are looked into. Until then only their words are fetched. */
const PAUSE = 120;
/** Where to look without a word. */
const LISTS = {
  "calculators/": "Calculators",
  "worksheets/": "Worksheets",
  "articles/": "Guidance",
  "glossary/": "Glossary",
};
const HELP = "Type a drug, a scale, a number with its unit, or a question. Words in quotes are found as they stand.";
const NOTHING = "Nothing found.";
const NOTHING_HELP = "Try fewer or other words, the drug's other name, or all kinds of pages.";
const UNREACHABLE = "The search did not arrive. It is tried again with the next key.";
const ONLY_TOOLS = "Without a network only calculators, worksheets and sheets are found, by their names.";

const root = __md_scope.href;
const index = new IndexFiles(async (address) => {
  // Files that are named by their content never change; the base names them.
  const response = await fetch(new URL(`search/${address}`, root), {
    cache: address === "base.json" ? "no-cache" : "default",
  });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
});

/** Fetches what every search begins with. */
export function prepare() {
  index.pages().catch(() => {});
}

/** Opens the search, with words in it. @param {string} [words] */
export function show(words) {
  const dialog = /** @type {SearchDialog} */ (
    document.getElementById(ID) ?? document.body.appendChild(new SearchDialog())
  );
  dialog.open(words);
}

class SearchDialog extends HTMLElement {
  #field = element("input", {
    type: "search",
    "aria-label": "Search",
    "aria-describedby": `${ID}-help`,
    placeholder: "A drug, a scale or a question",
    autocapitalize: "off",
    autocomplete: "off",
    autocorrect: "off",
    enterkeyhint: "search",
    spellcheck: "false",
  });
  #said = element("p", { role: "status", class: "search-said" });
  #results = element("ol", { class: "search-results" });
  #more = element("button", { type: "button", class: "search-more", hidden: true }, "Show more");
  #help = element("p", { id: `${ID}-help`, class: "search-help" }, HELP);
  #filters = element("div", { class: "search-filters", role: "group", "aria-label": "Narrow the search" });
  #dialog = element("dialog", { class: "site-search md-typeset", "aria-label": "Search" });
  /** What was asked last: an answer to an earlier question is not shown. */
  #asked = 0;
  /** @type {Found | undefined} */
  #found;
  /** @type {Base | undefined} */
  #base;

  connectedCallback() {
    if (this.firstElementChild) return;
    this.setAttribute("id", ID);
    const close = element("button", { type: "button", class: "search-close" }, "Close");
    const lists = Object.entries(LISTS).map(([address, name]) =>
      element("a", { href: new URL(address, root).href }, name),
    );
    const ways = element("nav", { class: "search-ways", "aria-label": "Lists of pages" }, "Or look through ", ...lists);
    const found = element("div", { class: "search-found" }, this.#said, this.#help, this.#results, this.#more, ways);
    this.#dialog.append(
      element("search", {}, element("div", { class: "search-top" }, this.#field, close), this.#filters),
      found,
    );
    this.append(this.#dialog);
    close.addEventListener("click", () => this.#dialog.close());
    this.#field.addEventListener("input", () => void this.#typed());
    this.#filters.addEventListener("change", () => void this.#ask());
    this.#more.addEventListener("click", () => void this.#showMore());
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    this.#dialog.addEventListener("click", ({ target }) => {
      if (target === this.#dialog || (target instanceof Element && target.closest("a"))) this.#dialog.close();
    });
    void this.#offerFilters();
  }

  /** @param {string} [words] */
  open(words) {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (words !== undefined) this.#field.value = words;
    this.#field.focus();
    this.#field.select();
    prepare();
    if (this.#field.value) void this.#ask();
  }

  /** Each filter once its choices are known. */
  async #offerFilters() {
    const base = await index.base().catch(() => undefined);
    if (!base || this.#base) return;
    this.#base = base;
    const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, { many }]) => [kind, many]));
    this.#filters.append(
      choice("kind", "Kind", "All kinds", kinds),
      choice("category", "Category", "All categories", base.categories),
      choice("audience", "Readers", "All readers", base.audiences),
    );
  }

  get #chosen() {
    const choices = Array.from(this.#filters.querySelectorAll("select"), ({ name, value }) => [name, value]);
    return Object.fromEntries(choices.filter(([, value]) => value));
  }

  async #typed() {
    const text = this.#field.value;
    this.#asked += 1;
    const asked = this.#asked;
    if (text.trim()) prefetch(text, index);
    await new Promise((resolve) => setTimeout(resolve, text.trim() ? PAUSE : 0));
    if (asked === this.#asked) await this.#ask();
  }

  async #ask() {
    this.#asked += 1;
    const asked = this.#asked;
    const text = this.#field.value;
    if (!text.trim()) return this.#clear();
    try {
      const found = await search(text, index, this.#chosen);
      await this.#offerFilters();
      if (asked === this.#asked) this.#show(found, found.results, saidOf(found));
    } catch {
      const found = await namedTools(text, index).catch(() => undefined);
      if (asked !== this.#asked) return;
      if (found) this.#show(found, found.results, found.count ? `${saidOf(found)} ${ONLY_TOOLS}` : ONLY_TOOLS);
      else this.#clear(UNREACHABLE);
    }
  }

  /** @param {Found} found @param {Result[]} results @param {string} said */
  #show(found, results, said) {
    this.#found = found;
    this.#said.textContent = said;
    this.#help.textContent = found.count ? "" : NOTHING_HELP;
    this.#results.replaceChildren(...results.map((result) => resultItem(result, root, this.#base?.categories ?? {})));
    this.#more.hidden = results.length >= found.count;
    this.#dialog.dataset.found = String(found.count);
  }

  async #showMore() {
    const found = this.#found;
    const before = this.#results.children.length;
    const results = await found?.more(MORE).catch(() => undefined);
    if (!found || !results || found !== this.#found) return;
    this.#show(found, results, this.#said.textContent ?? "");
    this.#results.children[before]?.querySelector("a")?.focus();
  }

  #clear(said = "") {
    this.#found = undefined;
    this.#said.textContent = said;
    this.#help.textContent = HELP;
    this.#results.replaceChildren();
    this.#more.hidden = true;
    delete this.#dialog.dataset.found;
  }

  /** Arrows go from the field through the results and back; Enter in the field opens the first. @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.#results.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    const inField = document.activeElement === this.#field;
    if (event.key === "Enter" && inField) {
      event.preventDefault();
      links[0]?.click();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (inField || at >= 0)) {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? this.#field : links[Math.min(next, links.length - 1)])?.focus();
    } else if (event.key === "Escape" && this.#field.value && inField) {
      // Some browsers empty a field of this kind first: here the key closes the search.
      event.preventDefault();
      this.#dialog.close();
    }
  }
}

/** How many pages, and which words were taken for others. @param {Found} found */
function saidOf({ count, corrected }) {
  const pages = count === 1 ? "1 page found." : `${count} pages found.`;
  const read = corrected.length ? ` Searched for: ${corrected.join(", ")}.` : "";
  return (count ? pages : NOTHING) + read;
}

/** @param {string} name @param {string} label @param {string} all @param {Record<string, string>} options */
function choice(name, label, all, options) {
  const choices = Object.entries({ "": all, ...options }).map(([value, words]) => element("option", { value }, words));
  return element("select", { name, "aria-label": label }, ...choices);
}

customElements.define("search-dialog", SearchDialog);
