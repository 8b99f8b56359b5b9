import { required } from "../dom.js";
import { engine, retry, start } from "../engine/engine.js";
import { keptCopy } from "../kept-copy.js";
import { AnswerPlace } from "./answer-place.js";
import { CalculatorForm } from "./calculator-form.js";
import { decimalComma } from "./decimal-comma.js";
import { FormContents } from "./form-contents.js";
import { KeptRows } from "./kept-rows.js";
import { explain, neededPlaces } from "./needs-view.js";
import { pageNotices } from "./page-notices.js";
import { forgetLink, linked } from "./permalink.js";
import { PointerPress } from "./pointer-press.js";
import { expectedBeside, replyTo } from "./reply-to.js";
import { keyOf, LeftForms, refillOnReturn } from "./restore-on-back.js";
import { SessionTools } from "./session-tools.js";
import { Undo } from "./undo.js";
import { UnusedEntries } from "./unused-entries.js";
import { WorksheetFile } from "./worksheet-file.js";

/** @import { Given } from "./form-contents.js" */
/** @import { Kept } from "./kept-rows.js" */
/** @import { Left } from "./restore-on-back.js" */

const leftForms = new LeftForms(window);

/** A calculator while it is on the page: asks Python at every change, and shows an answer only beside its own inputs. */
export class CalculatorSession {
  #listening = new AbortController();
  #element;
  #form;
  #answer;
  #file;
  #unused;
  #contents;
  #press;
  #kept;
  #tools;
  #undo;
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
    this.#press = new PointerPress(document, signal);
    this.#answer = new AnswerPlace(element, this.#press, signal);
    this.#form = new CalculatorForm(
      required(element, "form"),
      {
        changed: () => this.#typed(),
        expected: (isAsked) => expectedBeside(this.#calculator, () => this.#contents.entered, isAsked),
        removed: ({ words, line, restore }) => this.#undo.offer(words, line, restore).focus({ preventScroll: true }),
        announce: (words) => this.#answer.announceAfterChange(words),
      },
      this.#press,
      signal,
    );
    this.#contents = new FormContents(element, this.#form);
    this.#undo = new Undo(element, signal);
    this.#file = new WorksheetFile(
      element,
      {
        entered: () => this.#contents.writtenAlike(this.#contents.entered),
        opened: (given) => this.#replace(given),
        saved: () => this.#kept.saved(),
      },
      signal,
    );
    this.#key = keyOf(element);
    this.#form.element.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#form.element.addEventListener("reset", () => this.#clear(), { signal });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    keptCopy.addEventListener("change", () => this.#copyChanged(), { signal });
    decimalComma.addEventListener("change", () => this.#isTouched && this.#again(), { signal });
    // Another link to this form, while it is on the page, changes nothing of the address but what is behind the sign #.
    window.addEventListener("hashchange", () => this.#openLink(), { signal });
    refillOnReturn(
      { left: () => this.#left, empty: () => this.#empty(), refill: (left) => this.#refill(left) },
      signal,
    );
    const contents = {
      entered: () => this.#contents.entered,
      doubts: () => this.#contents.doubts,
      usedAt: () => this.#unused.usedAt,
    };
    this.#kept = new KeptRows(element, this.#key, contents, signal);
    const left = leftForms.leftIn(this.#key, element.closest("[data-redrawn]") !== null);
    const kept = left ? null : this.#kept.found;
    const form = { isTouched: () => this.#isTouched, empty: () => this.#form.element.reset() };
    this.#unused = new UnusedEntries(element, form, signal);
    start();
    this.#engineChanged();
    if (left) this.#refill(left);
    if (kept) this.#bringBack(kept);
    this.#openLink();
    this.#tools = new SessionTools(element, this.#key, this.#kept, (found) => this.#bringBack(found, true), signal);
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
    const times = { usedAt: this.#unused.usedAt, typedAt: this.#kept.typedAt };
    return this.#isTouched ? this.#contents.left(times) : null;
  }

  get #calculator() {
    return this.#element.dataset.calculator ?? "";
  }

  get #version() {
    return this.#element.dataset.version ?? "";
  }

  /** The reader has entered something. */
  #typed() {
    this.#kept.typed();
    this.#undo.changed();
    this.#again();
  }

  /** Something changed: the old answer goes at once, a new one is asked for. */
  #again() {
    this.#isTouched = true;
    this.#kept.keep();
    this.#forget();
    this.#answer.showChanged();
    this.#ask();
  }

  #empty() {
    this.#forget();
    this.#answer.showUntouched();
  }

  /** An answer must never stand beside inputs that did not produce it. */
  #forget() {
    this.#question += 1;
    this.#answer.clear();
    this.#form.readings.hideStale();
    this.#form.proposals.hideStale();
    this.#file.say("");
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#isSubmitted = true;
    this.#again();
  }

  #clear() {
    this.#offerBack("cleared");
    this.#isTouched = false;
    this.#isSubmitted = false;
    this.#contents.clear();
    this.#kept.forget();
    this.#form.clear();
    this.#empty();
  }

  async #ask() {
    if (this.#contents.doubts.length) {
      this.#answer.showDoubts(this.#contents.doubts, () => this.#goOn());
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
    const notices = [...pageNotices(this.#element), ...keptCopy.notices(this.#calculator, this.#version)];
    const asked = { ...this.#contents.entered, notices };
    const reply = await replyTo(this.#calculator, asked);
    await this.#press.over;
    if (question !== this.#question) return; // the reader has changed something since
    this.#form.readings.update(reply.readings ?? {});
    this.#form.proposals.update(reply.proposed ?? {});
    this.#tools.answered(reply.due ?? null);
    if (reply.answer) {
      this.#form.problems.update([]);
      const needed = neededPlaces(this.#form.problems, reply.needed);
      const entered = this.#contents.writtenAlike(asked);
      this.#answer.showAnswer(reply.answer, entered, isSubmitted, needed, reply.onward ?? []);
    } else if (reply.problems) explain(this.#form.problems, this.#answer, reply.problems, isSubmitted);
    else this.#fail(reply.failure);
  }

  #fail(why = "") {
    this.#answer.showFailure(why || engine.message || "The calculator could not start.", () => {
      this.#isTouched = true;
      if (engine.state === "failed") retry();
      this.#again();
    });
  }

  #engineChanged() {
    const isStarting = engine.state === "starting";
    this.#form.showProgress(isStarting, engine.progress);
    if (engine.state === "failed") this.#fail();
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
    const refused = "refused" in found ? found.refused : this.#replace({ what: "link", ...found });
    if (refused) this.#answer.showRefusal(refused);
    this.#element.scrollIntoView({ block: "start" });
  }

  /** Fills in what was given in place of what stands there. Says why not; empty when it was. @param {Given} given */
  #replace(given) {
    const left = this.#left;
    const refused = this.#contents.open(given);
    if (refused) return refused;
    this.#offerBack("replaced", left);
    this.#unused.uncover();
    this.#kept.forget();
    this.#kept.typed();
    this.#again();
    return "";
  }

  /**
   * A worksheet that was kept: judged anew, and covered where it may be of another patient. Says why not; empty when it was.
   *
   * @param {Kept} kept
   * @param {boolean} [isMeant] whether the reader has said that it is not
   */
  #bringBack(kept, isMeant = false) {
    const left = this.#left;
    const refused = this.#contents.open(kept);
    if (refused) return refused;
    if (isMeant) this.#offerBack("replaced", left);
    this.#isTouched = true;
    this.#unused.since(kept.usedAt);
    if (isMeant) this.#unused.uncover();
    else if (!leftForms.isReturn) this.#unused.ask();
    this.#kept.broughtBack(kept);
    this.#again();
    return "";
  }

  /** The way back to what stood in the form, until something else is entered. @param {string} what was done to it @param {Left | null} left */
  #offerBack(what, left = this.#left) {
    this.#undo.forget();
    if (!left) return;
    this.#undo.offerAll(left.entries, what, () => {
      this.#refill(left);
      this.#form.focusFirst();
    });
  }

  /** The reader has seen what is in doubt. */
  #goOn() {
    this.#contents.doubts = [];
    this.#again();
  }

  /** @param {Left} left */
  #refill(left) {
    this.#isTouched = true;
    this.#unused.since(left.usedAt);
    this.#kept.typedAt = left.typedAt;
    this.#contents.refill(left);
    this.#again();
  }
}
