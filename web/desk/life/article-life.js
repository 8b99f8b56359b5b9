import { element } from "../../dom.js";
import { askOfAddress } from "./address.js";
import { carryOut, lifeButtons } from "./life-buttons.js";

/** @import { ArticleSession } from "../article-session.js" */
/** @import { ArticleLine, Done, Field, Services } from "../contract.d.ts" */
/** @import { DeskFiles } from "../desk-files.js" */
/** @import { Command } from "./life-buttons.js" */

/** What can happen to the article that is open, and the way back from it. */
export class ArticleLife {
  element = element("div", { class: "desk-life" });
  #desk;
  #session;
  #slug;
  #says;
  /** The way back from the last command. @type {(() => Promise<void>) | null} */
  #back = null;

  /**
   * @param {{python: Services, files: DeskFiles, fields: readonly Field[], open: (path: string, words: string) => void}} desk
   * @param {ArticleSession} session
   * @param {ArticleLine | undefined} line
   * @param {(words: string) => void} says
   */
  constructor(desk, session, line, says) {
    this.#desk = desk;
    this.#session = session;
    this.#slug = line?.slug ?? "";
    this.#says = says;
    this.#draw(line);
  }

  /** @param {ArticleLine | undefined} line */
  #draw(line) {
    const buttons = line ? lifeButtons(line, this.#desk.fields, (command) => void this.#run(command)) : [];
    const none = element("p", {}, "Nothing more can happen to this article here.");
    this.element.replaceChildren(...(buttons.length ? buttons : [none]));
  }

  /** The buttons of the state that the article has now. */
  async #redraw() {
    const lines = await this.#desk.python.articles();
    this.#draw(lines.find(({ path }) => path === this.#session.path));
  }

  get isRevertible() {
    return this.#back !== null;
  }

  /** What was written since must not be lost by going back. */
  forget() {
    this.#back = null;
  }

  /** @returns {Promise<boolean>} whether there was something to take back */
  async takeBack() {
    const back = this.#back;
    this.#back = null;
    await back?.();
    return back !== null;
  }

  /** Offers a draft that was never handed in the address that its title gives, as if it had been begun with it. */
  async offerAddress() {
    const { python } = this.#desk;
    const { text, base } = this.#session;
    const { address, values } = await python.readFields({ text });
    if (base !== null || values.draft !== true || !address || address === this.#slug) return;
    if (await askOfAddress(this.#slug, address)) {
      await this.#act(() => python.command({ name: "readdress", arguments: { slug: this.#slug } }));
    }
  }

  /** @param {Command} command */
  #run(command) {
    return this.#act(() => carryOut(this.#desk.python, command, { slug: this.#slug }));
  }

  /** @param {() => Promise<Done | null>} command */
  async #act(command) {
    const { python, files, open } = this.#desk;
    const { path, text } = this.#session;
    try {
      await python.keep({ files: [{ path, text }] });
      const { result, undo } = await files.revertible(command);
      if (!result) return;
      const own = result.files.find((file) => file.path === path);
      // Of the articles that it changed, the others have links to this one and were there before.
      const moved = result.files.find((file) => file.before === null && file.text !== null && isArticle(file.path));
      const words = [result.words, ...result.steps].join(" ");
      if (own?.text === null && moved) {
        open(moved.path, words);
        return;
      }
      if (own?.text) this.#session.exchange(own.text, result.words, "command");
      this.#back = async () => {
        await undo();
        this.#session.exchange(text, "", "command");
        await this.#redraw();
      };
      this.#says(words);
      await this.#redraw();
    } catch (thrown) {
      this.#says(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
}

/** @param {string} path */
const isArticle = (path) => path.startsWith("content/articles/");
