import { required } from "../dom.js";
import { unfold } from "../unfold.js";
import { showAskedQuestions } from "./conditional-questions.js";
import { helpWithDays } from "./day-entry.js";
import { decimalComma } from "./decimal-comma.js";
import { tooMany } from "./given-entries.js";
import { answerByDigit } from "./item-keys.js";
import { ProblemsView } from "./problems-view.js";
import { ProposalsView } from "./proposals-view.js";
import { ReadingsView } from "./readings-view.js";
import { Rows, rowCount } from "./rows.js";

/** @import { PointerPress } from "./pointer-press.js" */
/** @import { Proposed } from "./proposals-view.js" */
/** @import { Removed } from "./rows.js" */

/**
 * @typedef {object} Events
 * @property {() => void} changed
 * @property {(isAsked: (name: string) => boolean) => Promise<Proposed>} expected what may be filled in beside these entries
 * @property {(row: Removed) => void} removed
 * @property {(words: string) => void} announce
 */

/** The questions of a calculator: what is entered, how many rows there are, and which fields the reader has left. */
export class CalculatorForm {
  #events;
  /** @type {Map<Element, Rows>} */
  #rows = new Map();
  #press;
  /** Ends when what is expected in the rows that were added so far is filled in: each row is expected after the one above. */
  #filled = Promise.resolve();

  /**
   * @param {HTMLFormElement} form
   * @param {Events} events
   * @param {PointerPress} press
   * @param {AbortSignal} signal ends it
   */
  constructor(form, events, press, signal) {
    this.element = form;
    this.problems = new ProblemsView(form, () => decimalComma.read(true));
    this.readings = new ReadingsView(form, () => decimalComma.read(false));
    this.proposals = new ProposalsView(form);
    this.#events = events;
    this.#press = press;
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-repeat]"))) {
      this.#rows.set(group, new Rows(group, events.announce));
    }
    form.addEventListener("input", (event) => this.#changed(event), { signal });
    form.addEventListener("keydown", (event) => this.#keyed(event), { signal });
    form.addEventListener("focusout", (event) => this.#left(event), { signal });
    form.addEventListener("click", (event) => this.#clicked(event), { signal });
    form.addEventListener("keydown", answerByDigit, { signal });
    helpWithDays(form, signal);
    for (const button of form.querySelectorAll("button[hidden]")) button.removeAttribute("hidden");
    showAskedQuestions(form);
  }

  /** What would be sent. A file is none of it. @returns {[string, string][]} */
  get entries() {
    const entries = [...new FormData(this.element)].filter(([, value]) => typeof value === "string");
    return /** @type {[string, string][]} */ (entries);
  }

  /**
   * Why these entries are more than the form can take; empty when they are not.
   *
   * @param {string} what they come with
   * @param {[string, string][]} entries
   */
  tooMany(what, entries) {
    const rows = [...this.#rows.values()].map(({ limits }) => ({ ...limits, count: rowCount(entries, limits.name) }));
    return tooMany(what, entries, rows);
  }

  /** Puts entries back where a reader would have typed them; everything else is emptied. @param {[string, string][]} entries */
  refill(entries) {
    for (const [group, rows] of this.#rows) {
      rows.resize(rowCount(entries, /** @type {HTMLElement} */ (group).dataset.repeat ?? ""));
    }
    for (const control of this.element.elements) {
      if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
        control.checked = entries.some(([name, value]) => name === control.name && value === control.value);
      } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = entries.find(([name]) => name === control.name)?.[1] ?? "";
      }
    }
    unfold(this.element);
    showAskedQuestions(this.element);
  }

  /** What the browser does not do when it resets a form. */
  clear() {
    for (const rows of this.#rows.values()) rows.resize(1);
    // The browser empties the fields only after its event.
    queueMicrotask(() => showAskedQuestions(this.element));
    this.problems.clear();
    this.readings.update({});
    this.proposals.update({});
    this.focusFirst();
  }

  focusFirst() {
    /** @type {HTMLElement | null} */ (this.element.querySelector("input, select"))?.focus();
  }

  /**
   * @param {boolean} isStarting whether Python is
   * @param {number | null} share of the bytes that have come; null when that is not known
   */
  showProgress(isStarting, share) {
    const progress = /** @type {HTMLProgressElement} */ (required(this.element, "progress"));
    progress.hidden = !isStarting;
    if (share === null) progress.removeAttribute("value");
    else progress.value = share;
    required(this.element, ".readiness").textContent = isStarting
      ? "Loading the calculator. You can start typing."
      : "";
  }

  /** @param {Event} event */
  #changed(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control.type === "file") return;
    untickExcluded(control);
    showAskedQuestions(this.element);
    this.#events.changed();
  }

  /** A row is added or removed. @param {MouseEvent} event */
  #clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("[data-add], [data-remove]");
    const rows = button && this.#rows.get(/** @type {Element} */ (button.closest("[data-repeat]")));
    if (!button || !rows) return;
    if (button.hasAttribute("data-add")) {
      this.#add(rows);
      return;
    }
    this.#removed(rows.remove(/** @type {HTMLElement} */ (button.closest("[data-row]"))));
    showAskedQuestions(this.element);
    this.#events.changed();
  }

  /** A new row, with what is expected in it as soon as that is known. @param {Rows} rows */
  #add(rows) {
    const { areNow } = rows;
    rows.add();
    showAskedQuestions(this.element);
    this.#events.changed();
    this.#filled = this.#filled.then(async () => {
      if (this.proposals.fill(await this.#events.expected(areNow))) this.#events.changed();
    });
  }

  /** Enter at the end of the rows goes on to the next one. @param {KeyboardEvent} event */
  #keyed(event) {
    const control = event.target;
    if (event.key !== "Enter" || event.isComposing || !(control instanceof HTMLInputElement)) return;
    const rows = this.#rows.get(/** @type {Element} */ (control.closest("[data-repeat]")));
    if (!rows?.isEnd(control)) return;
    event.preventDefault();
    this.#add(rows);
  }

  /** @param {Removed} row */
  #removed({ restore, ...row }) {
    const back = () => {
      restore();
      showAskedQuestions(this.element);
      this.#events.changed();
    };
    this.#events.removed({ ...row, restore: back });
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const control = /** @type {HTMLInputElement} */ (event.target);
    const field = control.closest("[data-field]");
    if (!field || !control.name || (event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) return;
    // Passing through an empty field is not a mistake; what is missing is said on Calculate.
    if (!control.value.trim()) return;
    const { name } = control;
    this.#press.whenOver(() => this.problems.leave(name));
  }
}

/** "None of these" and the others exclude each other: ticking one side unticks the other. @param {HTMLInputElement} control */
function untickExcluded(control) {
  if (control.type !== "checkbox" || !control.checked) return;
  const group = control.closest("[data-field]");
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (group?.querySelectorAll("input[type='checkbox']") ?? []);
  for (const other of boxes) {
    if (other !== control && (control.hasAttribute("data-none") || other.hasAttribute("data-none")))
      other.checked = false;
  }
}
