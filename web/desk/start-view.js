/** The beginning of the desk: every article, what was begun on this device, and what is due. */
import { element } from "../dom.js";
import { today } from "../today.js";
import { choose, chosen } from "./choices.js";
import { button, labeled } from "./dialog.js";
import { DraftList } from "./drafts/draft-list.js";
import { STATES, stateWords } from "./state-words.js";
import { matching } from "./write/chooser.js";

/** @import { ArticleLine } from "./contract.d.ts" */
/** @import { Draft } from "./drafts/drafts.js" */

const KEPT =
  "What you write is kept in this browser, on this device only, until you hand it in or remove it. Nobody else sees it. On a computer that others use, remove it when you go.";

export class StartView {
  element = element("div", { class: "desk-start" });
  #desk;
  #drafts;
  #search = element("input", { type: "search", autocomplete: "off" });
  #state = element("select");
  #says = element("p", { class: "desk-hint", role: "status" });
  #list = element("ul", { class: "desk-rows" });
  /** @type {readonly ArticleLine[]} */
  #articles = [];
  /** The paths of articles that were changed here and not handed in. @type {ReadonlySet<string>} */
  #changed = new Set();

  /**
   * @param {{open: (path: string) => void, handIn: () => void, board: HTMLElement, begin: () => void, become: (before: readonly Draft[], after: readonly Draft[]) => Promise<void>, writtenSince: (left: readonly Draft[], back: readonly Draft[]) => Promise<Draft[]>}} desk
   */
  constructor(desk) {
    this.#desk = desk;
    this.#drafts = new DraftList(desk.open, desk.become, desk.writtenSince);
    const states = { "": "All", ...STATES, due: "Review due" };
    this.#state.append(...Object.entries(states).map(([value, words]) => element("option", { value }, words)));
    this.#search.addEventListener("input", () => this.#draw());
    this.#state.addEventListener("change", () => this.#draw());
    const keeps = element("input", { type: "checkbox" });
    keeps.checked = chosen("keep");
    keeps.addEventListener("change", () => choose("keep", keeps.checked));
    this.element.append(
      element(
        "section",
        { "aria-labelledby": "desk-articles" },
        element("h2", { id: "desk-articles" }, "Articles"),
        element(
          "div",
          { class: "desk-look" },
          labeled("Look for an article", this.#search),
          labeled("Show", this.#state),
          button("New article", desk.begin, { class: "desk-main" }),
        ),
        this.#says,
        this.#list,
      ),
      element(
        "section",
        { "aria-labelledby": "desk-drafts" },
        element("h2", { id: "desk-drafts" }, "On this device"),
        element("p", { class: "desk-hint" }, KEPT),
        element("label", { class: "desk-tick" }, keeps, "Keep what I write on this device"),
        this.#drafts.element,
        element("div", { class: "desk-actions" }, button("Hand in", desk.handIn)),
        desk.board,
      ),
    );
    this.#says.textContent = "The articles are being read.";
  }

  /** @param {readonly ArticleLine[]} articles @param {ReadonlySet<string>} changed the paths of those that were changed here and not handed in */
  showArticles(articles, changed) {
    this.#articles = articles;
    this.#changed = changed;
    this.#draw();
  }

  /** @param {readonly Draft[]} drafts */
  showDrafts(drafts) {
    this.#drafts.show(drafts);
  }

  /** The button of an article, so that who comes back from it goes on from there. @param {string} path */
  focusArticle(path) {
    const row = this.#articles.findIndex((article) => article.path === path);
    const title = this.#articles[row]?.title;
    const own = [...this.#list.querySelectorAll("button")].find(({ textContent }) => textContent === title);
    (own ?? this.#search).focus();
  }

  #draw() {
    const state = this.#state.value;
    const inState = this.#articles.filter((one) =>
      state === "due"
        ? one.overdue || (one.reviewDue !== null && one.reviewDue <= today())
        : !state || one.state === state,
    );
    const found = matching(
      inState.map((one) => ({ ...one, words: one.title, more: `${one.category} ${one.slug}` })),
      this.#search.value,
    );
    this.#says.textContent = found.length === 1 ? "1 article." : `${found.length || "No"} articles.`;
    this.#list.replaceChildren(...found.map((one) => this.#row(one)));
  }

  /** @param {ArticleLine} article */
  #row(article) {
    const { path, title, reviewDue, overdue, errors, warnings } = article;
    const facts = [stateWords(article, !this.#changed.has(path))];
    if (overdue) facts.push("review overdue");
    else if (reviewDue) facts.push(`review due ${reviewDue}`);
    if (errors) facts.push(errors === 1 ? "1 error" : `${errors} errors`);
    if (warnings) facts.push(warnings === 1 ? "1 warning" : `${warnings} warnings`);
    return element(
      "li",
      overdue || errors ? { "data-wrong": true } : {},
      button(title, () => this.#desk.open(path), { class: "desk-open" }),
      element("span", { class: "desk-hint" }, facts.join(" · ")),
    );
  }
}
