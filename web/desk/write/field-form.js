/** What stands around an article (title, day, category …) as a form. press makes its questions and writes its answers. */
import { element } from "../../dom.js";
import { questionOf } from "./field-kinds.js";

/** @import { Field, FieldValue, Problem } from "../contract.d.ts" */
/** @import { Question } from "./field-kinds.js" */

export class FieldForm {
  element = element("form", {
    class: "desk-fields",
    novalidate: true,
    autocomplete: "off",
    "aria-label": "About the article",
  });
  /** @type {Map<string, Question & {says: HTMLElement}>} */
  #questions = new Map();

  /**
   * @param {readonly Field[]} fields
   * @param {(name: string, value: FieldValue) => void} changed
   */
  constructor(fields, changed) {
    for (const field of fields) {
      // What a button sets (a review, a withdrawal) is not typed.
      const question = field.setBy ? null : questionOf(field);
      if (!question) continue;
      const says = element("p", { class: "desk-refused" });
      question.whole.append(says);
      this.#questions.set(field.name, { ...question, says });
      question.whole.addEventListener("change", () => changed(field.name, question.read()));
      this.element.append(question.whole);
    }
    this.element.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The values of the text; a question in which somebody is typing keeps what is typed. @param {Record<string, unknown>} values */
  show(values) {
    for (const [name, { whole, write }] of this.#questions) {
      if (!whole.contains(document.activeElement)) write(values[name]);
    }
  }

  /** Whether the form has a question for a field. @param {string} name */
  has(name) {
    return this.#questions.has(name);
  }

  /** @param {string} name */
  focus(name) {
    this.#questions.get(name)?.focus();
  }

  /** Beside each question what is wrong with it. @param {Map<string, Problem[]>} problems by field */
  mark(problems) {
    for (const [name, { says, whole }] of this.#questions) {
      const own = (problems.get(name) ?? []).filter(({ severity }) => severity !== "advice");
      const words = own.map(({ message, fix }) => (fix ? `${message} ${fix}` : message)).join(" ");
      if (says.textContent !== words) says.textContent = words;
      whole.toggleAttribute("data-wrong", own.length > 0);
    }
  }
}
