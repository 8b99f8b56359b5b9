/** What readers will see: the page, its place in the list of articles, and what is another than before. */
import { element } from "../../dom.js";
import { button } from "../dialog.js";
import { ChangesView, consequencesView } from "./changes-view.js";
import { leadOutside, nodesOf, PageFrame } from "./page-frame.js";
import { sourcePlace } from "./source-place.js";

/** @import { ArticleSession } from "../article-session.js" */
/** @import { Services } from "../contract.d.ts" */

/** Milliseconds without a key after which press is asked what follows from a change: it may wait, the page may not. */
const COMPARING = 1500;
const VIEWS = /** @type {const} */ ({ page: "Page", card: "In the list", changes: "What changed" });
const SIZES = /** @type {const} */ ({ fit: "Fit", phone: "Phone", desktop: "Desktop" });

export class SeePane {
  element;
  #python;
  #session;
  #frame;
  #views;
  #card = element("ul", { class: "article-list desk-card" });
  #changes;
  #consequences = element("div", { class: "desk-notice", hidden: true });
  #compared = "";
  #timer = 0;

  /**
   * @param {Services} python
   * @param {ArticleSession} session
   * @param {{page: string, addEntry: (kind: "clinical" | "editorial", words: string) => Promise<void>, signal: AbortSignal}} options
   */
  constructor(python, session, { page, addEntry, signal }) {
    this.#python = python;
    this.#session = session;
    this.#changes = new ChangesView(async (kind, words) => {
      await addEntry(kind, words);
      await this.#compare();
    });
    this.#frame = new PageFrame(page);
    const panels = { page: this.#frame.element, card: this.#card, changes: this.#changes.element };
    const sizes = this.#choice("Width", SIZES, "fit", (name) => this.#frame.resize(name));
    const print = button("Print view", () => this.#frame.print());
    this.#views = this.#choice("What to see", VIEWS, "page", (name) => {
      for (const [own, panel] of Object.entries(panels)) panel.hidden = own !== name;
      sizes.hidden = name !== "page";
      if (name === "changes") void this.#compare();
    });
    this.#card.hidden = true;
    this.#changes.element.hidden = true;
    this.element = element(
      "section",
      { class: "desk-see md-typeset", "aria-label": "What readers will see" },
      element("div", { class: "desk-bar" }, this.#views, sizes, print),
      this.#consequences,
      ...Object.values(panels),
    );
    session.addEventListener("checked", () => this.#draw(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Pictures that the site does not have yet. @param {ReadonlyMap<string, string>} pictures by path, as base64 */
  addPictures(pictures) {
    for (const [path, base64] of pictures) {
      const name = path.split("/").at(-1) ?? "";
      const kind = name.endsWith(".svg") ? "svg+xml" : name.split(".").at(-1);
      this.#frame.pictures.set(name, `data:image/${kind};base64,${base64}`);
    }
    this.#drawCard();
  }

  /** Shows what is another than in the published article. */
  showChanges() {
    const own = [...this.#views.querySelectorAll("button")].find(({ textContent }) => textContent === VIEWS.changes);
    own?.click();
    own?.focus();
  }

  /** Brings into view what stands in a line of the text. @param {number} line */
  follow(line) {
    void this.#frame.follow(sourcePlace(this.#session.body, line));
  }

  #draw() {
    const { checked } = this.#session;
    if (!checked) return;
    void this.#frame.show(checked.html);
    this.#drawCard();
    clearTimeout(this.#timer);
    const act = this.#changes.element.hidden ? () => this.#showConsequences() : () => this.#compare();
    this.#timer = Number(setTimeout(() => void act(), COMPARING));
  }

  #drawCard() {
    this.#card.replaceChildren(...nodesOf(this.#session.checked?.card ?? ""));
    leadOutside(this.#card);
    this.#frame.showPictures(this.#card);
    for (const picture of this.#card.querySelectorAll("img"))
      picture.addEventListener("error", () => picture.remove(), { once: true });
  }

  /** Whether a calculator rests on what has changed. */
  async #showConsequences() {
    const { path, text, base } = this.#session;
    if (base === null) return;
    const found = await this.#python.consequences({ path, text }).catch(() => []);
    if (this.#session.text !== text) return;
    this.#consequences.hidden = found.length === 0;
    this.#consequences.replaceChildren(...(found.length ? [consequencesView(found)] : []));
  }

  /** What is another than in the published article; nothing is asked again for the same text. */
  async #compare() {
    const { path, text, base } = this.#session;
    if (this.#compared === text) return;
    this.#compared = text;
    if (base === null) {
      this.#changes.say("This article is new: there is no published one to compare it with.");
      return;
    }
    try {
      const comparison = await this.#python.compare({ path, text });
      await this.#showConsequences();
      if (this.#session.text === text) this.#changes.show(comparison);
    } catch (thrown) {
      this.#changes.say(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  /**
   * Buttons of which one is pressed.
   *
   * @template {string} Name
   * @param {string} label
   * @param {Readonly<Record<Name, string>>} names
   * @param {NoInfer<Name>} first
   * @param {(name: Name) => void} choose
   */
  #choice(label, names, first, choose) {
    const entries = /** @type {[Name, string][]} */ (Object.entries(names));
    const buttons = entries.map(([name, words]) =>
      button(
        words,
        () => {
          for (const [index, [own]] of entries.entries())
            buttons[index]?.setAttribute("aria-pressed", String(own === name));
          choose(name);
        },
        { "aria-pressed": String(name === first) },
      ),
    );
    return element("div", { class: "desk-choice", role: "group", "aria-label": label }, ...buttons);
  }
}
