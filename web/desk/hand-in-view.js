/** What was written on the way to readers: the articles to hand in, what goes with them, what is still to be thought of, and the ways. */
import "./hand-in/hand-in.js";
import { element } from "../dom.js";
import { button } from "./dialog.js";
import { articlesOf, parcelOf, titleOf, whatOf } from "./drafts/parcel.js";
import { WORKS, worksLeftOut } from "./drafts/works.js";
import { stateWords } from "./state-words.js";

/** @import { ArticleLine, Services } from "./contract.d.ts" */
/** @import { DeskFiles } from "./desk-files.js" */
/** @import { Draft } from "./drafts/drafts.js" */
/** @import { Parcel } from "./drafts/parcel.js" */
/** @import { DeskHandIn } from "./hand-in/hand-in.js" */
/** @import { Change, ChangedFile } from "./hand-in/change.js" */

/**
 * @typedef {object} Desk what the page around it does
 * @property {() => void} leave
 * @property {(path: string, where: "text" | "changes") => void} open
 * @property {(line: ArticleLine) => Promise<string>} publish gives what is said of it; empty where nothing was done
 * @property {(settled: {path: string, text: string, base: string | null}, works: string[]) => Promise<void>} settled `works` are
 *   entries of the list of references that are not handed in with it, and stay
 */

export class HandInView {
  element = element("div", { class: "desk-handing" });
  #files;
  #python;
  #desk;
  /** @type {Draft[]} */
  #changed = [];
  /** @type {ArticleLine[]} */
  #lines = [];
  /** @type {Set<string>} */
  #ticked = new Set();
  /** @type {Parcel} */
  #parcel = { files: [], articles: new Map(), along: [] };
  /** Texts in which a number changed that readers are not told, or did not, as far as they have been compared. @type {Map<string, boolean>} */
  #untold = new Map();
  /** The name of the change that the page has given it; one that was typed stays. */
  #title = "";

  #heading = element("h2", { tabindex: "-1" }, "Hand in");
  #none = element("p", { hidden: true }, "Nothing is changed, so there is nothing to hand in.");
  #rows = element("ul", { class: "desk-handed-rows" });
  #along = element("p", { class: "desk-hint", role: "status" });
  #choice = element(
    "fieldset",
    { class: "desk-handed" },
    element("legend", {}, "Which articles do you hand in?"),
    this.#rows,
    element("p", { class: "desk-hint" }, "What you do not tick stays a draft on this device."),
    this.#along,
  );
  #says = element("p", { class: "desk-says", role: "status" });
  #notices = element("div", { class: "desk-notices" });
  #part = /** @type {DeskHandIn} */ (document.createElement("desk-hand-in"));

  /** @param {DeskFiles} files @param {Services} python @param {Desk} desk */
  constructor(files, python, desk) {
    this.#files = files;
    this.#python = python;
    this.#desk = desk;
    this.element.append(
      element(
        "header",
        { class: "desk-top" },
        button("All articles", desk.leave, { class: "desk-back" }),
        this.#heading,
      ),
      this.#none,
      this.#choice,
      this.#says,
      this.#notices,
      this.#part,
    );
    this.#part.addEventListener("desk-handed-in", (event) => {
      const { change, certain } = /** @type {CustomEvent} */ (event).detail;
      if (certain) void this.#handedIn(change.files);
    });
    this.#part.addEventListener("desk-settled", (event) => {
      const { change, path } = /** @type {CustomEvent} */ (event).detail;
      void this.#settled(change, path);
    });
  }

  /** Shows what can be handed in. @param {string} path of the article that was open, which is ticked; empty for none */
  async show(path) {
    await this.#read();
    const articles = articlesOf(this.#changed);
    const own = articles.find((file) => file.path === path) ?? (articles.length === 1 ? articles[0] : undefined);
    this.#ticked = new Set(own ? [own.path] : []);
    this.#draw();
  }

  focus() {
    this.#heading.focus();
  }

  async #read() {
    this.#changed = await this.#files.changed();
    this.#lines = await this.#python.articles();
    const titles = new Map(this.#lines.map(({ path, title }) => [path, title]));
    this.#changed = this.#changed.map((file) => ({ ...file, title: titles.get(file.path) ?? file.title }));
  }

  #draw() {
    const isAny = articlesOf(this.#changed).length > 0;
    this.#none.hidden = isAny;
    for (const part of [this.#choice, this.#notices, this.#part]) part.hidden = !isAny;
    this.#drawRows();
    this.#choose();
  }

  #drawRows() {
    this.#rows.replaceChildren(...articlesOf(this.#changed).map((file, row) => this.#row(file, `desk-handed-${row}`)));
  }

  /** @param {Draft} file @param {string} hint the name of what is said of it */
  #row(file, hint) {
    const box = element("input", { type: "checkbox", value: file.path, "aria-describedby": hint });
    // It can be reached, so that everybody learns why it stays ticked.
    box.addEventListener("click", (event) => {
      if (box.getAttribute("aria-disabled") === "true") event.preventDefault();
    });
    box.addEventListener("change", () => {
      if (box.checked) this.#ticked.add(file.path);
      else this.#ticked.delete(file.path);
      this.#choose();
    });
    return element(
      "li",
      {},
      element("label", { class: "desk-tick" }, box, titleOf(file)),
      element("span", { class: "desk-hint", id: hint }),
    );
  }

  /** What is ticked is what is handed in, with all that it needs. */
  #choose() {
    this.#parcel = parcelOf(this.#changed, [...this.#ticked]);
    const { articles, along, files } = this.#parcel;
    for (const row of this.#rows.children) {
      const box = /** @type {HTMLInputElement} */ (row.querySelector("input"));
      const file = this.#changed.find(({ path }) => path === box.value);
      const needing = articles.get(box.value);
      // What another article leads to goes with it, whether it is ticked or not.
      box.checked = articles.has(box.value);
      box.setAttribute("aria-disabled", String(Boolean(needing)));
      const why = needing ? [`goes along with “${needing}”, for one leads to the other`] : [];
      const words = [file ? this.#factsOf(file) : "", ...why].filter(Boolean).join(" · ");
      const hint = row.querySelector(".desk-hint");
      if (hint) hint.textContent = words;
    }
    this.#along.textContent = along.length ? `With that goes what it needs: ${along.join("; ")}.` : "";
    const { title, summary } = this.#part.change;
    const isTyped = title !== this.#title;
    this.#title = this.#titleOfChange();
    this.#part.change = { title: isTyped ? title : this.#title, summary, files: files.map(asFile) };
    this.#drawNotices();
    void this.#compare();
  }

  /** @param {Draft} file */
  #factsOf(file) {
    const line = this.#lines.find((one) => one.path === file.path);
    const what = whatOf(file, this.#changed);
    return line ? `${what} · ${stateWords(line)}` : what;
  }

  #titleOfChange() {
    const own = articlesOf(this.#changed).filter(({ path }) => this.#parcel.articles.get(path) === "");
    const [first] = own;
    return first && own.length === 1
      ? `${whatOf(first, this.#changed) === "new" ? "New" : "Change"}: ${titleOf(first)}`
      : "";
  }

  #drawNotices() {
    const { articles } = this.#parcel;
    const lines = this.#lines.filter(({ path }) => articles.has(path));
    this.#notices.replaceChildren(...lines.flatMap((line) => this.#noticesOf(line)));
  }

  /** @param {ArticleLine} line @returns {HTMLElement[]} */
  #noticesOf(line) {
    const { path, title, state, errors } = line;
    const found = [];
    if (errors) {
      const count = errors === 1 ? "1 error" : `${errors} errors`;
      const words = `“${title}” has ${count}. It can be handed in, and readers do not see it until that is mended.`;
      found.push(notice(words, "Look at it", () => this.#desk.open(path, "text"), title));
    }
    if (state === "draft") {
      const words = `“${title}” is still a draft. It can be handed in, and readers do not see it until it is published.`;
      found.push(notice(words, "Publish", () => void this.#publish(line), title));
    }
    if (this.#untold.get(this.#textOf(path))) {
      const words = `A number changed in “${title}”, and the list of changes does not tell readers of it. Who knew the old one has to learn of the new one.`;
      found.push(notice(words, "Tell readers", () => this.#desk.open(path, "changes"), title));
    }
    return found;
  }

  /** @param {string} path */
  #textOf(path) {
    return this.#changed.find((file) => file.path === path)?.text ?? "";
  }

  /** Looks for numbers that changed, in the articles that are chosen. */
  async #compare() {
    const parcel = this.#parcel;
    this.#notices.dataset.state = "comparing";
    for (const path of parcel.articles.keys()) {
      const text = this.#textOf(path);
      if (!text || this.#untold.has(text)) continue;
      this.#untold.set(text, false);
      const compared = await this.#python.compare({ path, text }).catch(() => null);
      if (!compared?.needs_change_entry) continue;
      this.#untold.set(text, true);
      if (this.#parcel === parcel) this.#drawNotices();
    }
    if (this.#parcel === parcel) this.#notices.dataset.state = "compared";
  }

  /** @param {ArticleLine} line */
  async #publish(line) {
    try {
      const said = await this.#desk.publish(line);
      if (!said) return;
      await this.#read();
      this.#choose();
      this.#says.textContent = `“${line.title}”: ${said}`;
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
    this.focus();
  }

  /** @param {readonly ChangedFile[]} handed */
  async #handedIn(handed) {
    await this.#files.handedIn(handed);
    await this.#read();
    const left = articlesOf(this.#changed);
    this.#notices.replaceChildren();
    this.#choice.hidden = true;
    if (!left.length) return;
    const more = button("Hand in another", async () => {
      this.#ticked = new Set();
      // The words that were typed were about what was handed in.
      this.#title = "";
      this.#part.change = { title: "", summary: "", files: [] };
      more.remove();
      this.#draw();
      this.#rows.querySelector("input")?.focus();
    });
    this.#notices.append(
      element(
        "p",
        {},
        `Still on this device, and not handed in: ${left.map((file) => `“${titleOf(file)}”`).join(", ")}. `,
        more,
      ),
    );
  }

  /** @param {Change} change @param {string} path */
  async #settled(change, path) {
    const own = change.files.find((file) => file.path === path);
    if (own?.text == null) return;
    const list = this.#changed.find((file) => file.path === WORKS);
    const works = path === WORKS && list ? worksLeftOut(list, own.text) : [];
    await this.#desk.settled({ path, text: own.text, base: own.base }, works);
    await this.#read();
  }
}

/** @param {string} words @param {string} act @param {() => void} run @param {string} title of the article, for those who hear the button alone */
function notice(words, act, run, title) {
  return element(
    "div",
    { class: "desk-notice" },
    element("p", {}, words),
    button(act, run, { "aria-label": `${act}: ${title}` }),
  );
}

/** @param {import("./drafts/parcel.js").Written} file @returns {ChangedFile} */
function asFile(file) {
  const { path, text, base, base64 } = file;
  const name = titleOf(file);
  if (base64 === undefined) return { path, name, text, base };
  return { path, name, text: null, bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), base };
}
