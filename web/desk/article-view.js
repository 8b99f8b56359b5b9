/** One article on the desk: written at the left, seen at the right, its problems below; on a small screen one of them at a time. */
import { element } from "../dom.js";
import { clockTime } from "../today.js";
import { ArticleSession } from "./article-session.js";
import { chosen } from "./choices.js";
import { button } from "./dialog.js";
import { draftOf, keepDraft } from "./drafts/drafts.js";
import { Keeper } from "./drafts/keeper.js";
import { keptWords } from "./drafts/kept-words.js";
import { oneTab } from "./drafts/one-tab.js";
import { ArticleLife } from "./life/article-life.js";
import { addEntry } from "./see/change-entry.js";
import { SeePane } from "./see/see-pane.js";
import { BroughtAccount } from "./write/brought-account.js";
import { linesOf } from "./write/front-matter.js";
import { InsertBar } from "./write/insert-bar.js";
import { pasteHooks } from "./write/pasting.js";
import { counted } from "./write/problem-words.js";
import { ProblemsList } from "./write/problems-list.js";
import { remedies } from "./write/remedies.js";
import { WritePane } from "./write/write-pane.js";

/** @import { ArticleLine, Field, Services } from "./contract.d.ts" */
/** @import { DeskFiles } from "./desk-files.js" */
/** @import { Draft } from "./drafts/drafts.js" */
/** @import { BringOptions } from "./write/bringing.js" */

const VIEWS = { text: "Text", about: "About the article", problems: "Problems", see: "See", life: "Publish, review …" };

/** @typedef {keyof typeof VIEWS} View */

export class ArticleView {
  element = element("div", { class: "desk-article", "data-view": "text" });
  #closing = new AbortController();
  #desk;
  #session;
  #write;
  #see;
  #problems;
  #insert;
  #brought;
  #heading = element("h2", { tabindex: "-1" });
  #counts = element("p", { class: "desk-counts", role: "status" });
  #kept = element("p", { class: "desk-kept" });
  #says = element("p", { class: "desk-says", role: "status" });
  #undo = button("", () => {});
  #notice = element("div", { class: "desk-notice", role: "alert", hidden: true });
  #views;
  #life;
  #keeper;

  /**
   * @param {{python: Services, files: DeskFiles, fields: readonly Field[], page: string, leave: () => void, handIn: () => void, open: (path: string, words: string) => void}} desk
   * @param {{path: string, text: string, base: string | null}} article
   * @param {ArticleLine | undefined} line what the list of articles says of it
   */
  constructor(desk, article, line) {
    const { signal } = this.#closing;
    const { python, files, fields } = desk;
    this.#desk = desk;
    this.#session = new ArticleSession(python, article);
    this.#keeper = new Keeper(
      (/** @type {Draft} */ draft) => keepDraft(draft),
      (fault) => this.#sayKept(fault),
    );
    const says = (words = "") => this.say(words);
    this.#see = new SeePane(python, this.#session, {
      page: desk.page,
      addEntry: async (kind, words) => says(await addEntry(python, this.#session, kind, words)),
      signal,
    });
    this.#brought = new BroughtAccount(article.path);
    const common = /** @type {BringOptions} */ ({
      python,
      article: () => this.#session.text,
      field: () => this.#write.field,
      exchange: (text, words) => this.#session.exchange(text, words),
      keepPicture: async (path, picture) => {
        await files.addPicture(path, picture.bytes);
        this.#see.addPictures(await files.pictures());
      },
      filesChanged: () => files.keepAll(),
      says,
      tells: (account) => this.#brought.tell(account),
      titled: () => this.#life.offerAddress(),
    });
    const hooks = pasteHooks(() => this.#insert, common);
    this.#write = new WritePane(python, this.#session, fields, {
      follow: (at) => this.#see.follow(at),
      pasted: hooks.pasted,
      says,
      signal,
    });
    this.#insert = new InsertBar({
      ...common,
      address: (ofSite) => (ofSite ? new URL(`../..${ofSite}`, desk.page).href : ""),
      open: hooks.open,
    });
    const open = (/** @type {string} */ path, /** @type {string} */ words) => {
      this.#brought.moveTo(path);
      desk.open(path, words);
    };
    this.#life = new ArticleLife({ ...desk, open }, this.#session, line, says);
    this.#problems = new ProblemsList({
      show: (problem) => {
        this.show(this.#write.placeOf(problem));
        this.#write.reveal(problem);
      },
      ...remedies({ python, session: this.#session, say: says, focusProblems: () => this.#focusProblems() }),
    });
    this.#views = Object.entries(VIEWS).map(([name, words]) =>
      button(words, () => this.show(/** @type {View} */ (name)), {
        "data-shows": name,
        "aria-pressed": String(name === "text"),
      }),
    );
    this.#compose(line?.title ?? article.path);
    this.#listen(signal);
    void files.pictures().then((pictures) => this.#see.addPictures(pictures));
    void oneTab(article.path, {
      parts: [...this.element.querySelectorAll(".desk-part")],
      notice: this.#notice,
      fetch: () => this.#fetchDraft(),
      signal,
    });
    this.#session.check();
  }

  get path() {
    return this.#session.path;
  }

  focus() {
    this.#heading.focus();
  }

  /** The newest text is with press, whether it has been checked or not, and kept. */
  async settle() {
    const { path, text } = this.#session;
    await this.#keeper.written;
    await this.#desk.python.keep({ files: [{ path, text }] });
  }

  close() {
    this.#closing.abort();
    this.#session.close();
  }

  /** @param {View} view */
  show(view) {
    this.element.dataset.view = view;
    for (const one of this.#views) one.setAttribute("aria-pressed", String(one.dataset.shows === view));
  }

  /** Shows what is another than in the published article. */
  showChanges() {
    this.show("see");
    this.#see.showChanges();
  }

  /** @param {string} title */
  #compose(title) {
    const { path, base, text } = this.#session;
    this.#heading.textContent = title;
    this.#undo.hidden = true;
    this.element.append(
      element(
        "header",
        { class: "desk-top" },
        button("All articles", this.#desk.leave, { class: "desk-back" }),
        this.#heading,
        this.#kept,
        button("Hand in", this.#desk.handIn, { class: "desk-main" }),
      ),
      this.#notice,
      element(
        "div",
        { class: "desk-bar desk-views", role: "group", "aria-label": "Parts of the desk" },
        ...this.#views,
      ),
      element(
        "section",
        { class: "desk-write", "aria-label": "Write" },
        element("div", { class: "desk-part", "data-part": "text" }, this.#insert.element, this.#write.text),
        element("div", { class: "desk-part", "data-part": "about" }, this.#write.about),
        element("div", { class: "desk-part", "data-part": "life" }, this.#life.element),
        element("div", { class: "desk-status" }, this.#counts, this.#says, this.#undo, this.#brought.opener),
        this.#brought.element,
        this.#problems.element,
      ),
      this.#see.element,
    );
    this.#counts.textContent = "Checking.";
    if (this.#desk.files.outdated.has(path)) {
      this.#notice.hidden = false;
      this.#notice.replaceChildren(
        element(
          "p",
          {},
          "Meanwhile another text of this article was published. “What changed” compares yours with that one.",
        ),
      );
    }
    this.#sayKept(text === base ? null : "");
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const session = this.#session;
    session.addEventListener("text", () => this.#textChanged(), { signal });
    session.addEventListener("checked", () => this.#checked(), { signal });
    session.addEventListener("failed", (event) => this.say(/** @type {CustomEvent} */ (event).detail), { signal });
    this.#undo.addEventListener("click", () => void this.#takeBack());
    addEventListener(
      "beforeunload",
      (event) => {
        if (!chosen("keep") && session.text !== session.base) event.preventDefault();
      },
      { signal },
    );
  }

  #textChanged() {
    this.element.dataset.state = "checking";
    if (chosen("keep")) this.#keep();
    else this.#sayKept("");
    this.#life.forget();
    this.#offerUndo();
  }

  #keep() {
    const { path, text, base } = this.#session;
    this.#keeper.keep({ path, text, base, at: Date.now(), title: this.#heading.textContent ?? "" });
  }

  #checked() {
    const { checked, head } = this.#session;
    if (!checked) return;
    this.element.dataset.state = this.#session.isChecked ? "checked" : "checking";
    if (checked.title) this.#heading.textContent = checked.title;
    const words = counted(checked.problems);
    if (this.#counts.textContent !== words) this.#counts.textContent = words;
    this.#counts.toggleAttribute(
      "data-wrong",
      checked.problems.some(({ severity }) => severity === "error"),
    );
    this.#problems.show(checked.problems, linesOf(head));
  }

  /** @param {string | null} fault empty when all is kept; null when there is nothing to keep */
  #sayKept(fault) {
    const words = keptWords(fault, clockTime(Date.now()));
    const isAsBegun = fault === "" && this.#session.text === this.#session.base;
    this.#kept.textContent = isAsBegun ? "As published" : words;
    this.#kept.toggleAttribute("data-wrong", Boolean(fault) || (fault === "" && !chosen("keep") && !isAsBegun));
  }

  /** The button that was pressed may be gone with its problem. */
  #focusProblems() {
    if (!this.#problems.element.contains(document.activeElement)) this.#problems.element.focus();
  }

  async #takeBack() {
    if (!(await this.#life.takeBack())) this.#session.undo();
    this.say("It is as it was before.");
    this.#offerUndo();
    this.#heading.focus();
  }

  #offerUndo() {
    const isOffered = this.#life.isRevertible || this.#session.undoable !== "";
    this.#undo.textContent = "Take it back";
    this.#undo.hidden = !isOffered;
    if (!isOffered && document.activeElement === this.#undo) this.#heading.focus();
  }

  /** What another tab has written meanwhile. */
  async #fetchDraft() {
    const draft = await draftOf(this.path);
    if (draft?.text) this.#session.exchange(draft.text, "", "command");
    this.#heading.focus();
  }

  say(words = "") {
    this.#says.textContent = words;
    this.#offerUndo();
  }
}
