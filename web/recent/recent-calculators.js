import { element } from "../dom.js";
import { noteUsed, recentIds, switchRecent } from "./recent-list.js";

/** The storage of this browser; null where it is forbidden. */
function storage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Shows which calculators were used lately, each by the link that the page has to it already. */
class RecentCalculators extends HTMLElement {
  connectedCallback() {
    this.#show();
  }

  #show() {
    const kept = storage();
    const ids = kept ? recentIds(kept) : [];
    const links = (ids ?? []).map(linkTo).filter((link) => link !== null);
    const button = (/** @type {string} */ words, /** @type {boolean} */ isKept) => {
      const made = element("button", { type: "button" }, words);
      made.addEventListener("click", () => {
        if (kept) switchRecent(kept, isKept);
        this.#show();
      });
      return made;
    };
    this.hidden = ids?.length === 0 || (ids !== null && !links.length);
    if (ids === null) this.replaceChildren(button("List the calculators used on this device", true));
    else
      this.replaceChildren(
        element(
          "p",
          { class: "often" },
          element("span", { class: "often-name" }, "Used lately on this device"),
          ...links,
        ),
        button("Keep no list", false),
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
