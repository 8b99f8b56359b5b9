import { element } from "../dom.js";
import { today } from "../today.js";
import { keptLine } from "./edition-age.js";
import { offline } from "./offline.js";

/** @import { Failure } from "./install-failure.js" */

const TENTH_OF_A_MEGABYTE = 100_000;

/** Why not every page was kept. @type {Record<Failure, string>} */
const NOT_KEPT = {
  changed: "One of them was changed on its way to you, as some networks and hosts do. Try again in another network.",
  updating: "The site was being updated just then. Load this page anew, and try again.",
  unreachable: "Try again with a better connection: it goes on where it broke off.",
};
/** Why a page that was asked for is not shown, by what stands behind the # of this page. @type {Record<string, string>} */
const NOT_THERE = {
  "#unreachable": "You are offline, and this page is not kept in this browser. What is kept works without a network.",
  "#fault":
    "The host could not send the page that you asked for, or sent a part of it, and this browser has not kept it. Try again later.",
};
const NOT_YET =
  "This browser keeps no copy of the site yet. It begins some seconds after the first visit, unless the browser was told to save data.";
const NEVER = "This browser cannot keep a copy of the site. Open the site by https, and outside a private window.";
const CHANGED =
  "The copy of this site that reached you was changed on the way. Nothing changed is kept, so nothing new is kept in this browser.";

/** Says that a newer version has arrived whole, and lets the reader take it; or that another tab has. */
class NewerEdition extends HTMLElement {
  #isPutOff = false;
  #shown = "";

  connectedCallback() {
    this.setAttribute("role", "status");
    offline.addEventListener("change", () => this.#show());
    this.#show();
  }

  #show() {
    const what = offline.left ? "left" : offline.newer && !this.#isPutOff ? "newer" : "";
    if (what === this.#shown) return;
    this.#shown = what;
    if (what === "left") this.replaceChildren(...this.#left());
    else if (what === "newer") this.replaceChildren(...this.#newer());
    else this.replaceChildren();
  }

  #newer() {
    return [
      element("p", {}, "A newer version of this site is ready. What you typed on this page will be cleared."),
      button("Use it now", () => offline.takeNewer()),
      button("Later", () => {
        this.#isPutOff = true;
        this.#show();
      }),
    ];
  }

  #left() {
    const { edition } = offline.state ?? {};
    const version = edition ? `the version of ${edition.date} (${edition.version})` : "the one before";
    return [
      element(
        "p",
        {},
        `Another tab took the newer version of this site. This page still works with ${version}. Load it anew to use the newer one; what you typed on this page will be cleared.`,
      ),
      button("Load this page anew", () => location.reload()),
    ];
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
    const asked = NOT_THERE[location.hash];
    const changed = offline.failure === "changed" ? advice() : null;
    // A page that a service worker answers for is itself a part of what is kept.
    const isKept = offline.calculators || Boolean(navigator.serviceWorker?.controller);
    if (!isKept) {
      const none = "serviceWorker" in navigator ? NOT_YET : NEVER;
      this.replaceChildren(element("p", { role: "status" }, changed ?? none));
      return;
    }
    const { size, kept } = offline.state ?? {};
    const cost = size ? ` (${Math.round(size / TENTH_OF_A_MEGABYTE) / 10}\u00a0MB)` : "";
    const change = kept
      ? button("Keep the calculators only", () => offline.forget())
      : button(`Keep this site offline${cost}`, () => this.#keep());
    const state = kept
      ? "Every page is kept in this browser."
      : "The calculators and their pages are kept in this browser.";
    const lines = [asked, words || state, changed].filter((line) => line !== undefined && line !== null);
    this.replaceChildren(element("div", { role: "status" }, ...lines.map((line) => element("p", {}, line))));
    if (offline.calculators) this.append(change);
  }

  async #keep() {
    this.#show("Fetching every page …");
    const failure = await offline.keep();
    if (failure) this.#show(`Not every page could be fetched, so none was kept. ${NOT_KEPT[failure]}`);
  }
}

/** The quiet line above a page: that it comes from the store and how old it is, or that nothing can be kept. */
class KeptCopyLine extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    offline.addEventListener("change", () => this.#show(), { signal: this.#listening.signal });
    // What was said last was said of the page before.
    if (offline.state) offline.ask();
    else this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  #show() {
    const words = this.#words();
    if (words !== this.textContent) this.replaceChildren(...(words ? [element("p", { role: "note" }, words)] : []));
  }

  #words() {
    if (offline.failure === "changed") return advice();
    const { state } = offline;
    if (!state) return "";
    const { shown, confirmed, edition, isAlwaysKept } = state;
    if (shown?.fromStore) return keptLine({ today: today(), confirmed }, shown);
    // It always comes from the store; that is worth a word when nobody could say whether it is the newest.
    const isUnsure = isAlwaysKept && offline.hasAsked === false;
    const line = { date: edition.date, isOlder: false, why: /** @type {const} */ ("unreachable") };
    return isUnsure ? keptLine({ today: today(), confirmed }, line) : "";
  }
}

function advice() {
  return `${CHANGED} Open it in another network, or without programs that change pages, such as some filters and data savers. If it stays so, tell whoever hosts this site.`;
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

customElements.define("newer-edition", NewerEdition);
customElements.define("keep-offline", KeepOffline);
customElements.define("kept-copy", KeptCopyLine);
// Outside what the theme exchanges when a page changes.
document.body.append(document.createElement("newer-edition"));
