/** What is another than in the published article: in the words of the page, what is clinical first; and what follows from it. */
import { element } from "../../dom.js";
import { button, labeled } from "../dialog.js";
import { leadOutside, nodesOf } from "./page-frame.js";

/** @import { Comparison, Consequence } from "../contract.d.ts" */

export class ChangesView {
  #words = element("p");
  #clinical = element("div");
  #question;
  #compared = element("div", { class: "desk-compared" });
  element = element("div", { class: "desk-changes" }, element("p", {}, "Comparing with the published text."));

  /** @param {(kind: "clinical" | "editorial", words: string) => Promise<void>} addEntry to the changes that readers are told */
  constructor(addEntry) {
    this.#question = new EntryQuestion(addEntry);
  }

  /** @param {Comparison} comparison */
  show({ clinical, html, words, needs_change_entry: isAsked }) {
    this.#words.textContent = words;
    this.#clinical.replaceChildren(...(clinical.length ? [clinicalView(clinical)] : []));
    this.#compared.replaceChildren(...nodesOf(html));
    leadOutside(this.#compared);
    this.#question.ask(isAsked);
    // What stands in the page already stays there: an editor may be writing in it.
    if (this.#words.parentNode === this.element) return;
    this.element.replaceChildren(
      this.#words,
      this.#clinical,
      this.#question.element,
      element("h3", {}, "In the words of the page"),
      this.#compared,
    );
  }

  /** @param {string} words in the place of a comparison */
  say(words) {
    if (this.#question.isBegun) this.#words.textContent = words;
    else this.element.replaceChildren(element("p", {}, words));
  }
}

/** @param {Comparison["clinical"]} clinical */
function clinicalView(clinical) {
  const rows = clinical.map(({ before, after, where }) =>
    element(
      "li",
      {},
      ...(where ? [element("span", { class: "desk-where" }, `${where}: `)] : []),
      ...(before ? [element("del", {}, before)] : []),
      ...(before && after ? [" "] : []),
      ...(after ? [element("ins", {}, after)] : []),
    ),
  );
  return element("div", { class: "desk-clinical" }, element("h3", {}, "Clinical changes"), element("ul", {}, ...rows));
}

/** @param {readonly Consequence[]} consequences */
export function consequencesView(consequences) {
  const rows = consequences.map(({ title, row, says, before, after, next, mentions }) =>
    element(
      "li",
      {},
      element("strong", {}, title),
      ` rests on ${row ? `the row “${row}”` : `“${says}”`}. `,
      element("del", {}, before),
      " ",
      element("ins", {}, after),
      element("p", {}, next),
      ...(mentions.length
        ? [
            element(
              "details",
              { class: "desk-fold" },
              element("summary", {}, `Other lines that say the old number (${mentions.length})`),
              element(
                "ul",
                {},
                ...mentions.map(({ path, line, text }) => element("li", {}, `${path}, line ${line}: ${text}`)),
              ),
            ),
          ]
        : []),
    ),
  );
  return element(
    "div",
    { class: "desk-consequences" },
    element("h3", {}, consequences.length === 1 ? "A calculator rests on this" : "Calculators rest on this"),
    element("ul", {}, ...rows),
  );
}

/** What readers are told of a number that changed. What is typed in it stays while the text is compared anew. */
class EntryQuestion {
  #words = element("textarea", { rows: "2" });
  #kind = element(
    "select",
    {},
    element("option", { value: "clinical" }, "It changes what is done with patients"),
    element("option", { value: "editorial" }, "It changes words only"),
  );
  #says = element("p", { class: "desk-refused", role: "alert" });
  #group;
  #done = element("p", { tabindex: "-1", hidden: true }, "Added to the changes of this article.");
  #addEntry;
  element;

  /** @param {(kind: "clinical" | "editorial", words: string) => Promise<void>} addEntry */
  constructor(addEntry) {
    this.#addEntry = addEntry;
    this.#group = element(
      "div",
      { class: "desk-entry-question", role: "group", "aria-label": "What readers are told", hidden: true },
      element("h3", {}, "What should readers be told?"),
      labeled("What changed, and why", this.#words, "A number changed. Who knew the old one has to learn of it."),
      labeled("What kind of change is it?", this.#kind),
      this.#says,
      button("Add to the changes of this article", () => void this.#add()),
    );
    this.element = element("div", {}, this.#group, this.#done);
  }

  get isBegun() {
    return !this.#group.hidden && this.#words.value.trim() !== "";
  }

  /** @param {boolean} isAsked */
  ask(isAsked) {
    this.#group.hidden = !isAsked && !this.isBegun;
    if (isAsked) this.#done.hidden = true;
  }

  async #add() {
    const words = this.#words.value.trim().replace(/\s+/g, " ");
    this.#says.textContent = "";
    if (!words) {
      this.#says.textContent = "Say what changed first.";
      this.#words.focus();
      return;
    }
    try {
      await this.#addEntry(this.#kind.value === "clinical" ? "clinical" : "editorial", words);
      this.#words.value = "";
      this.#group.hidden = true;
      this.#done.hidden = false;
      this.#done.focus();
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
}
