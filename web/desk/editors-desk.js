/** The editors' desk: the list of articles, and the one that is open. press answers in a worker of this page. */
import { element } from "../dom.js";
import { ArticleView } from "./article-view.js";
import { DeskFiles } from "./desk-files.js";
import { draftOf, drafts, keepDraft } from "./drafts/drafts.js";
import { handInView } from "./hand-in-view.js";
import { boardView } from "./life/board-view.js";
import { carryOut, newArticle } from "./life/life-buttons.js";
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
    this.#says = element("p", { class: "desk-says", role: "status" });
    this.#start = new StartView({
      open: (path) => void this.open(path),
      begin: () => void this.#begin(),
      handIn: () => void this.#handIn(),
      board: boardView(python, (path) => void this.open(path)),
      draftChanged: (draft, isRemoved) => {
        const changing = isRemoved ? this.#files.drop(draft.path) : this.#files.takeBack(draft);
        this.#changing = changing.catch(() => {});
        return changing.then(async () => this.#start.showDrafts(await drafts()));
      },
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
      this.#articles = await this.#python.articles();
      this.#start.showArticles(this.#articles);
      await this.goTo(slug);
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
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
          open: (other) => void this.#reopen(other),
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
    history.replaceState(history.state, "", location.pathname);
    this.#place.replaceChildren(this.#says, this.#start.element);
    this.#start.showDrafts(await drafts().catch(() => []));
    this.#articles = await this.#python.articles();
    this.#start.showArticles(this.#articles);
    this.#start.focusArticle(path);
  }

  /** An article whose list is another one now. @param {string} path */
  async #reopen(path) {
    this.#articles = await this.#python.articles();
    await this.open(path);
  }

  async #handIn() {
    try {
      await this.#article?.settle();
      const view = await handInView(this.#files, this.#python, {
        leave: () => void this.#leave(),
        settled: async (path, text, base) => {
          await this.#python.keep({ files: [{ path, text }] });
          await keepDraft({ path, text, base, at: Date.now() });
        },
      });
      const path = this.#article?.path ?? "";
      this.#article?.close();
      this.#article = null;
      this.#left = path;
      this.#place.replaceChildren(this.#says, view);
      view.querySelector("h2")?.focus();
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  async #begin() {
    try {
      const { result } = await this.#files.revertible(() => carryOut(this.#python, newArticle(this.#fields), {}));
      const made = result?.files.find(({ path, text }) => path.startsWith("content/articles/") && text !== null);
      if (made) await this.#reopen(made.path);
    } catch (thrown) {
      this.#says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
}
