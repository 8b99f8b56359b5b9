import { element, painted, required } from "../dom.js";
import { ask, engine, retry, start } from "../engine/engine.js";
import { announced, headlineView, resultView } from "./answer-view.js";
import { askWhatMatters } from "./conditional-questions.js";
import { save, takeAway, today } from "./export.js";
import { fill, forgetLink, linked } from "./permalink.js";
import { ProblemsView } from "./problems-view.js";
import { cameBack, leave } from "./restore-on-back.js";
import { Rows } from "./rows.js";
import { asFile, fromFile } from "./saved-file.js";

/** @import { Answer, Problem } from "./reply.js" */

/** An answer is shown at once. Words about a number half typed, and words for the ear, wait until the typing pauses. */
const PAUSE = 600;

/** Brings one pre-rendered form to life. The page makes sense without it. */
export class ClinicalCalculator extends HTMLElement {
  #listening = new AbortController();
  /** Counts every change and every question; an answer to an older one is dropped. */
  #question = 0;
  #pause = 0;
  #touched = false;
  #submitted = false;
  /** @type {Set<string>} which details the reader has unfolded */
  #unfolded = new Set();
  /** @type {Map<Element, Rows>} */
  #rows = new Map();
  #pressed = false;
  /** @type {string[]} fields left while the pointer was down */
  #leaving = [];
  /** The page that it stands on, and which of its forms it is. */
  #place = "";

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.form = /** @type {HTMLFormElement} */ (required(this, "form"));
    this.state = required(this, ".state");
    this.result = required(this, ".result");
    this.problems = new ProblemsView(this.form);
    for (const group of this.form.querySelectorAll("[data-repeat]")) {
      this.#rows.set(group, new Rows(/** @type {HTMLElement} */ (group), (words) => this.#announceAfter(words)));
    }
    this.form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.form.addEventListener("input", (event) => this.#changed(event), { signal });
    this.form.addEventListener("reset", () => this.#clear(), { signal });
    this.form.addEventListener("focusout", (event) => this.#left(event), { signal });
    this.form.addEventListener("click", (event) => this.#clicked(event), { signal });
    document.addEventListener("pointerdown", () => (this.#pressed = true), { signal });
    for (const end of ["pointerup", "pointercancel"])
      document.addEventListener(end, () => this.#released(), { signal });
    this.result.addEventListener("toggle", (event) => this.#unfold(event), { signal, capture: true });
    engine.addEventListener("change", () => this.#engineChanged(), { signal });
    for (const button of this.form.querySelectorAll("button[hidden]")) button.removeAttribute("hidden");
    askWhatMatters(this.form);
    start();
    this.#engineChanged();
    // Another link to this form, while it stands here, changes nothing of the address but what is behind the sign #.
    window.addEventListener("hashchange", () => this.#openLink(), { signal });
    this.#place = `${location.pathname}#${[...document.querySelectorAll(this.localName)].indexOf(this)}`;
    const entries = cameBack(this.#place);
    if (entries) this.#refill(entries);
    this.#openLink();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#question += 1;
    this.problems?.clear();
    this.#listening.abort();
    leave(this.#place, this.#touched ? this.entries : null);
  }

  get calculator() {
    return this.dataset.calculator ?? "";
  }

  /** @returns {[string, string][]} */
  get entries() {
    return /** @type {[string, string][]} */ (
      [...new FormData(this.form)].filter(([, value]) => typeof value === "string")
    );
  }

  /** @param {Event} event */
  #changed(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control.type === "file") {
      this.#open(control);
      return;
    }
    forgetLink();
    exclusive(control);
    if (this.form) askWhatMatters(this.form);
    this.#again();
  }

  /** Something changed: the old answer goes at once, a new one is asked for. */
  #again() {
    this.#touched = true;
    this.#forget();
    this.#show("changed");
    this.#ask();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#submitted = true;
    this.#again();
  }

  #clear() {
    this.#touched = false;
    this.#submitted = false;
    this.#forget();
    for (const rows of this.#rows.values()) rows.resize(1);
    // The browser empties the fields only after this event.
    queueMicrotask(() => this.form && askWhatMatters(this.form));
    this.problems?.clear();
    forgetLink();
    required(this, ".answer").style.removeProperty("--room");
    this.#show("untouched");
    /** @type {HTMLElement | null} */ (this.form?.querySelector("input, select"))?.focus();
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    const field = control.closest("[data-field]");
    if (!field || !control.name || (event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) return;
    // Passing through an empty field is not a mistake; what is missing is said on Calculate.
    if (!control.value.trim()) return;
    // Words that appear under a pressed button would move it away from the finger, and the press would be lost.
    if (this.#pressed) this.#leaving.push(control.name);
    else this.problems?.leave(control.name);
  }

  #released() {
    this.#pressed = false;
    // The click itself comes first.
    setTimeout(() => {
      for (const name of this.#leaving.splice(0)) this.problems?.leave(name);
    });
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const pressed = /** @type {Element} */ (event.target);
    if (pressed.closest("[data-save-file]")) this.#save();
    if (pressed.closest("[data-open-file]")) required(this, "input[type='file']").click();
    const button = pressed.closest("[data-add], [data-remove]");
    const rows = button && this.#rows.get(/** @type {Element} */ (button.closest("[data-repeat]")));
    if (!button || !rows) return;
    forgetLink();
    if (button.hasAttribute("data-add")) rows.add();
    else rows.remove(/** @type {Element} */ (button.closest("[data-row]")));
    if (this.form) askWhatMatters(this.form);
    this.#again();
  }

  /** The place of the answer does not shrink when the answer goes, so that nothing below it moves. */
  #keepRoom() {
    const place = required(this, ".answer");
    if (this.dataset.state === "answer") place.style.setProperty("--room", `${place.offsetHeight}px`);
  }

  /** An answer must never stand beside inputs that did not produce it. */
  #forget() {
    this.#question += 1;
    clearTimeout(this.#pause);
    this.#keepRoom();
    this.state?.replaceChildren();
    this.result?.replaceChildren();
    this.#announce("");
    this.#say("");
  }

  async #ask() {
    const question = this.#question;
    if (engine.state !== "ready") {
      if (engine.state === "idle") start();
      this.#engineChanged();
      return; // asked again when Python is there
    }
    const submitted = this.#submitted;
    this.#submitted = false;
    let reply;
    try {
      reply = await ask({ calculator: this.calculator, entries: this.entries });
    } catch (fault) {
      reply = { failure: fault instanceof Error ? fault.message : "" };
    }
    if (question !== this.#question) return; // the reader changed something while Python was thinking
    if (reply.answer) this.#answer(reply.answer, submitted);
    else if (reply.problems) this.#explain(reply.problems, submitted);
    else this.#fail(reply.failure ?? "");
  }

  /**
   * @param {Answer} answer
   * @param {boolean} submitted
   */
  async #answer(answer, submitted) {
    this.problems?.update([]);
    this.state?.replaceChildren(...headlineView(answer, this.dataset.root ?? "./"));
    this.#show("answer");
    // The headline first: what explains it is made when it stands.
    const question = this.#question;
    await painted();
    if (question !== this.#question) return;
    this.result?.replaceChildren(
      ...resultView(answer, this.dataset.root ?? "./"),
      takeAway(answer, this.entries, this, (words) => this.#announceNow(words)),
    );
    for (const fold of this.result?.querySelectorAll("details") ?? [])
      fold.open = this.#unfolded.has(fold.dataset.fold ?? "");
    this.#afterPause(() => this.#announce(announced(answer)));
    if (submitted) this.state?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Problem[]} problems
   * @param {boolean} submitted
   */
  #explain(problems, submitted) {
    if (submitted) this.problems?.insist(problems);
    else this.problems?.update(problems);
    this.#show("changed");
    this.#afterPause(() => this.#need(problems));
  }

  /** Says in the answer's place what is still needed. @param {Problem[]} problems */
  #need(problems) {
    const wrong = problems.filter(({ kind }) => kind !== "missing");
    const missing = problems.length - wrong.length;
    const words = wrong.length
      ? [...new Set(wrong.map(({ field, message }) => this.problems?.sentence(field) ?? message))]
      : [`${missing} more ${missing === 1 ? "answer" : "answers"} needed`];
    this.state?.replaceChildren(...words.map((sentence) => element("p", {}, sentence)));
    this.#show(wrong.length ? "problem" : "waiting");
    this.#announce(words.join(" "));
  }

  /** @param {() => void} act dropped when the reader changes something first */
  #afterPause(act) {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(act, PAUSE);
  }

  /** @param {string} why */
  #fail(why) {
    const again = element("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => {
      this.#touched = true;
      if (engine.state === "failed") retry();
      this.#again();
    });
    const words = why || engine.message || "The calculator could not start.";
    this.#announce(words);
    this.state?.replaceChildren(element("p", {}, words), again);
    this.#show("failed");
    required(this, ".formula").setAttribute("open", "");
  }

  #engineChanged() {
    const readiness = required(this, ".readiness");
    const progress = /** @type {HTMLProgressElement} */ (required(this, "progress"));
    const starting = engine.state === "starting";
    progress.hidden = !starting;
    if (engine.progress === null) progress.removeAttribute("value");
    else progress.value = engine.progress;
    readiness.textContent = starting ? "Getting ready. You can type already." : "";
    if (engine.state === "failed") this.#fail("");
    else if (this.dataset.state === "failed") this.#forget();
    if (engine.state === "failed" || engine.state === "idle") return;
    // An answer that stands was made from what stands in the form; a new start of Python does not change it.
    if (this.dataset.state === "answer") return;
    if (starting && this.#touched) {
      this.state?.replaceChildren(element("p", {}, "Getting ready. The answer will appear here."));
      this.#show("starting");
    } else if (!starting && this.#touched) {
      this.#ask();
    } else if (this.dataset.state === "failed") {
      this.#show("untouched");
    }
  }

  #openLink() {
    const entries = linked(this.calculator);
    if (!entries) return;
    this.#refill(entries);
    this.scrollIntoView({ block: "start" });
  }

  /** @param {[string, string][]} entries */
  #refill(entries) {
    if (!this.form) return;
    for (const [group, rows] of this.#rows)
      rows.resize(highest(entries, /** @type {HTMLElement} */ (group).dataset.repeat ?? ""));
    fill(this.form, entries);
    askWhatMatters(this.form);
    this.#again();
  }

  #save() {
    const saved = {
      calculator: this.calculator,
      version: this.dataset.version ?? "",
      saved: today(),
      entries: this.entries,
    };
    save(`${this.calculator}-${saved.saved}.json`, "application/json", asFile(saved));
    this.#say("Saved as a file. Keep it where the record is kept: it holds everything typed here.");
  }

  /** @param {HTMLInputElement} chooser */
  async #open(chooser) {
    const file = chooser.files?.[0];
    if (!file) return;
    const found = fromFile(await file.text(), this.calculator);
    chooser.value = "";
    if ("refused" in found) {
      this.#say(found.refused);
      return;
    }
    forgetLink();
    this.#refill(found.entries);
    this.#say(`Opened what was saved on ${found.saved}.`);
  }

  /** @param {string} words */
  #say(words) {
    const note = this.querySelector(".file-note");
    if (note) note.textContent = words;
  }

  /** @param {Event} event */
  #unfold(event) {
    const fold = /** @type {HTMLDetailsElement} */ (event.target);
    if (fold.open) this.#unfolded.add(fold.dataset.fold ?? "");
    else if (fold.isConnected) this.#unfolded.delete(fold.dataset.fold ?? "");
  }

  /** @param {string} words */
  #announce(words) {
    required(this, ".announcement").textContent = words;
  }

  /** For words about what the reader has just done: they are not to be talked over by an answer still to be said. @param {string} words */
  #announceNow(words) {
    clearTimeout(this.#pause);
    this.#announce(words);
  }

  /** For words about a change, which itself takes the words about an older answer away. @param {string} words */
  #announceAfter(words) {
    queueMicrotask(() => this.#announce(words));
  }

  /** @param {"untouched" | "starting" | "changed" | "waiting" | "problem" | "answer" | "failed"} state */
  #show(state) {
    this.dataset.state = state;
  }
}

/**
 * "None of these" and the others exclude each other: ticking one side unticks the other.
 *
 * @param {HTMLInputElement} control
 */
function exclusive(control) {
  if (control.type !== "checkbox" || !control.checked) return;
  const group = control.closest("[data-field]");
  for (const other of /** @type {NodeListOf<HTMLInputElement>} */ (
    group?.querySelectorAll("input[type='checkbox']") ?? []
  )) {
    if (other !== control && (control.hasAttribute("data-none") || other.hasAttribute("data-none")))
      other.checked = false;
  }
}

/**
 * How many rows the entries speak of.
 *
 * @param {[string, string][]} entries
 * @param {string} name
 */
function highest(entries, name) {
  const places = entries.filter(([key]) => key.startsWith(`${name}.`)).map(([key]) => key.split(".")[1]);
  return Math.max(1, new Set(places).size);
}

customElements.define("clinical-calculator", ClinicalCalculator);
