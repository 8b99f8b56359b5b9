/** The drafts that this device keeps, each to be opened or removed; what was removed can be brought back. */
import { element } from "../../dom.js";
import { clockTime } from "../../today.js";
import { button } from "../dialog.js";
import { forget, keepDraft } from "./drafts.js";

/** @import { Draft } from "./drafts.js" */

export class DraftList {
  element = element("div", { class: "desk-drafts" });
  #says = element("p", { role: "status" });
  #list = element("ul", { class: "desk-rows" });
  #back = element("div", { class: "desk-actions" });
  #open;
  #changed;

  /**
   * @param {(path: string) => void} open
   * @param {(draft: Draft, isRemoved: boolean) => Promise<void>} changed
   */
  constructor(open, changed) {
    this.#open = open;
    this.#changed = changed;
    this.element.append(this.#list, this.#says, this.#back);
  }

  /** @param {readonly Draft[]} drafts */
  show(drafts) {
    this.#list.replaceChildren(...drafts.map((draft) => this.#row(draft)));
    this.#list.hidden = drafts.length === 0;
    if (!drafts.length && !this.#back.hasChildNodes()) this.#says.textContent = "Nothing is kept on this device.";
    else if (drafts.length && !this.#back.hasChildNodes()) this.#says.textContent = "";
  }

  /** @param {Draft} draft */
  #row(draft) {
    const name = draft.title || (draft.path.split("/").at(-1) ?? draft.path);
    const what = draft.text === null ? "taken away" : draft.base === null ? "new" : "changed";
    const isArticle = draft.path.startsWith("content/articles/") && draft.text !== null;
    return element(
      "li",
      {},
      isArticle
        ? button(name, () => this.#open(draft.path), { class: "desk-open" })
        : element("span", { class: "desk-open" }, name),
      element("span", { class: "desk-hint" }, `${what}, kept at ${clockTime(draft.at)}`),
      button("Remove", () => void this.#remove(draft, name), { "aria-label": `Remove the draft of ${name}` }),
    );
  }

  /** @param {Draft} draft @param {string} name */
  async #remove(draft, name) {
    const forgotten = forget(draft.path);
    // At once: whoever opens the article next must not get the draft.
    const changed = this.#changed(draft, true);
    const undo = button("Bring it back", async () => {
      await keepDraft(draft);
      this.#back.replaceChildren();
      this.#says.textContent = `The draft of ${name} is back.`;
      await this.#changed(draft, false);
      this.#list.querySelector("button")?.focus();
    });
    this.#back.replaceChildren(undo);
    this.#says.textContent = `The draft of ${name} is removed from this device.`;
    await forgotten;
    await changed;
    undo.focus();
  }
}
