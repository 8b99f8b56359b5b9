/** The text in a plain field, in which the browser's own undo takes back whatever a button has put there. */
import { element } from "../../dom.js";
import { changeBetween, placeOf } from "./change.js";
import { nextItemAt } from "./next-item.js";

/** @import { Change } from "./change.js" */
/** @import { Problem } from "../contract.d.ts" */

/**
 * What a field for text can do; `web/desk/write/code-text.js` does the same with CodeMirror.
 *
 * @typedef {{
 *   element: HTMLElement,
 *   value: string,
 *   readonly selection: [number, number],
 *   change: (change: Change) => void,
 *   become: (text: string) => void,
 *   reveal: (line: number, column: number, endColumn: number | null) => void,
 *   mark: (problems: readonly Problem[], linesAbove: number) => void,
 *   focus: () => void,
 *   remove: () => void,
 * }} TextField
 */

/**
 * @typedef {{label: string, value: string, typed: (text: string) => void, moved: () => void, pasted: (event: ClipboardEvent) => void}} TextFieldOptions
 */

/** @implements {TextField} */
export class PlainText {
  element;
  /** What Enter exchanged last, and where the cursor stood. */
  #entered = { from: 0, to: 0, cursor: 0 };

  /** @param {TextFieldOptions} options */
  constructor({ label, value, typed, moved, pasted }) {
    this.element = element("textarea", { class: "desk-text", "aria-label": label, spellcheck: "true", lang: "en" });
    this.element.value = value;
    this.element.addEventListener("input", (event) => {
      if (event instanceof InputEvent && event.inputType === "historyUndo") this.#unmark();
      typed(this.element.value);
    });
    for (const event of ["keyup", "click", "focus"]) this.element.addEventListener(event, moved);
    this.element.addEventListener("paste", pasted);
    this.element.addEventListener("keydown", (event) => this.#enter(event));
  }

  get value() {
    return this.element.value;
  }

  set value(text) {
    this.element.value = text;
  }

  /** @returns {[number, number]} */
  get selection() {
    return [this.element.selectionStart, this.element.selectionEnd];
  }

  /** @param {Change} change */
  change({ from, to, insert, select }) {
    const field = this.element;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, to);
    if (!this.#isTyped(from === to, insert)) {
      field.setRangeText(insert, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (select) field.setSelectionRange(...select);
    this.#showCursor();
    field.dispatchEvent(new Event("click"));
  }

  /** Types, as a key would, over what is marked; whether that could be done. @param {boolean} isNothingMarked @param {string} insert */
  #isTyped(isNothingMarked, insert) {
    // A field that is not shown takes no focus, and the browser would type into the one that has it.
    if (document.activeElement !== this.element) return false;
    if (insert) return document.execCommand("insertText", false, insert);
    return isNothingMarked || document.execCommand("delete");
  }

  /** Another text, of which only what differs is exchanged. @param {string} text */
  become(text) {
    if (text === this.value) return;
    const scrolled = this.element.scrollTop;
    this.change(changeBetween(this.value, text));
    this.element.scrollTop = scrolled;
  }

  /** @param {number} line @param {number} column @param {number | null} endColumn */
  reveal(line, column, endColumn) {
    const field = this.element;
    const start = placeOf(field.value, line, column);
    const end = endColumn === null ? start : placeOf(field.value, line, endColumn);
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, Math.max(start, end));
    field.scrollTop = Math.max(0, this.#heightOf(start) - field.clientHeight / 2);
    field.scrollIntoView({ block: "nearest" });
    field.dispatchEvent(new Event("click"));
  }

  /** A plain field has no gutter: the list below it has the problems. */
  mark() {}

  focus() {
    this.element.focus();
  }

  remove() {
    this.element.remove();
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing } = event;
    if (key !== "Enter" || shiftKey || ctrlKey || altKey || metaKey || isComposing) return;
    const change = nextItemAt(this.value, this.selection);
    if (!change) return;
    event.preventDefault();
    this.#entered = { from: change.from, to: change.to, cursor: this.element.selectionStart };
    this.change(change);
  }

  /** A browser marks what it gives back, and the next key would write over it. */
  #unmark() {
    const { from, to, cursor } = this.#entered;
    const [start, end] = this.selection;
    if (from < to && start === from && end === to) this.element.setSelectionRange(cursor, cursor);
  }

  /** Scrolls the field until the cursor can be seen. */
  #showCursor() {
    const field = this.element;
    const height = this.#heightOf(field.selectionEnd);
    const isSeen = height >= field.scrollTop && height <= field.scrollTop + field.clientHeight;
    if (!isSeen) field.scrollTop = Math.max(0, height - field.clientHeight / 2);
  }

  /** How high the text before a place stands. @param {number} place */
  #heightOf(place) {
    const twin = element("textarea", {
      class: "desk-text desk-twin",
      "aria-hidden": "true",
      tabindex: "-1",
      rows: "1",
    });
    twin.value = this.element.value.slice(0, place);
    twin.style.inlineSize = `${this.element.clientWidth}px`;
    this.element.after(twin);
    const height = twin.scrollHeight;
    twin.remove();
    return height;
  }
}
