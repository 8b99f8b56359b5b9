import { element } from "../dom.js";
import { forgetUnasked, noteUsed, recentIds, switchRecent } from "./recent-list.js";

/** The storage of this browser; null where it is forbidden. */
function storage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * Offers to keep a list of the tools used last, and shows it: each by the link that the page has to it already. Until the reader
 * takes the offer, which stands in the page, nothing is kept.
 */
class RecentCalculators extends HTMLElement {
  #offer = this.querySelector("button");

  connectedCallback() {
    const kept = storage();
    this.hidden = kept === null;
    if (!kept) return;
    forgetUnasked(kept);
    this.#offer?.addEventListener("click", () => this.#switch(kept, true));
    if (recentIds(kept)) this.#show(kept);
  }

  /** @param {Storage} kept @param {boolean} isKept */
  #switch(kept, isKept) {
    switchRecent(kept, isKept);
    this.#show(kept);
    this.querySelector("button")?.focus();
  }

  /** @param {Storage} kept */
  #show(kept) {
    const ids = recentIds(kept);
    if (!ids) {
      if (this.#offer) this.replaceChildren(this.#offer);
      return;
    }
    const links = ids.map(linkTo).filter((link) => link !== null);
    const stop = element("button", { type: "button" }, "Keep no list");
    stop.addEventListener("click", () => this.#switch(kept, false));
    const words = links.length ? "Used lately on this device" : "The tools that you use from now on are listed here.";
    this.replaceChildren(
      element("p", { class: "often" }, element("span", { class: "often-name" }, words), ...links),
      stop,
    );
  }
}

/** @param {string} id */
function linkTo(id) {
  const slug = id.replaceAll("_", "-");
  const found = /** @type {HTMLAnchorElement | null} */ (
    document.querySelector(`:is(.calculator-link, .worksheet-card)[href$="/${slug}/"]`)
  );
  const name = found?.querySelector(".calculator-name")?.textContent;
  return found && name ? element("a", { class: "often-link", href: found.getAttribute("href") ?? "" }, name) : null;
}

addEventListener("input", ({ target }) => {
  const card =
    target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("clinical-calculator")) : null;
  const kept = card && storage();
  if (kept) noteUsed(kept, card.dataset.calculator ?? "");
});

customElements.define("recent-calculators", RecentCalculators);
