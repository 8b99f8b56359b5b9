import { element } from "../dom.js";
import { clockTime, today } from "../today.js";

const START = "[data-kind='clock'] input";
const DAY = "[data-kind='day'] input[type='text']";
const ROWS = "[data-repeat]";
/** The question of a row that may be filled in for the reader. */
const FILLED_IN = "[data-proposed] input";
const TO_ANSWER = ":scope > .field:not([data-proposed], [hidden]) :is(input, select)";

/** Two buttons that write the present time into the form as a reader would type it: what stands there may be changed. */
export class EntryButtons {
  #form;
  #start = element("button", { type: "button", hidden: true }, "Start now");
  #add = element("button", { type: "button", hidden: true });
  #minute = 0;

  /** @param {HTMLFormElement} form @param {() => void} started where the focus goes when the first button goes */
  constructor(form, started) {
    this.#form = form;
    this.view = element("div", { class: "due-buttons" }, this.#start, this.#add);
    this.#start.addEventListener("click", () => {
      const [field, day] = [this.#field(START), this.#field(DAY)];
      if (day && !day.value.trim()) enter(day, today());
      if (field) enter(field, clockTime(Date.now()));
      started();
    });
    this.#add.addEventListener("click", () => this.#addRow());
  }

  /** What stands in the form of when it all began, as text. */
  get startText() {
    return [DAY, START].map((field) => this.#field(field)?.value.trim() ?? "").join(" ");
  }

  /** @param {number | null} minute that it is now; null when none is counted */
  show(minute) {
    const field = this.#field(START);
    const group = /** @type {HTMLElement | null} */ (this.#form.querySelector(ROWS));
    // Over a start that was entered nothing is written.
    this.#start.hidden = field?.value.trim() !== "";
    this.#add.hidden = minute === null || !group || !this.#isRoom(group);
    if (minute === null) return;
    this.#minute = minute;
    const words = `Add a ${group?.dataset.one?.toLowerCase() ?? "row"} at minute ${minute}`;
    if (this.#add.textContent !== words) this.#add.textContent = words;
  }

  /** @param {HTMLElement} group */
  #isRoom(group) {
    return !group.querySelector("[data-add]:disabled") || isBlank(lastRow(group));
  }

  /** The minute goes into a new row, or into the last one where nothing stands in it yet. */
  #addRow() {
    const group = /** @type {HTMLElement} */ (this.#form.querySelector(ROWS));
    const minute = String(this.#minute);
    if (!isBlank(lastRow(group))) /** @type {HTMLElement} */ (group.querySelector("[data-add]")).click();
    const row = lastRow(group);
    const field = /** @type {HTMLInputElement | null | undefined} */ (row?.querySelector(FILLED_IN));
    if (field) enter(field, minute);
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector(TO_ANSWER))?.focus();
  }

  /** @param {string} selector @returns {HTMLInputElement | null} */
  #field(selector) {
    return this.#form.querySelector(selector);
  }
}

/** @param {HTMLElement} group */
function lastRow(group) {
  return [...group.querySelectorAll(".rows-list > [data-row]")].at(-1);
}

/** @param {Element | undefined} row */
function isBlank(row) {
  const controls = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement> | undefined} */ (
    row?.querySelectorAll("input, select")
  );
  const isEmpty = (/** @type {HTMLInputElement | HTMLSelectElement} */ control) =>
    control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)
      ? !control.checked
      : !control.value.trim();
  return controls !== undefined && [...controls].every(isEmpty);
}

/** @param {HTMLInputElement} field @param {string} text */
function enter(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
