import { element, required } from "../dom.js";

/** @typedef {{words: string, line: HTMLElement, restore: () => void}} Removed a row, in words, and the way back */

/**
 * Rows of a question that repeats, such as one for each treatment trial. The form's template holds one row written
 * with the number `__row__`; rows are numbered from 0 without gaps, because that is how Python names them back.
 */
export class Rows {
  #group;
  #list;
  #template;
  #announce;

  /**
   * @param {HTMLElement} group the fieldset with `data-repeat`
   * @param {(words: string) => void} announce
   */
  constructor(group, announce) {
    this.#group = group;
    this.#list = required(group, ".rows-list");
    this.#template = /** @type {HTMLTemplateElement} */ (required(group, "template"));
    this.#announce = announce;
  }

  get #one() {
    return this.#group.dataset.one ?? "Row";
  }

  /** How many rows the form takes, and what one is called. */
  get limits() {
    return { name: this.#name, one: this.#one, most: Number(this.#group.dataset.most) };
  }

  /** Those that are there; between them stand words about those that were removed. */
  get #rows() {
    return /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll(":scope > [data-row]")]);
  }

  get #count() {
    return this.#rows.length;
  }

  /** Whether an entry stands outside these rows, or in one of those that are there now. @returns {(name: string) => boolean} */
  get areNow() {
    const [name, count] = [this.#name, this.#count];
    return (entry) => !entry.startsWith(`${name}.`) || Number(entry.split(".")[1]) < count;
  }

  /** A new row at the end. The focus goes to its first question, past those that will be filled in after the row above. */
  add() {
    const above = /** @type {HTMLInputElement | null | undefined} */ (this.#rows.at(-1)?.querySelector(TO_ANSWER));
    this.#append();
    this.#number();
    const first = above?.value ? TO_ANSWER : "input, select";
    /** @type {HTMLElement | null | undefined} */ (this.#rows.at(-1)?.querySelector(first))?.focus();
    this.#announce(`${this.#one} ${this.#count} added.`);
  }

  #append() {
    this.#list.append(this.#template.content.cloneNode(true));
  }

  /**
   * Takes a row away. A line takes its place, as high as the row was: nothing moves under a finger that taps twice.
   *
   * @param {HTMLElement} row
   * @returns {Removed}
   */
  remove(row) {
    const name = `${this.#one} ${this.#rows.indexOf(row) + 1} removed`;
    const words = [name, enteredIn(row)].filter(Boolean).join(": ");
    const line = element("div", { class: "undo" });
    line.style.setProperty("--held", `${row.offsetHeight}px`);
    row.replaceWith(line);
    rename(row, this.#name, row.dataset.row ?? "", "removed");
    this.#number();
    this.#announce(`${name}.`);
    const restore = () => {
      line.before(row);
      // From the end: two rows of one number would share their choices, and one of them would lose its own.
      this.#number((rows) => rows.reverse());
      /** @type {HTMLElement} */ (required(row, "[data-remove]")).focus();
      this.#announce(`${this.#one} ${this.#rows.indexOf(row) + 1} is back.`);
    };
    return { words, line, restore };
  }

  /** Whether Enter here is to add a row: in the last one, where what comes next is proposed. @param {HTMLInputElement} control */
  isEnd(control) {
    const row = this.#rows.at(-1);
    return (
      row?.contains(control) === true && control.value.trim() !== "" && row.querySelector("[data-proposed]") !== null
    );
  }

  /** As many rows as asked for. @param {number} count */
  resize(count) {
    while (this.#count > count) this.#rows.at(-1)?.remove();
    while (this.#count < count) this.#append();
    this.#number();
  }

  get #name() {
    return this.#group.dataset.repeat ?? "";
  }

  /** @param {(rows: [HTMLElement, number][]) => [HTMLElement, number][]} [order] in which they are named */
  #number(order = (rows) => rows) {
    for (const [row, place] of order(this.#rows.map((row, place) => [row, place]))) {
      rename(row, this.#name, row.dataset.row ?? "", String(place));
      for (const words of row.querySelectorAll("[data-row-number]")) words.textContent = String(place + 1);
    }
    const full = this.#count >= Number(this.#group.dataset.most);
    required(this.#group, "[data-add]").toggleAttribute("disabled", full);
  }
}

/** What was entered in a row, as its labels have it. @param {HTMLElement} row */
function enteredIn(row) {
  const controls = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (
    row.querySelectorAll("input, select")
  );
  const entered = [...controls].map((control) => {
    if (control instanceof HTMLSelectElement) return control.value && (control.selectedOptions[0]?.text ?? "");
    if (!["radio", "checkbox"].includes(control.type)) return control.value.trim();
    return control.checked ? (control.labels?.[0]?.textContent?.trim() ?? "") : "";
  });
  return entered.filter(Boolean).join(", ");
}

/** A question of a row that is never filled in for the reader. */
const TO_ANSWER = ":scope > .field:not([data-proposed]) :is(input, select)";

/**
 * How many rows entries are for: one at least.
 *
 * @param {[string, string][]} entries
 * @param {string} name of the question that repeats
 */
export function rowCount(entries, name) {
  const rows = entries.filter(([key]) => key.startsWith(`${name}.`)).map(([key]) => key.split(".")[1]);
  return Math.max(1, new Set(rows).size);
}

const NAMED = [
  "id",
  "name",
  "for",
  "aria-describedby",
  "aria-labelledby",
  "data-field",
  "data-problem-for",
  "data-asked-when",
];

/**
 * @param {Element} row
 * @param {string} name
 * @param {string} before
 * @param {string} after
 */
function rename(row, name, before, after) {
  if (before === after) return;
  /** @type {HTMLElement} */ (row).dataset.row = after;
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of NAMED) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, renumbered(value, name, before, after));
    }
  }
}

/**
 * Every name `trials.2.…` and id `…trials-2-…` of a row, as that of another number.
 *
 * @param {string} value one or several of them
 * @param {string} name of the question that repeats
 * @param {string} before the number
 * @param {string} after the new number
 */
export function renumbered(value, name, before, after) {
  const part = name.replaceAll("_", "-");
  return value
    .replaceAll(`${name}.${before}.`, `${name}.${after}.`)
    .replaceAll(`${part}-${before}-`, `${part}-${after}-`);
}
