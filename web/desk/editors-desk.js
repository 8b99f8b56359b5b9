/** The editors' desk: the list of articles, and the one that is open. press answers in a worker of this page. */
import { element } from "../dom.js";
import { today } from "../today.js";
import { ArticleView } from "./article-view.js";
import { DeskFiles } from "./desk-files.js";
import { draftOf, drafts, keepDraft } from "./drafts/drafts.js";
import { HandInView } from "./hand-in-view.js";
import { boardView } from "./life/board-view.js";
import { carryOut, commandsOf, newArticle } from "./life/life-buttons.js";
import { StartView } from "./start-view.js";

/** @import { ArticleLine, Field, Services } from "./contract.d.ts" */

export class EditorsDesk {
  #place;
  #python;
  #files;
  #page;
  #says;
  /** @type {ArticleLine[]} */
  #articles = [];
  /** @type {Field[]} */
  #fields = [];
  #start;
  /** What becomes of a draft that was removed or brought back. @type {Promise<void>} */
  #changing = Promise.resolve();
  /** Settles when the lists are read, and what this device has kept is with press. */
  #begun;
  #begin = () => {};
  #isBegun = false;
  /** What was asked for last; what was asked for before it, and had to wait, is not done any more. */
  #asked = 0;
  /** The article that was open before. */
  #left = "";
  /** @type {ArticleView | null} */
  #article = null;

  /**
   * @param {HTMLElement} place
   * @param {Services} python
   * @param {string} page the address of the empty page that articles are shown in
   */
  constructor(place, python, page) {
    this.#place = place;
    this.#python = python;
    this.#files = new DeskFiles(python);
    this.#page = page;
    this.#begun = new Promise((resolve) => {
      this.#begin = () => resolve(undefined);
    });
    this.#says = element("p", { class: "desk-says", role: "status" });
    this.#start = new StartView({
      open: (path) => void this.open(path),
      begin: () => void this.#newArticle(),
      handIn: () => void this.#handIn(),
      board: boardView(
        async () => {
          await this.#begun;
          return python.board();
        },
        (path) => void this.open(path),
      ),
      become: (before, after) => {
        const changing = this.#files.become(before, after);
        this.#changing = changing.catch(() => {});
        return changing.then(() => this.#showStart());
      },
      writtenSince: (left, back) => this.#files.writtenSince(left, back),
    });
    place.classList.add("editors-desk");
    place.replaceChildren(this.#says, this.#start.element);
  }

  /** Reads what the desk begins with. @param {string} slug the article to open at once; empty for none */
  async start(slug) {
    try {
      this.#start.showDrafts(await drafts().catch(() => []));
      this.#fields = await this.#python.fields();
      await this.#files.restore();
      await this.#showStart();
      this.#isBegun = true;
      this.#begin();
      if (!this.#asked) await this.goTo(slug);
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  /** The list of articles and the drafts as they are now. */
  async #showStart() {
    this.#start.showDrafts(await drafts().catch(() => []));
    this.#articles = await this.#python.articles();
    const changed = await this.#files.changed();
    this.#start.showArticles(this.#articles, new Set(changed.map(({ path }) => path)));
  }

  /** Waits until all is read that a view or a dialog needs. @returns {Promise<boolean>} whether nothing else was asked for meanwhile */
  async #ready() {
    const turn = ++this.#asked;
    if (!this.#isBegun) this.#says.textContent = "One moment: the lists of this site are being read.";
    await this.#begun;
    if (turn === this.#asked) this.#says.textContent = "";
    return turn === this.#asked;
  }

  /** Opens an article by its name in the address; no other name opens anything. @param {string} slug */
  async goTo(slug) {
    const asked = this.#articles.find((article) => article.slug === slug);
    if (!asked || asked.path === this.#article?.path) return;
    await this.#article?.settle().catch(() => {}); // the drafts have it
    await this.open(asked.path);
  }

  /** @param {string} path */
  async open(path) {
    if (!(await this.#ready())) return;
    try {
      // Who removes a draft and opens the article at once gets the published text.
      await this.#changing;
      const draft = await draftOf(path).catch(() => undefined);
      const opened = await this.#python.open({ path });
      const text = draft?.text ?? opened.text;
      const base = draft ? draft.base : opened.published;
      this.#article?.close();
      const line = this.#articles.find((article) => article.path === path);
      this.#article = new ArticleView(
        {
          python: this.#python,
          files: this.#files,
          fields: this.#fields,
          page: this.#page,
          leave: () => void this.#leave(),
          handIn: () => void this.#handIn(),
          open: (other, words) => void this.#reopen(other, words),
        },
        { path, text, base },
        line,
      );
      this.#says.textContent = "";
      this.#place.replaceChildren(this.#says, this.#article.element);
      history.replaceState(history.state, "", line ? `#${line.slug}` : location.pathname);
      this.#article.focus();
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  async #leave() {
    await this.#article?.settle().catch(() => {}); // the drafts have it
    const path = this.#article?.path ?? this.#left;
    this.#article?.close();
    this.#article = null;
    // A list that was shown before holds an earlier text, which a button of it would take for the newest.
    this.#start.showDrafts(await drafts().catch(() => []));
    history.replaceState(history.state, "", location.pathname);
    this.#place.replaceChildren(this.#says, this.#start.element);
    await this.#showStart();
    this.#start.focusArticle(path);
  }

  /** An article whose list is another one now. @param {string} path @param {string} [words] what was done to it */
  async #reopen(path, words) {
    this.#articles = await this.#python.articles();
    await this.open(path);
    if (words) this.#article?.say(words);
  }

  async #handIn() {
    if (!(await this.#ready())) return;
    try {
      await this.#article?.settle();
      const view = new HandInView(this.#files, this.#python, {
        leave: () => void this.#leave(),
        open: (path, where) => void this.#openAt(path, where),
        publish: (line) => this.#publish(line),
        settled: (file, works) => this.#settled(file, works),
      });
      const path = this.#article?.path ?? "";
      await view.show(path);
      this.#article?.close();
      this.#article = null;
      this.#left = path;
      this.#place.replaceChildren(this.#says, view.element);
      view.focus();
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  /** @param {string} path @param {"text" | "changes"} where */
  async #openAt(path, where) {
    await this.#reopen(path);
    if (where === "changes") this.#article?.showChanges();
  }

  /** @param {ArticleLine} line @returns {Promise<string>} what is said of it; empty where nothing was done */
  async #publish(line) {
    const command = commandsOf(line, this.#fields, today()).find(({ name }) => name === "publish");
    if (!command) return "";
    const { result } = await this.#files.revertible(() => carryOut(this.#python, command, { slug: line.slug }));
    return result ? [result.words, ...result.steps].join(" ") : "";
  }

  /** Goes on with what was chosen of two texts. @param {{path: string, text: string, base: string | null}} file @param {string[]} works */
  async #settled({ path, text, base }, works) {
    await this.#python.keep({ files: [{ path, text }] });
    const [whole] = works.length ? (await this.#python.addWorks({ entries: works })).files : [];
    await keepDraft({ path, text: whole?.text ?? text, base, at: Date.now() });
  }

  async #newArticle() {
    if (!(await this.#ready())) return;
    try {
      const { result } = await this.#files.revertible(() => carryOut(this.#python, newArticle(this.#fields), {}));
      const made = result?.files.find(({ path, text }) => path.startsWith("content/articles/") && text !== null);
      if (made) await this.#reopen(made.path, result?.words);
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
}
