/** What was brought along into a text, told in a room of its own below it, until the page is left. */
import { element } from "../../dom.js";
import { clockTime } from "../../today.js";
import { button } from "../dialog.js";

/** @typedef {{words: string, lists: [title: string, items: string[]][]}} Account */

/** Of each article, the newest first. @type {Map<string, {time: string, account: Account}[]>} */
const told = new Map();

export class BroughtAccount {
  element = element("section", {
    class: "desk-brought",
    "aria-label": "What was brought along",
    tabindex: "0",
    hidden: true,
  });
  /** Opens it again. */
  opener = button("What was brought along", () => (this.element.hidden ? this.#open() : this.#close()), {
    "aria-expanded": "false",
    hidden: true,
  });
  #path;

  /** @param {string} path of the article */
  constructor(path) {
    this.#path = path;
    this.opener.hidden = !told.has(path);
  }

  /** @param {Account} account */
  tell(account) {
    told.set(this.#path, [{ time: clockTime(Date.now()), account }, ...(told.get(this.#path) ?? [])]);
    this.#open();
    this.element.scrollTop = 0;
  }

  /** The article has another path now. @param {string} path */
  moveTo(path) {
    const own = told.get(this.#path);
    told.delete(this.#path);
    if (own) told.set(path, own);
  }

  #open() {
    const close = button("Close", () => this.#close());
    this.element.replaceChildren(
      element("div", { class: "desk-brought-top" }, element("h3", {}, "What was brought along"), close),
      ...(told.get(this.#path) ?? []).flatMap(({ time, account }) => [
        element("p", {}, `${time}: ${account.words}`),
        ...account.lists.flatMap((list) => listOf(list, "h4")),
      ]),
    );
    this.#show(true);
  }

  #close() {
    this.#show(false);
    this.opener.focus();
  }

  /** @param {boolean} isShown */
  #show(isShown) {
    this.element.hidden = !isShown;
    this.opener.hidden = false;
    this.opener.setAttribute("aria-expanded", String(isShown));
  }
}

/** @param {[title: string, items: string[]]} list @param {"h3" | "h4"} heading one below the heading that they stand under */
export function listOf([title, items], heading) {
  if (!items.length) return [];
  return [
    element(heading, {}, title),
    element("ul", { class: "desk-told" }, ...items.map((words) => element("li", {}, words))),
  ];
}
