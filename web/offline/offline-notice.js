import { element } from "../dom.js";
import { offline } from "./offline.js";

const MEGABYTE = 1_000_000;

/** Says that a newer version has arrived whole, and lets the reader take it. */
class NewerEdition extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "status");
    offline.addEventListener("change", () => this.#show());
    this.#show();
  }

  #show() {
    if (!offline.newer || this.hasChildNodes()) return;
    const take = element("button", { type: "button" }, "Use it now");
    take.addEventListener("click", () => offline.takeNewer());
    const later = element("button", { type: "button" }, "Later");
    later.addEventListener("click", () => this.remove());
    this.append(
      element("p", {}, "A newer version of this site is ready. What you typed on this page will be cleared."),
      take,
      later,
    );
  }
}

/** Keeps every page in this browser, or lets them go; says what it costs before. */
class KeepOffline extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    offline.addEventListener("change", () => this.#show(), { signal: this.#listening.signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  #show(words = "") {
    if (!offline.calculators) return; // what the page says without this element stays
    const size = offline.size === null ? "" : ` (${(offline.size / MEGABYTE).toFixed(1)} MB)`;
    const button = element(
      "button",
      { type: "button" },
      offline.everything ? "Keep the calculators only" : `Keep this site offline${size}`,
    );
    button.addEventListener("click", () => (offline.everything ? offline.forget() : this.#keep()));
    const state = offline.everything
      ? "Every page is kept in this browser."
      : "The calculators and their pages are kept in this browser.";
    this.replaceChildren(element("p", { role: "status" }, words || state), button);
  }

  async #keep() {
    this.#show("Fetching every page …");
    if (!(await offline.keep()))
      this.#show("Not every page could be fetched, so none was kept. Try again with a better connection.");
  }
}

customElements.define("newer-edition", NewerEdition);
customElements.define("keep-offline", KeepOffline);
// Outside what the theme exchanges when a page changes.
document.body.append(document.createElement("newer-edition"));
