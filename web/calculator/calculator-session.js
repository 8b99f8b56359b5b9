import { required } from "../dom.js";
import { ask, engine, retry, start } from "../engine/engine.js";
import { AnswerPlace } from "./answer-place.js";
import { CalculatorForm } from "./calculator-form.js";
import { forgetLink, linkedEntries } from "./permalink.js";
import { LeftForms } from "./restore-on-back.js";
import { WorksheetFile } from "./worksheet-file.js";

/** @import { Problem, Reply } from "../engine/reply.js" */

const leftForms = new LeftForms(window);

/** A calculator while it is on the page: asks Python at every change, and shows an answer only beside its own inputs. */
export class CalculatorSession {
  #listening = new AbortController();
  #element;
  #form;
  #answer;
  #file;
  /** By what its entries are found when the reader goes back: the page, and which of its forms this is. */
  #key;
  /** Counts every change and every question; a reply to an older one is dropped. */
  #question = 0;
  #isTouched = false;
  #isSubmitted = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    const { signal } = this.#listening;
    this.#element = element;
    this.#answer = new AnswerPlace(element, signal);
    this.#form = new CalculatorForm(
      required(element, "form"),
      { changed: () => this.#edited(), announce: (words) => this.#answer.announceAfterChange(words) },
      signal,
    );
    this.#file = new WorksheetFile(
      element,
      { entries: () => this.#form.entries, opened: (entries) => this.#open(entries) },
      signal,
    );
    this.#key = `${location.pathname}#${[...document.querySelectorAll(element.localName)].indexOf(element)}`;
    this.#form.element.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#form.element.addEventListener("reset", () => this.#clear(), { signal });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    // Another link to this form, while it is on the page, changes nothing of the address but what is behind the sign #.
    window.addEventListener("hashchange", () => this.#openLink(), { signal });
    start();
    this.#engineChanged();
    const entries = leftForms.entriesOf(this.#key);
    if (entries) this.#refill(entries);
    this.#openLink();
  }

  /** The calculator leaves the page. */
  end() {
    this.#question += 1;
    this.#form.problems.clear();
    this.#listening.abort();
    leftForms.keep(this.#key, this.#isTouched ? this.#form.entries : null);
  }

  get #calculator() {
    return this.#element.dataset.calculator ?? "";
  }

  #edited() {
    forgetLink();
    this.#again();
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
    this.#forget();
    this.#form.clear();
    forgetLink();
    this.#answer.showUntouched();
  }

  async #ask() {
    const question = this.#question;
    if (engine.state !== "ready") {
      if (engine.state === "idle") start();
      this.#engineChanged();
      return; // asked again when Python is there
    }
    const isSubmitted = this.#isSubmitted;
    this.#isSubmitted = false;
    const { entries } = this.#form;
    /** @type {Reply} */
    let reply;
    try {
      reply = await ask({ calculator: this.#calculator, entries });
    } catch (fault) {
      reply = { failure: fault instanceof Error ? fault.message : "" };
    }
    if (question !== this.#question) return; // the reader has changed something since
    if (reply.answer) {
      this.#form.problems.update([]);
      this.#answer.showAnswer(reply.answer, entries, isSubmitted);
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

  #openLink() {
    const entries = linkedEntries(location.hash, this.#calculator);
    if (!entries) return;
    this.#refill(entries);
    this.#element.scrollIntoView({ block: "start" });
  }

  /** @param {[string, string][]} entries from a file */
  #open(entries) {
    forgetLink();
    this.#refill(entries);
  }

  /** @param {[string, string][]} entries */
  #refill(entries) {
    this.#form.refill(entries);
    this.#again();
  }
}
