/** The buttons above the text that put something into it. What they put there the field's own undo takes back. */
import { element } from "../../dom.js";
import { button } from "../dialog.js";
import { entriesIn } from "../drafts/works.js";
import { blockAt, headingAt, listAt, withWordsMarked } from "./change.js";
import { choose } from "./chooser.js";
import { askForPicture } from "./picture-dialog.js";
import { askForWork } from "./reference-dialog.js";
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
 *   exchange: (text: string, words: string) => void,
 *   address: (ofSite: string) => string,
 *   keepPicture: (path: string, picture: Picture) => Promise<void>,
 *   filesChanged: () => Promise<void>,
 *   open: () => void,
 *   says: (words: string) => void,
 * }} InsertOptions `open` chooses a Word or web file
 */

const NUMBERED = "The references are numbered in the order of the text.";
const KEYED = "The references are cited by our list of works.";
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
      act("Reference", () => this.#reference()),
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
    this.#put((text, [, end]) => withWordsMarked(blockAt(text, end, block)));
  }

  /** A new table, or the one that the cursor is in. @param {string[][]} [given] */
  async table(given) {
    const { broughtCells } = await import("../bring/bring.js");
    const field = this.#options.field();
    const old = given ? null : tableAt(field.value, field.selection[0]);
    const cells = await askForTable(given ?? old?.cells ?? EMPTY, broughtCells);
    if (!cells) return field.focus();
    const { markdown, doubts } = await this.#options.python.table({ cells, header: true });
    if (doubts.length) this.#options.says(doubts.join(" "));
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

  async #reference() {
    const { python, article, exchange, filesChanged, says } = this.#options;
    const found = await askForWork(python, article(), {
      renumber: async () => {
        const { text, changed } = await python.renumber({ text: article() });
        exchange(text, NUMBERED);
        says(changed ? NUMBERED : "They are in order already.");
      },
      citeByKey: async () => {
        const { text, entries, doubts } = await python.citeByKey({ text: article() });
        if (entries) await python.addWorks({ entries: entriesIn(entries) });
        await filesChanged();
        exchange(text, KEYED);
        says([KEYED, ...doubts].join(" "));
      },
    });
    if (!found) return this.#options.field().focus();
    await filesChanged();
    this.#put((_, [, end]) => ({ from: end, to: end, insert: `[@${found.key}]` }));
    says(found.doubts.length ? `Cited. Please look at this: ${found.doubts.join(" ")}` : "Cited.");
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
