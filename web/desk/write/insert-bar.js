/** The buttons above the text that put something into it. What they put there the field's own undo takes back. */
import { element } from "../../dom.js";
import { ask, button, labeled } from "../dialog.js";
import { blockAt, headingAt, listAt } from "./change.js";
import { choiceList, choose } from "./chooser.js";
import { askForPicture } from "./picture-dialog.js";
import { tableAt } from "./table-at.js";
import { askForTable } from "./table-dialog.js";

/** @import { Services } from "../contract.d.ts" */
/** @import { Change } from "./change.js" */
/** @import { Picture } from "./picture.js" */
/** @import { TextField } from "./plain-text.js" */

/**
 * @typedef {{
 *   python: Services,
 *   field: () => TextField,
 *   article: () => string,
 *   address: (ofSite: string) => string,
 *   keepPicture: (path: string, picture: Picture) => Promise<void>,
 *   filesChanged: () => Promise<void>,
 *   open: () => void,
 *   says: (words: string) => void,
 * }} InsertOptions `open` chooses a Word or web file
 */

const EMPTY = [
  ["", "", ""],
  ["", "", ""],
  ["", "", ""],
];

export class InsertBar {
  element;
  #options;

  /** @param {InsertOptions} options */
  constructor(options) {
    this.#options = options;
    const act = (/** @type {string} */ words, /** @type {() => void | Promise<void>} */ run) =>
      button(words, () => void this.#run(run));
    this.element = element(
      "div",
      { class: "desk-insert", role: "group", "aria-label": "Put into the text" },
      act("Heading", () => this.#put((text, [start]) => headingAt(text, start, 2))),
      act("Subheading", () => this.#put((text, [start]) => headingAt(text, start, 3))),
      act("List", () => this.#put((text, selection) => listAt(text, selection, false))),
      act("Numbered list", () => this.#put((text, selection) => listAt(text, selection, true))),
      act("Table", () => this.table()),
      act("Link", () => this.#link()),
      act("Reference", () => this.reference()),
      act("Calculator", () => this.#calculator()),
      act("Box", () => this.#callout()),
      act("Picture", () => this.picture()),
      button("Open a Word or web file", options.open),
    );
  }

  /** @param {() => void | Promise<void>} run */
  async #run(run) {
    try {
      await run();
    } catch (thrown) {
      this.#options.says(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  /** @param {(text: string, selection: [number, number]) => Change} change */
  #put(change) {
    const field = this.#options.field();
    field.change(change(field.value, field.selection));
  }

  /** @param {string} block */
  putBlock(block) {
    this.#put((text, [, end]) => blockAt(text, end, block));
  }

  /** What comes from another program: blocks as blocks, a few words as words in the line. @param {string} markdown */
  putBrought(markdown) {
    const text = markdown.replace(/\n+$/, "");
    if (/\n|^(?:#|[-*+] |\d+\. |\||>|!\[)/.test(text)) this.putBlock(text);
    else this.#put((_, [from, to]) => ({ from, to, insert: text }));
  }

  /** A new table, or the one that the cursor is in. @param {string[][]} [given] */
  async table(given) {
    const { broughtCells } = await import("../bring/bring.js");
    const field = this.#options.field();
    const old = given ? null : tableAt(field.value, field.selection[0]);
    const cells = await askForTable(given ?? old?.cells ?? EMPTY, broughtCells);
    if (!cells) return field.focus();
    const { markdown } = await this.#options.python.table({ cells, header: true });
    const table = markdown.replace(/\n+$/, "");
    if (old) field.change({ from: old.from, to: old.to, insert: table });
    else this.putBlock(table);
  }

  async #link() {
    const { pages } = await this.#options.python.insertable();
    const choices = pages.map((page) => ({
      ...page,
      words: page.title,
      more: `${page.kind}${page.unseen ? `; ${page.unseen}` : ""}`,
    }));
    const page = await choose("Link to a page of ours", "Title of the page, or words of it", choices);
    if (!page) return this.#options.field().focus();
    this.#put((text, [from, to]) => ({
      from,
      to,
      insert: `[${text.slice(from, to).trim() || page.title}](${page.address})`,
    }));
  }

  /** A work that is cited: one of those that the site has, or a new one from what was pasted. @param {string} [given] */
  async reference(given = "") {
    const { python, article, filesChanged, says } = this.#options;
    const { works } = await python.insertable();
    const found = await ask("Cite a work", (done) => {
      const field = element("input", { type: "search", autocomplete: "off" });
      const choices = works.map((work) => ({ ...work, words: work.line || work.key }));
      const list = choiceList(choices, field, ({ key }) => done({ key, doubts: /** @type {string[]} */ ([]) }));
      const pasted = element("textarea", { rows: "4", spellcheck: "false" });
      pasted.value = given;
      return {
        content: [
          labeled("Look for a work that the site cites already", field),
          list.says,
          list.list,
          labeled(
            "Or paste a new one",
            pasted,
            "A citation, a DOI, a PubMed record, or what a reference manager exports (RIS, nbib, BibTeX). Look through what becomes of it.",
          ),
        ],
        act: [
          {
            words: "Cite what was pasted",
            run: async () => done(await python.reference({ text: pasted.value, article: article() })),
          },
        ],
        first: given ? pasted : field,
      };
    });
    if (!found) return this.#options.field().focus();
    await filesChanged();
    this.#put((_, [, end]) => ({ from: end, to: end, insert: `[@${found.key}]` }));
    if (found.doubts.length) says(`Cited. Please look at this: ${found.doubts.join(" ")}`);
  }

  async #calculator() {
    const { calculators, pages } = await this.#options.python.insertable();
    const choices = calculators.map((one) => ({
      ...one,
      words: one.title,
      more: one.summary,
      page: this.#options.address(pages.find(({ title }) => title === one.title)?.address ?? ""),
    }));
    const found = await choose("Put a calculator into the text", "What it is called or does", choices);
    if (found) this.putBlock(found.block);
    else this.#options.field().focus();
  }

  async #callout() {
    const { callouts } = await this.#options.python.insertable();
    const choices = callouts.map((one) => ({ ...one, words: sentence(one.name), more: one.help }));
    const found = await choose("Put a box into the text", "What kind of box", choices);
    if (found) this.putBlock(found.markdown);
    else this.#options.field().focus();
  }

  /** @param {File} [file] one that was pasted */
  async picture(file) {
    const found = await askForPicture(file);
    if (!found) return this.#options.field().focus();
    await this.#options.keepPicture(`content/images/articles/${found.picture.name}`, found.picture);
    this.putBlock(`![${found.shows.replace(/[[\]]/g, "\\$&")}](/images/articles/${found.picture.name})`);
    this.#options.says(found.picture.words);
  }
}

/** @param {string} name in capitals */
function sentence(name) {
  return name.charAt(0) + name.slice(1).toLowerCase();
}
