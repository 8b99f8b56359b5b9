import { the } from "../dom.js";

/**
 * Rows of a question that repeats, such as one for each treatment trial. The form's template holds one row written
 * with the number `__row__`; rows are numbered from 0 without gaps, because that is how Python names them back.
 */
export class Rows {
  #group;
  #list;
  #template;
  #say;

  /**
   * @param {HTMLElement} group the fieldset with `data-repeat`
   * @param {(words: string) => void} say announces politely
   */
  constructor(group, say) {
    this.#group = group;
    this.#list = the(group, ".rows-list");
    this.#template = /** @type {HTMLTemplateElement} */ (the(group, "template"));
    this.#say = say;
  }

  get one() {
    return this.#group.dataset.one ?? "Row";
  }

  get count() {
    return this.#list.children.length;
  }

  /** A new row at the end; the focus goes to its first question. */
  add() {
    this.append();
    const added = /** @type {HTMLElement} */ (this.#list.lastElementChild);
    added.querySelector("input, select")?.dispatchEvent(new Event("focusin", { bubbles: true }));
    /** @type {HTMLElement | null} */ (added.querySelector("input, select"))?.focus();
    this.#say(`${this.one} ${this.count} added.`);
  }

  append() {
    this.#list.append(this.#template.content.cloneNode(true));
    this.#number();
  }

  /** Takes a row away; the focus goes to the row that moved up, or to the button that adds one. @param {Element} row */
  remove(row) {
    const place = [...this.#list.children].indexOf(row);
    row.remove();
    this.#number();
    const next = this.#list.children[Math.min(place, this.count - 1)];
    const target = next?.querySelector("[data-remove]") ?? the(this.#group, "[data-add]");
    /** @type {HTMLElement} */ (target).focus();
    this.#say(`${this.one} ${place + 1} removed.`);
  }

  /** As many rows as asked for. @param {number} count */
  resize(count) {
    while (this.count > count) this.#list.lastElementChild?.remove();
    while (this.count < count) this.append();
    this.#number();
  }

  #number() {
    const name = this.#group.dataset.repeat ?? "";
    [...this.#list.children].forEach((row, place) => {
      const before = /** @type {HTMLElement} */ (row).dataset.row ?? "";
      rename(row, name, before, String(place));
      for (const words of row.querySelectorAll("[data-row-number]")) words.textContent = String(place + 1);
    });
    const full = this.count >= Number(this.#group.dataset.most);
    the(this.#group, "[data-add]").toggleAttribute("disabled", full);
  }
}

const NAMED = ["id", "name", "for", "aria-describedby", "aria-labelledby", "data-field", "data-problem-for", "data-asked-when"];

/**
 * Every `trials.2.…` and `…trials-2-…` of a row becomes that of another number.
 *
 * @param {Element} row
 * @param {string} name
 * @param {string} before
 * @param {string} after
 */
function rename(row, name, before, after) {
  if (before === after) return;
  const part = name.replaceAll("_", "-");
  /** @type {HTMLElement} */ (row).dataset.row = after;
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of NAMED) {
      const value = element.getAttribute(attribute);
      if (!value) continue;
      element.setAttribute(attribute, value.replaceAll(`${name}.${before}.`, `${name}.${after}.`).replaceAll(`${part}-${before}-`, `${part}-${after}-`));
    }
  }
}
