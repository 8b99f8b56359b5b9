/** The articles that this device keeps, each to be opened or removed with what only it needs; what was removed can be brought back. */
import { element } from "../../dom.js";
import { clockTime } from "../../today.js";
import { button } from "../dialog.js";
import { articlesOf, removalOf, sharedOf, titleOf, whatOf } from "./parcel.js";

/** @import { Draft } from "./drafts.js" */

export class DraftList {
  element = element("div", { class: "desk-drafts" });
  #says = element("p", { role: "status" });
  #list = element("ul", { class: "desk-rows" });
  #shared = element("div");
  #back = element("div", { class: "desk-actions" });
  #open;
  #become;
  #writtenSince;

  /**
   * @param {(path: string) => void} open
   * @param {(before: readonly Draft[], after: readonly Draft[]) => Promise<void>} become lets drafts be others
   * @param {(left: readonly Draft[], back: readonly Draft[]) => Promise<Draft[]>} writtenSince what bringing drafts back would overwrite
   */
  constructor(open, become, writtenSince) {
    this.#open = open;
    this.#become = become;
    this.#writtenSince = writtenSince;
    this.element.append(this.#list, this.#shared, this.#says, this.#back);
  }

  /** @param {readonly Draft[]} drafts */
  show(drafts) {
    this.#list.replaceChildren(...articlesOf(drafts).map((draft) => this.#row(draft, drafts)));
    this.#list.hidden = !this.#list.hasChildNodes();
    this.#shared.replaceChildren(...this.#sharedWords(drafts));
    if (!drafts.length && !this.#back.hasChildNodes()) this.#says.textContent = "Nothing is kept on this device.";
    else if (drafts.length && !this.#back.hasChildNodes()) this.#says.textContent = "";
  }

  /** @param {Draft} draft @param {readonly Draft[]} drafts */
  #row(draft, drafts) {
    const title = titleOf(draft);
    const what = whatOf(draft, drafts);
    return element(
      "li",
      {},
      draft.text === null
        ? element("span", { class: "desk-open" }, title)
        : button(title, () => this.#open(draft.path), { class: "desk-open" }),
      element("span", { class: "desk-hint" }, `${what}, kept at ${clockTime(draft.at)}`),
      button("Remove", () => void this.#remove(draft, drafts), { "aria-label": `Remove the draft of ${title}` }),
    );
  }

  /** @param {readonly Draft[]} drafts */
  #sharedWords(drafts) {
    const { words, loose } = sharedOf(drafts);
    /** @type {HTMLElement[]} */
    const parts = [];
    if (words.length)
      parts.push(
        element("p", { class: "desk-hint" }, `Works and pictures that these articles need: ${listed(words)}.`),
      );
    if (loose.length)
      parts.push(
        element(
          "p",
          { class: "desk-hint" },
          `No article here needs this any more: ${listed(loose.map(titleOf))}. `,
          button("Remove", () => void this.#change(loose, [], "What no article needs is removed from this device."), {
            "aria-label": "Remove what no article needs",
          }),
        ),
      );
    return parts;
  }

  /** @param {Draft} draft @param {readonly Draft[]} drafts */
  async #remove(draft, drafts) {
    const { before, after, along, missedBy } = removalOf(drafts, draft.path);
    const words = [
      `The draft of ${titleOf(draft)} is removed from this device.`,
      ...(along.length ? [`With it went what only it needs: ${listed(along)}.`] : []),
      ...(missedBy.length ? [`It is still linked from ${listed(missedBy.map((title) => `“${title}”`))}.`] : []),
    ];
    await this.#change(before, after, words.join(" "));
  }

  /** @param {readonly Draft[]} before @param {readonly Draft[]} after @param {string} words */
  async #change(before, after, words) {
    const changed = this.#become(before, after);
    const undo = button("Bring it back", async () => {
      const since = await this.#writtenSince(after, before);
      if (since.length) {
        this.#says.textContent = `It is not brought back, for that would overwrite what was written since: ${listed(since.map(titleOf))}. Hand that in first, and then bring it back.`;
        return;
      }
      this.#back.replaceChildren();
      await this.#become(after, before);
      this.#says.textContent = `It is back: ${listed(articlesOf(before).map(titleOf)) || "all of it"}.`;
      this.#list.querySelector("button")?.focus();
    });
    this.#back.replaceChildren(undo);
    this.#says.textContent = words;
    await changed;
    undo.focus();
  }
}

/** @param {readonly string[]} parts */
const listed = (parts) => parts.join("; ").replace(/; ([^;]*)$/, " and $1");
