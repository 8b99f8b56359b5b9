import { required } from "../dom.js";

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
    return { name: this.#group.dataset.repeat ?? "", one: this.#one, most: Number(this.#group.dataset.most) };
  }

  get #count() {
    return this.#list.children.length;
  }

  /** A new row at the end; the focus goes to its first question. */
  add() {
    this.#append();
    this.#number();
    /** @type {HTMLElement | null | undefined} */ (
      this.#list.lastElementChild?.querySelector("input, select")
    )?.focus();
    this.#announce(`${this.#one} ${this.#count} added.`);
  }

  #append() {
    this.#list.append(this.#template.content.cloneNode(true));
  }

  /** Takes a row away; the focus goes to the row that moved up, or to the button that adds one. @param {Element} row */
  remove(row) {
    const place = [...this.#list.children].indexOf(row);
    row.remove();
    this.#number();
    const next = this.#list.children[Math.min(place, this.#count - 1)];
    const target = next?.querySelector("[data-remove]") ?? required(this.#group, "[data-add]");
    /** @type {HTMLElement} */ (target).focus();
    this.#announce(`${this.#one} ${place + 1} removed.`);
  }

  /** As many rows as asked for. @param {number} count */
  resize(count) {
    while (this.#count > count) this.#list.lastElementChild?.remove();
    while (this.#count < count) this.#append();
    this.#number();
  }

  #number() {
    const name = this.#group.dataset.repeat ?? "";
    [...this.#list.children].forEach((row, place) => {
      const before = /** @type {HTMLElement} */ (row).dataset.row ?? "";
      rename(row, name, before, String(place));
      for (const words of row.querySelectorAll("[data-row-number]")) words.textContent = String(place + 1);
    });
    const full = this.#count >= Number(this.#group.dataset.most);
    required(this.#group, "[data-add]").toggleAttribute("disabled", full);
  }
}

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
