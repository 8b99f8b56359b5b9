/** Where an article is written: its text in a field, what stands around it in a form. */
import { element } from "../../dom.js";
import { choose, chosen } from "../choices.js";
import { lineAt } from "./change.js";
import { FieldForm } from "./field-form.js";
import { fieldAt, linesOf } from "./front-matter.js";
import { PlainText } from "./plain-text.js";

/** @import { ArticleSession } from "../article-session.js" */
/** @import { Field, Problem, Services } from "../contract.d.ts" */
/** @import { TextField, TextFieldOptions } from "./plain-text.js" */

export class WritePane {
  /** The text and what puts something into it. */
  text = element("div", { class: "desk-writing" });
  /** The form. */
  about = element("div", { class: "desk-about" });
  #session;
  #python;
  #form;
  #head = element("textarea", { rows: "12", spellcheck: "false", "aria-label": "Front matter as text" });
  #unreadable = element("p", { class: "desk-refused", role: "status" });
  #follow;
  #pasted;
  #says;
  #line = 0;
  /** The newest answer to each question of the form. @type {Map<string, object>} */
  #turns = new Map();
  /** @type {TextField} */
  #field;

  /**
   * @param {Services} python
   * @param {ArticleSession} session
   * @param {readonly Field[]} fields
   * @param {{follow: (line: number) => void, pasted: (event: ClipboardEvent) => void, says: (words: string) => void, signal: AbortSignal}} options
   */
  constructor(python, session, fields, { follow, pasted, says, signal }) {
    this.#python = python;
    this.#session = session;
    this.#follow = follow;
    this.#pasted = pasted;
    this.#says = says;
    this.#form = new FieldForm(fields, (name, value) => void this.#set(name, value));
    this.#field = new PlainText(this.#options);
    const code = element("input", { type: "checkbox" });
    code.addEventListener("change", () => {
      choose("code", code.checked);
      void this.#exchangeField(code.checked);
    });
    this.text.append(
      this.#field.element,
      element("label", { class: "desk-tick desk-code-choice" }, code, "Number the lines and mark problems beside them"),
    );
    this.about.append(
      this.#unreadable,
      this.#form.element,
      element("details", { class: "desk-fold" }, element("summary", {}, "Front matter as text"), this.#head),
    );
    this.#head.value = session.head;
    this.#head.addEventListener("input", () => session.typeHead(this.#head.value));
    session.addEventListener("text", (event) => this.#renew(/** @type {CustomEvent} */ (event).detail), { signal });
    session.addEventListener("checked", () => this.#mark(), { signal });
    signal.addEventListener("abort", () => this.#field.remove());
    void this.#readForm();
    if (chosen("code")) {
      code.checked = true;
      void this.#exchangeField(true);
    }
  }

  get field() {
    return this.#field;
  }

  /** Leads to the place of a problem. @param {Problem} problem @returns {"text" | "about"} where that is */
  placeOf({ line }) {
    return line > linesOf(this.#session.head) ? "text" : "about";
  }

  /** @param {Problem} problem */
  reveal({ line, column, end_column: end }) {
    const above = linesOf(this.#session.head);
    if (line > above) {
      this.#field.reveal(line - above, column, end);
      return;
    }
    const name = fieldAt(this.#session.head, line);
    if (this.#form.has(name)) {
      this.#form.focus(name);
      return;
    }
    const fold = this.#head.closest("details");
    if (fold) fold.open = true;
    this.#head.focus();
    const start =
      this.#head.value
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    this.#head.setSelectionRange(start, start + (this.#head.value.split("\n")[line - 1]?.length ?? 0));
  }

  /** @returns {TextFieldOptions} */
  get #options() {
    return {
      label: "Text of the article",
      value: this.#session.body,
      typed: (text) => this.#session.type(text),
      moved: () => this.#moved(),
      pasted: this.#pasted,
    };
  }

  #moved() {
    const line = lineAt(this.#field.value, this.#field.selection[0]);
    if (line === this.#line) return;
    this.#line = line;
    this.#follow(line);
  }

  /** Shows what somebody else than the field has changed. @param {string} by */
  #renew(by) {
    if (by !== "editor") {
      const { body } = this.#session;
      if (this.#field.value !== body) this.#field.become(body);
    }
    if (by !== "head" && document.activeElement !== this.#head) this.#head.value = this.#session.head;
    if (by !== "editor") void this.#readForm();
  }

  async #readForm() {
    const { text } = this.#session;
    const { values, readable, words } = await this.#python.readFields({ text });
    if (this.#session.text !== text) return;
    this.#unreadable.textContent = readable
      ? ""
      : `The form cannot be filled in: ${words} Put it right in the text below.`;
    this.#form.element.toggleAttribute("inert", !readable);
    if (readable) this.#form.show(values);
  }

  /** @param {string} name @param {import("../contract.d.ts").FieldValue} value */
  async #set(name, value) {
    const asked = this.#session.text;
    const turn = {};
    this.#turns.set(name, turn);
    try {
      const { text } = await this.#python.setFields({ text: asked, values: { [name]: value } });
      // Somebody has answered the same question anew.
      if (this.#turns.get(name) !== turn) return;
      // Who went on writing meanwhile keeps every word: the question is asked again of the newer text.
      if (this.#session.text !== asked) await this.#set(name, value);
      else this.#session.exchange(text, "", "form");
    } catch (thrown) {
      this.#says(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  #mark() {
    const problems = this.#session.checked?.problems ?? [];
    const { head } = this.#session;
    const above = linesOf(head);
    /** @type {Map<string, Problem[]>} */
    const byField = new Map();
    for (const problem of problems.filter(({ line }) => line <= above)) {
      const name = fieldAt(head, problem.line);
      byField.set(name, [...(byField.get(name) ?? []), problem]);
    }
    this.#form.mark(byField);
    if (this.#session.isChecked) this.#field.mark(problems, above);
  }

  /** @param {boolean} isCode */
  async #exchangeField(isCode) {
    /** @type {TextField} */
    let next;
    try {
      next = isCode ? new (await import("./code-text.js")).CodeText(this.#options) : new PlainText(this.#options);
    } catch {
      this.#says("The field with numbered lines could not be fetched. Check the connection and try again.");
      return;
    }
    const old = this.#field;
    // What was typed while it was fetched.
    next.value = old.value;
    this.#field = next;
    old.element.replaceWith(next.element);
    old.remove();
    this.#mark();
  }
}
