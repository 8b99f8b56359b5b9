import { required } from "../dom.js";
import { ask, engine, retry, start } from "../engine/engine.js";
import { keptCopy } from "../kept-copy.js";
import { today } from "../today.js";
import { AnswerPlace } from "./answer-place.js";
import { CalculatorForm } from "./calculator-form.js";
import { decimalComma } from "./decimal-comma.js";
import { doubts, unplaced } from "./given-entries.js";
import { Measurements, measurementsOf, mostDaysOf } from "./measurements.js";
import { forgetLink, linked } from "./permalink.js";
import { LeftForms } from "./restore-on-back.js";
import { UnusedEntries } from "./unused-entries.js";
import { WorksheetFile } from "./worksheet-file.js";

/** @import { Problem, Reply } from "../engine/reply.js" */
/** @import { Left } from "./restore-on-back.js" */

/** @typedef {{entries: [string, string][], days: [string, string][]}} Entered what a form holds, and the days of what has one */
/** @typedef {Entered & {what: string, version: string | null}} Given entries of a link or a file */

const leftForms = new LeftForms(window);

/** A calculator while it is on the page: asks Python at every change, and shows an answer only beside its own inputs. */
export class CalculatorSession {
  #listening = new AbortController();
  #element;
  #form;
  #answer;
  #file;
  #unused;
  #measurements;
  /** By what its entries are found when the reader goes back: the page, and which of its forms this is. */
  #key;
  /** Counts every change and every question; a reply to an older one is dropped. */
  #question = 0;
  #isTouched = false;
  #isSubmitted = false;
  /** Why the entries may not be answered before the reader has said so. @type {string[]} */
  #doubts = [];
  /** What the form held when the whole document was left. @type {Left | null} */
  #leftWith = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    const { signal } = this.#listening;
    this.#element = element;
    this.#answer = new AnswerPlace(element, signal);
    this.#form = new CalculatorForm(
      required(element, "form"),
      { changed: () => this.#again(), announce: (words) => this.#answer.announceAfterChange(words) },
      signal,
    );
    this.#file = new WorksheetFile(
      element,
      { entered: () => this.#writtenAlike(this.#entered), opened: (given) => this.#open(given) },
      signal,
    );
    this.#measurements = new Measurements(measurementsOf(this.#form.element), mostDaysOf(element.ownerDocument));
    this.#key = `${location.pathname}#${[...document.querySelectorAll(element.localName)].indexOf(element)}`;
    this.#form.element.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#form.element.addEventListener("reset", () => this.#clear(), { signal });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    keptCopy.addEventListener("change", () => this.#copyChanged(), { signal });
    decimalComma.addEventListener("change", () => this.#isTouched && this.#again(), { signal });
    // Another link to this form, while it is on the page, changes nothing of the address but what is behind the sign #.
    window.addEventListener("hashchange", () => this.#openLink(), { signal });
    window.addEventListener("pagehide", () => (this.#leftWith = this.#left), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && this.#returned(), { signal });
    const left = leftForms.leftIn(this.#key);
    const form = { isTouched: () => this.#isTouched, empty: () => this.#form.element.reset(), usedAt: left?.usedAt };
    this.#unused = new UnusedEntries(element, form, signal);
    start();
    this.#engineChanged();
    if (left) this.#refill(left);
    this.#openLink();
  }

  /** The calculator leaves the page. */
  end() {
    this.#question += 1;
    this.#form.problems.clear();
    this.#listening.abort();
    leftForms.keep(this.#key, this.#left);
  }

  /** What is to be found again; null when nobody touched the form. @returns {Left | null} */
  get #left() {
    const { entries } = this.#form;
    const { known } = this.#measurements;
    return this.#isTouched ? { entries, known, doubts: this.#doubts, usedAt: this.#unused.usedAt } : null;
  }

  /** @returns {Entered} */
  get #entered() {
    const { entries } = this.#form;
    return { entries, days: this.#measurements.days(entries, today()) };
  }

  /**
   * The same, with entries in the way that is read alike everywhere: so they go into links, files and records.
   *
   * @template {Entered} Given
   * @param {Given} entered
   * @returns {Given}
   */
  #writtenAlike(entered) {
    return { ...entered, entries: this.#form.readings.writtenAlike(entered.entries) };
  }

  /**
   * The reader comes back to a document that was kept whole. WebKit then empties fields in a task after this event, and the
   * answer would stand beside other entries: it goes, and what was in the form is filled in and asked again when that is over.
   */
  #returned() {
    const left = this.#leftWith;
    this.#forget();
    this.#answer.showUntouched();
    const refill = () => {
      if (left && !this.#listening.signal.aborted) this.#refill(left);
    };
    setTimeout(() => setTimeout(refill));
  }

  get #calculator() {
    return this.#element.dataset.calculator ?? "";
  }

  get #version() {
    return this.#element.dataset.version ?? "";
  }

  /** Something changed: the old answer goes at once, a new one is asked for. */
  #again() {
    this.#isTouched = true;
    this.#forget();
    this.#answer.showChanged();
    this.#ask();
  }

  /** An answer must never stand beside inputs that did not produce it. */
  #forget() {
    this.#question += 1;
    this.#answer.clear();
    this.#form.readings.hideStale();
    this.#file.say("");
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#isSubmitted = true;
    this.#again();
  }

  #clear() {
    this.#isTouched = false;
    this.#isSubmitted = false;
    this.#doubts = [];
    this.#measurements.known = new Map();
    this.#forget();
    this.#form.clear();
    this.#answer.showUntouched();
  }

  async #ask() {
    if (this.#doubts.length) {
      this.#answer.showDoubts(this.#doubts, () => this.#goOn());
      return;
    }
    const question = this.#question;
    if (engine.state !== "ready") {
      if (engine.state === "idle") start();
      this.#engineChanged();
      return; // asked again when Python is there
    }
    const isSubmitted = this.#isSubmitted;
    this.#isSubmitted = false;
    const asked = { ...this.#entered, notices: keptCopy.notices(this.#calculator, this.#version) };
    const { entries, notices } = asked;
    /** @type {Reply} */
    let reply;
    try {
      reply = await ask({ calculator: this.#calculator, entries, notices, decimal_comma: decimalComma.isRead });
    } catch (fault) {
      reply = { failure: fault instanceof Error ? fault.message : "" };
    }
    if (question !== this.#question) return; // the reader has changed something since
    this.#form.readings.update(reply.readings ?? {});
    if (reply.answer) {
      this.#form.problems.update([]);
      this.#answer.showAnswer(reply.answer, this.#writtenAlike(asked), isSubmitted);
    } else if (reply.problems) this.#explain(reply.problems, isSubmitted);
    else this.#fail(reply.failure ?? "");
  }

  /**
   * @param {Problem[]} problems
   * @param {boolean} isSubmitted
   */
  #explain(problems, isSubmitted) {
    if (isSubmitted) this.#form.problems.showAll(problems);
    else this.#form.problems.update(problems);
    const wrong = problems.filter(({ kind }) => kind !== "missing");
    if (wrong.length) this.#answer.showNeed("problem", this.#form.problems.sentences(wrong));
    else
      this.#answer.showNeed("waiting", [
        `${problems.length} more ${problems.length === 1 ? "answer" : "answers"} needed`,
      ]);
  }

  /** @param {string} why */
  #fail(why) {
    this.#answer.showFailure(why || engine.message || "The calculator could not start.", () => {
      this.#isTouched = true;
      if (engine.state === "failed") retry();
      this.#again();
    });
  }

  #engineChanged() {
    const isStarting = engine.state === "starting";
    this.#form.showProgress(isStarting, engine.progress);
    if (engine.state === "failed") this.#fail("");
    else if (this.#answer.state === "failed") this.#forget();
    if (engine.state === "failed" || engine.state === "idle") return;
    // An answer on the page was made from what is in the form; a new start of Python does not change it.
    if (this.#answer.state === "answer") return;
    if (isStarting && this.#isTouched) this.#answer.showStarting();
    else if (this.#isTouched) this.#ask();
    else if (this.#answer.state === "failed") this.#answer.showUntouched();
  }

  /** Other words about this copy of the site have to stand with the answer. */
  #copyChanged() {
    if (this.#answer.state === "answer") this.#ask();
  }

  #openLink() {
    const found = linked(location.hash, this.#calculator);
    if (!found) return;
    forgetLink();
    const refused = "refused" in found ? found.refused : this.#open({ what: "link", ...found });
    if (refused) this.#answer.showRefusal(refused);
    this.#element.scrollIntoView({ block: "start" });
  }

  /**
   * Fills in what was given. Says why not; empty when it was.
   *
   * @param {Given} given
   */
  #open({ what, entries, days, version }) {
    const refused = this.#form.tooMany(what, entries);
    if (refused) return refused;
    this.#form.refill(entries);
    const placed = this.#form.entries;
    const left = [...unplaced(entries, placed), ...this.#measurements.unplaced(entries, days)];
    this.#doubts = [
      ...doubts({ what, version, left }, this.#version, JSON.parse(this.#element.dataset.recalled ?? "{}")),
      ...this.#measurements.take({ what, entries, days }, placed, today()),
    ];
    this.#again();
    return "";
  }

  /** The reader has seen what is in doubt. */
  #goOn() {
    this.#doubts = [];
    this.#again();
  }

  /** @param {Left} left */
  #refill({ entries, known, doubts }) {
    this.#form.refill(entries);
    this.#measurements.known = known;
    this.#doubts = doubts;
    this.#again();
  }
}
