import { toClipboard } from "../clipboard.js";
import { element } from "../dom.js";
import { engine } from "../engine/engine.js";
import { inputsOf, together } from "./judgment.js";

/** @import { Expected } from "./judgment.js" */
/** @import { Result, Verification } from "./verification.js" */

/** Milliseconds between two drawings of the progress: more often nobody could read it. */
const PAUSE = 150;

/** A check while it runs and when it is over. Whatever differs stands first. */
export class VerificationView {
  #verification;
  #acts;
  #drawn = 0;
  #says = element("p", { role: "status", class: "verify-says" });
  #counts = element("span");
  #bar;
  #running;
  #differing = element("div", { class: "verify-differing" });
  #end = element("div");
  /** How many of those that differ are shown. */
  #shown = 0;

  /**
   * @param {HTMLElement} place
   * @param {Verification} verification
   * @param {{stop: () => void, report: () => string}} acts
   * @param {AbortSignal} signal ends it
   */
  constructor(place, verification, acts, signal) {
    this.#verification = verification;
    this.#acts = acts;
    this.#bar = element("progress", { max: String(verification.count), value: "0", "aria-label": "Questions asked" });
    const stop = element("button", { type: "button" }, "Stop");
    stop.addEventListener("click", acts.stop);
    this.#running = element("div", { class: "verify-running" }, this.#bar, this.#counts, stop);
    place.append(this.#says, this.#running, this.#differing, this.#end);
    stop.focus({ preventScroll: true });
    verification.addEventListener("change", () => this.#draw(), { signal });
    engine.addEventListener("change", () => this.#drawStart(), { signal });
    this.#say(`Asking ${verification.count} questions.`);
    this.#drawStart();
  }

  #drawStart() {
    if (!this.#verification.results.length && engine.state === "starting")
      this.#counts.textContent = "Loading the calculators.";
  }

  #draw() {
    const { isRunning, results, count, differing } = this.#verification;
    const now = performance.now();
    if (isRunning && now - this.#drawn < PAUSE && differing.length === this.#shown) return;
    this.#drawn = now;
    this.#bar.value = results.length;
    this.#counts.textContent = `${results.length} of ${count} asked, ${differing.length} differ`;
    for (const result of differing.slice(this.#shown)) this.#differing.append(resultView(result, "h2"));
    this.#shown = differing.length;
    if (!isRunning) this.#finish();
  }

  #finish() {
    const { results, count, differing, ended, isPassed } = this.#verification;
    this.#running.remove();
    const agreed = `${results.length - differing.length} of ${count} answers agree`;
    if (isPassed) this.#say(`All ${count} answers agree: this browser answers as the tested program does.`, "agrees");
    else if (differing.length)
      this.#say(
        `${differing.length} ${differing.length === 1 ? "answer differs" : "answers differ"}; ${agreed}. Do not use the calculators in this browser. Copy the report, and report the error.`,
        "differs",
      );
    else this.#say(`Not finished: ${ended} ${agreed}, none differs, and nothing is said of the others.`, "unfinished");
    this.#end.append(this.#reportView(), ...this.#verification.asked.map((expected) => this.#calculatorView(expected)));
  }

  /** @param {string} words @param {"agrees" | "differs" | "unfinished"} [state] */
  #say(words, state) {
    this.#says.textContent = words;
    if (state) this.#says.dataset.state = state;
  }

  #reportView() {
    const text = element("textarea", { readonly: true, rows: "8" });
    text.value = this.#acts.report();
    const copy = element("button", { type: "button" }, "Copy the report");
    const note = element("span", { role: "status" });
    copy.addEventListener("click", async () => {
      const done = await toClipboard(Promise.resolve(text.value));
      note.textContent = done ? "Report copied." : "Copy the text below.";
      if (!done) text.select();
    });
    const label = element("label", {}, "Report ", text);
    return element("div", { class: "verify-report" }, copy, note, label);
  }

  /** All questions of a calculator; they are drawn when somebody wants to see them. @param {Expected} expected */
  #calculatorView(expected) {
    const own = this.#verification.results.filter((result) => result.expected === expected);
    const agree = own.filter(({ agrees }) => agrees).length;
    const summary = `${expected.title} ${expected.version}: ${agree} of ${expected.rows.length} agree`;
    const fold = element("details", { class: "fold" }, element("summary", {}, summary));
    const draw = () => {
      const sorted = [...own.filter(({ agrees }) => !agrees), ...own.filter(({ agrees }) => agrees)];
      fold.append(element("div", { class: "fold-content" }, ...sorted.map((result) => resultView(result, "p"))));
    };
    fold.addEventListener("toggle", draw, { once: true });
    return fold;
  }
}

/** @param {Result} result @param {"h2" | "p"} head */
function resultView({ expected, row, agrees, got }, head) {
  const told = [
    ["Entered", inputsOf(expected, row)],
    ["Expected", together(row.said)],
    ["This browser", agrees ? "The same" : together(got)],
  ];
  const lines = told.flatMap(([term = "", words = ""]) => [element("dt", {}, term), element("dd", {}, words)]);
  return element(
    "div",
    { class: "verify-result", "data-state": agrees ? "agrees" : "differs" },
    element(head, {}, element("strong", {}, agrees ? "Agrees" : "Differs"), `: ${expected.title}. ${row.about}`),
    element("dl", {}, ...lines),
  );
}
