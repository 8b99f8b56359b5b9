import { element, painted, required } from "../dom.js";
import { absoluteUrl } from "../engine/files.js";
import { announced, headlineView, resultView } from "./answer-view.js";
import { CalendarChoice } from "./calendar-choice.js";
import { takeAway } from "./export.js";
import { onwardLinks } from "./onward.js";

/** @import { Answer, Onward } from "../engine/reply.js" */
/** @import { PointerPress } from "./pointer-press.js" */

/** Milliseconds without typing after which words about a number half typed are shown, and an answer is announced. */
const PAUSE = 600;

/** @typedef {"untouched" | "starting" | "changed" | "waiting" | "problem" | "doubt" | "answer" | "failed"} State */

/** The place of the answer, in one state at a time. The style sheets know the state as `data-state`. */
export class AnswerPlace {
  #calculator;
  #place;
  #headline;
  #result;
  #announcement;
  #press;
  #pause = 0;
  /** Counts the times that the place was cleared: what was begun before then is not finished. */
  #version = 0;
  /** @type {Set<string>} which details the reader has unfolded */
  #unfolded = new Set();
  /** Made for the first answer that has dates: fields for a time and a file take long to make. @type {CalendarChoice | null} */
  #calendar = null;

  /**
   * @param {HTMLElement} calculator
   * @param {PointerPress} press
   * @param {AbortSignal} signal ends it
   */
  constructor(calculator, press, signal) {
    this.#press = press;
    this.#calculator = calculator;
    this.#place = required(calculator, ".answer");
    this.#headline = required(calculator, ".state");
    this.#result = required(calculator, ".result");
    this.#announcement = required(calculator, ".announcement");
    this.#result.addEventListener("toggle", (event) => this.#unfold(event), { signal, capture: true });
    signal.addEventListener("abort", () => this.#stop());
  }

  get state() {
    return /** @type {State} */ (this.#calculator.dataset.state);
  }

  /** Takes the answer away, and the words about it. */
  clear() {
    this.#stop();
    this.#keepRoom();
    this.#headline.replaceChildren();
    this.#result.replaceChildren();
    this.#announce("");
  }

  showUntouched() {
    this.#calendar = null;
    this.#place.style.removeProperty("--room");
    this.#show("untouched");
  }

  showChanged() {
    this.#show("changed");
  }

  showStarting() {
    this.#headline.replaceChildren(element("p", {}, "Loading the calculator. The answer will appear here."));
    this.#show("starting");
  }

  /**
   * @param {Answer} answer
   * @param {import("./export.js").Asked} asked what it answers
   * @param {boolean} isSubmitted whether the reader asked for it, and is to see it
   * @param {HTMLElement[]} needed what a part of it still waits for
   * @param {Onward[]} onward the forms to go on to
   */
  async showAnswer(answer, asked, isSubmitted, needed, onward) {
    this.#headline.replaceChildren(headlineView(answer, this.#calculator), ...needed);
    this.#show("answer");
    // The headline first: what explains it is made when that has been painted.
    const version = this.#version;
    await painted();
    if (version !== this.#version) return;
    const calendar = () => (this.#calendar ??= new CalendarChoice());
    const ways = takeAway(answer, asked, this.#calculator, calendar, (words) => this.#announceNow(words));
    const links = onwardLinks(onward, asked.days, this.#calculator);
    this.#result.replaceChildren(resultView(answer, this.#calculator), ...links, ways);
    for (const fold of this.#result.querySelectorAll("details"))
      fold.open = this.#unfolded.has(fold.dataset.fold ?? "");
    this.#afterPause(() => this.#announce([announced(answer), ...words(needed)].join(" ")));
    if (isSubmitted) this.#headline.scrollIntoView({ block: "nearest" });
  }

  /**
   * What is still needed for an answer.
   *
   * @param {"waiting" | "problem"} state
   * @param {HTMLElement[]} needed
   */
  showNeed(state, needed) {
    this.#show("changed");
    this.#afterPause(() => {
      this.#headline.replaceChildren(...needed);
      this.#show(state);
      this.#announce(words(needed).join(" "));
    });
  }

  /**
   * @param {string} words
   * @param {() => void} tryAgain
   */
  showFailure(words, tryAgain) {
    const again = element("button", { type: "button" }, "Try again");
    again.addEventListener("click", tryAgain);
    this.#announce(words);
    const test = element("a", { href: absoluteUrl("../../self-test/") }, "Find out what is in the way");
    this.#headline.replaceChildren(element("p", {}, words), again, element("p", {}, test));
    this.#show("failed");
    required(this.#calculator, ".formula").setAttribute("open", "");
  }

  /**
   * Entries that came with a link or a file may not be answered before the reader has said so.
   *
   * @param {string[]} doubts
   * @param {() => void} goOn
   */
  showDoubts(doubts, goOn) {
    this.#stop();
    const on = element("button", { type: "button" }, "Continue with what is in the form");
    on.addEventListener("click", goOn);
    this.#headline.replaceChildren(...doubts.map((words) => element("p", {}, words)), on);
    this.#show("doubt");
    this.#announce(doubts.join(" "));
  }

  /** What was opened is not read at all. @param {string} why */
  showRefusal(why) {
    this.#headline.replaceChildren(element("p", {}, `${why} Nothing was filled in.`));
    this.#show("problem");
    this.#announce(why);
  }

  /** For words about a change, which itself takes the words about an older answer away. @param {string} words */
  announceAfterChange(words) {
    queueMicrotask(() => this.#announce(words));
  }

  /** For words about what the reader has just done: an answer still to be announced would talk over them. @param {string} words */
  #announceNow(words) {
    clearTimeout(this.#pause);
    this.#announce(words);
  }

  /** @param {string} words */
  #announce(words) {
    this.#announcement.textContent = words;
  }

  /** @param {() => void} act dropped when the reader changes something first */
  #afterPause(act) {
    clearTimeout(this.#pause);
    const version = this.#version;
    const actStill = () => version === this.#version && act();
    this.#pause = window.setTimeout(() => this.#press.whenOver(actStill), PAUSE);
  }

  #stop() {
    this.#version += 1;
    clearTimeout(this.#pause);
  }

  /** The place does not shrink when the answer goes, so that nothing below it moves. */
  #keepRoom() {
    if (this.state === "answer") this.#place.style.setProperty("--room", `${this.#place.offsetHeight}px`);
  }

  /** @param {Event} event */
  #unfold(event) {
    const fold = /** @type {HTMLDetailsElement} */ (event.target);
    if (fold.open) this.#unfolded.add(fold.dataset.fold ?? "");
    else if (fold.isConnected) this.#unfolded.delete(fold.dataset.fold ?? "");
  }

  /** @param {State} state */
  #show(state) {
    this.#calculator.dataset.state = state;
  }
}

/** @param {HTMLElement[]} lines */
function words(lines) {
  return lines.map((line) => `${line.textContent}.`);
}
