/** Works that an article cites: one of those that the site has, or a new one from what was pasted. */
import { element } from "../../dom.js";
import { ask, button, labeled } from "../dialog.js";
import { choiceList } from "./chooser.js";

/** @import { Services } from "../contract.d.ts" */

const PASTE =
  "A citation, a DOI, a PubMed record, or what a reference manager exports (RIS, nbib, BibTeX). Look through what becomes of it.";

/**
 * Asks for the work to cite, and adds a new one to the list of works; null where none was chosen.
 *
 * @param {Services} python
 * @param {string} article its text
 * @param {{renumber: () => Promise<void>, citeByKey: () => Promise<void>}} whole what can be done to all references of the article
 * @returns {Promise<{key: string, doubts: string[]} | null>}
 */
export async function askForWork(python, article, { renumber, citeByKey }) {
  const { works } = await python.insertable();
  /** @type {(() => Promise<void>) | null} */
  let act = null;
  const found = await ask(
    "Cite a work",
    (/** @type {(found: {key: string, doubts: string[]}) => void} */ done, dialog) => {
      const field = element("input", { type: "search", autocomplete: "off" });
      const choices = works.map((work) => ({ ...work, words: work.line || work.key }));
      const { list, says } = choiceList(choices, field, ({ key }) => done({ key, doubts: [] }));
      const pasted = element("textarea", { rows: "4", spellcheck: "false" });
      const run = (/** @type {() => Promise<void>} */ chosen) => {
        act = chosen;
        dialog.close();
      };
      const numbered = /^#{1,6}\s+References\b/m.test(article)
        ? [
            element("p", { class: "desk-hint" }, "This article has a numbered list of references."),
            element(
              "div",
              { class: "desk-actions" },
              button("Number them in the order of the text", () => run(renumber)),
              button("Cite them by our list of works", () => run(citeByKey)),
            ),
          ]
        : [];
      return {
        content: [
          labeled("Look for a work that the site cites already", field),
          says,
          list,
          labeled("Or paste a new one", pasted, PASTE),
          ...numbered,
        ],
        act: [
          {
            words: "Cite what was pasted",
            run: async () => {
              const { key, entry, doubts } = await python.reference({ text: pasted.value, article });
              if (key === null) throw new Error(doubts.join(" "));
              if (entry) await python.addWorks({ entries: [entry] });
              done({ key, doubts });
            },
          },
        ],
        first: field,
      };
    },
  );
  await /** @type {(() => Promise<void>) | null} */ (act)?.();
  return found;
}
