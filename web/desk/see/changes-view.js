/** What is another than in the published article: in the words of the page, what is clinical first; and what follows from it. */
import { element } from "../../dom.js";
import { button, labeled } from "../dialog.js";
import { leadOutside, nodesOf } from "./page-frame.js";

/** @import { Comparison, Consequence } from "../contract.d.ts" */

/**
 * @param {Comparison} comparison
 * @param {(kind: "clinical" | "editorial", words: string) => Promise<void>} addEntry to the changes that readers are told
 * @returns {Node[]}
 */
export function changesView(comparison, addEntry) {
  const { clinical, html, words, needs_change_entry: isAsked } = comparison;
  const compared = element("div", { class: "desk-compared" }, ...nodesOf(html));
  leadOutside(compared);
  return [
    element("p", {}, words),
    ...(clinical.length ? [clinicalView(clinical)] : []),
    ...(isAsked ? [entryQuestion(addEntry)] : []),
    element("h3", {}, "In the words of the page"),
    compared,
  ];
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

/** @param {(kind: "clinical" | "editorial", words: string) => Promise<void>} addEntry */
function entryQuestion(addEntry) {
  const words = element("textarea", { rows: "2" });
  const kind = element(
    "select",
    {},
    element("option", { value: "clinical" }, "It changes what is done with patients"),
    element("option", { value: "editorial" }, "It changes words only"),
  );
  const says = element("p", { class: "desk-refused", role: "alert" });
  const add = button("Add to the changes of this article", async () => {
    says.textContent = "";
    if (!words.value.trim()) {
      says.textContent = "Say what changed first.";
      words.focus();
      return;
    }
    try {
      await addEntry(kind.value === "clinical" ? "clinical" : "editorial", words.value.trim().replace(/\s+/g, " "));
      const done = element("p", { tabindex: "-1" }, "Added to the changes of this article.");
      question.replaceWith(done);
      done.focus();
    } catch (thrown) {
      says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  });
  const question = element(
    "div",
    { class: "desk-entry-question", role: "group", "aria-label": "What readers are told" },
    element("h3", {}, "What should readers be told?"),
    labeled("What changed, and why", words, "A number changed. Who knew the old one has to learn of it."),
    labeled("What kind of change is it?", kind),
    says,
    add,
  );
  return question;
}
