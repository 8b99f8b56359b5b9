import { parted } from "./write/front-matter.js";
import { shown, withLineEnds } from "./write/line-ends.js";

/** @import { Checked, Services } from "./contract.d.ts" */

/** Milliseconds after a key before press is asked: long enough to write on, short enough to seem at once. */
const PAUSE = 120;

/**
 * One article that is open: its text, what press says of it, and the way back from what a button did to it.
 *
 * Events: `text` when the text has changed (its `detail` is who did it), `checked`, `failed` (its `detail` is why).
 */
export class ArticleSession extends EventTarget {
  #python;
  #text;
  /** The last thing that a button changed. @type {{before: string, after: string, words: string} | null} */
  #last = null;
  #timer = 0;
  #isAsking = false;
  #isOutdated = true;
  #isClosed = false;
  /** The newest reply, and the text that it is of. @type {(Checked & {text: string}) | null} */
  checked = null;

  /**
   * @param {Services} python
   * @param {{path: string, text: string, base: string | null}} article
   */
  constructor(python, { path, text, base }) {
    super();
    this.#python = python;
    this.path = path;
    this.#text = text;
    this.base = base;
  }

  get text() {
    return this.#text;
  }

  /** The text behind the front matter, as a field shows it. */
  get body() {
    return shown(parted(this.#text).body);
  }

  /** The front matter, as a field shows it. */
  get head() {
    return shown(parted(this.#text).head);
  }

  /** Whether nothing of the newest text is still to be checked. */
  get isChecked() {
    return this.checked?.text === this.#text;
  }

  /** What the editor wrote. @param {string} typed */
  type(typed) {
    const { head, body } = parted(this.#text);
    this.#become(head + withLineEnds(typed, body), "editor");
  }

  /** The front matter as text. @param {string} typed */
  typeHead(typed) {
    const { head, body } = parted(this.#text);
    this.#become(withLineEnds(typed, head) + body, "head");
  }

  /**
   * Exchanges the whole text, with the way back.
   *
   * @param {string} text
   * @param {string} words what was done
   * @param {string} [by]
   * @param {string} [before] where the way back leads: to the text before the first of several steps
   */
  exchange(text, words, by = "button", before = this.#text) {
    if (text === this.#text) return;
    this.#last = { before, after: text, words };
    this.#become(text, by);
  }

  /** What the last button did; empty once something was written since, which taking it back would lose. */
  get undoable() {
    return this.#last?.after === this.#text ? this.#last.words : "";
  }

  undo() {
    if (this.#last?.after === this.#text) this.#become(this.#last.before, "button");
  }

  /** Asks press now. */
  check() {
    clearTimeout(this.#timer);
    this.#isOutdated = true;
    if (!this.#isAsking) void this.#ask();
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** @param {string} text @param {string} by */
  #become(text, by) {
    if (text === this.#text) return;
    this.#text = text;
    this.dispatchEvent(new CustomEvent("text", { detail: by }));
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => this.check(), PAUSE));
  }

  async #ask() {
    this.#isAsking = true;
    while (this.#isOutdated && !this.#isClosed) {
      this.#isOutdated = false;
      const text = this.#text;
      try {
        const reply = await this.#python.check({ path: this.path, text });
        if (this.#isClosed) break;
        this.checked = { ...reply, text };
        this.dispatchEvent(new Event("checked"));
      } catch (thrown) {
        const words = thrown instanceof Error ? thrown.message : String(thrown);
        if (!this.#isClosed) this.dispatchEvent(new CustomEvent("failed", { detail: words }));
      }
    }
    this.#isAsking = false;
  }
}
