import { element, required } from "../dom.js";

/** @import { Problem } from "../engine/reply.js" */

const PREFIX = "Error: ";

/** Problems of one form: beside the fields that the reader has left, and all of them in a summary on Calculate. */
export class ProblemsView {
  #form;
  #summary;
  #readCommas;
  /** @type {Set<string>} names of fields whose problem may be shown */
  #left = new Set();
  /** @type {Problem[]} */
  #problems = [];

  /**
   * @param {HTMLFormElement} form
   * @param {() => void} readCommas when the reader says that commas are decimal marks
   */
  constructor(form, readCommas) {
    this.#form = form;
    this.#readCommas = readCommas;
    this.#summary = required(form, ".problem-summary");
  }

  /** The reader has left a field: its problem may be shown. @param {string} field */
  leave(field) {
    this.#left.add(field);
    this.#showBesideFields();
  }

  /** What is wrong now, for the fields already left. @param {Problem[]} problems */
  update(problems) {
    this.#problems = problems;
    this.#showBesideFields();
    if (!this.#summary.hidden) {
      if (problems.length) this.#showSummary(problems);
      else this.#hideSummary();
    }
  }

  /** Shows everything that is wrong in the summary, and moves the focus there. @param {Problem[]} problems */
  showAll(problems) {
    this.#problems = problems;
    for (const { field } of problems) this.#left.add(field);
    this.#showBesideFields();
    this.#showSummary(problems);
    this.#summary.hidden = false;
    this.#summary.focus();
    if (!document.title.startsWith(PREFIX)) document.title = `${PREFIX}${document.title}`;
  }

  clear() {
    this.#left.clear();
    this.update([]);
  }

  #hideSummary() {
    this.#summary.hidden = true;
    this.#summary.replaceChildren();
    if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  }

  /** @param {Problem[]} problems */
  #showSummary(problems) {
    const list = element("ul", {});
    for (const { field, message } of problems) {
      const control = this.control(field);
      if (!control) {
        list.append(element("li", {}, message));
        continue;
      }
      const link = element("a", { href: `#${control.id}` }, message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control.focus();
      });
      list.append(element("li", {}, link));
    }
    const alert = element("div", { role: "alert" }, element("h2", {}, "There is a problem"), list);
    this.#summary.replaceChildren(alert);
  }

  #showBesideFields() {
    /** @type {Map<Element, string[]>} */
    const messages = new Map();
    const commas = new Set();
    for (const { field, message, remedy } of this.#problems) {
      const line = this.#messagePlace(field);
      if (!line || !this.#left.has(field)) continue;
      messages.set(line, [...(messages.get(line) ?? []), message]);
      if (remedy === "decimal_comma") commas.add(line);
    }
    for (const line of this.#form.querySelectorAll("[data-problem-for]")) {
      this.#offerCommas(line, commas.has(line));
      const words = (messages.get(line) ?? []).join(" ");
      if (line.textContent === words) continue;
      line.textContent = words;
      line.closest("[data-field]")?.toggleAttribute("data-wrong", words !== "");
      for (const control of this.#form.querySelectorAll(`[aria-describedby~="${line.id}"]`)) {
        if (!control.matches("input, select, [role='radiogroup']")) continue; // a plain group has no such state
        if (words) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  }

  /**
   * A keypad may have no point: the reader can say, at the place, that the comma is a decimal mark.
   *
   * @param {Element} line
   * @param {boolean} isOffered
   */
  #offerCommas(line, isOffered) {
    const offer = line.parentElement?.querySelector(":scope > .remedy");
    if (!isOffered) offer?.remove();
    if (!isOffered || offer) return;
    const button = element("button", { type: "button", class: "remedy" }, "Read the comma as a decimal mark");
    button.addEventListener("click", () => {
      this.#readCommas();
      // The button goes; whoever pressed it by keyboard goes on from the number.
      this.control(/** @type {HTMLElement} */ (line).dataset.problemFor ?? "")?.focus();
    });
    line.after(button);
  }

  /** Where the message of a field is shown: beside it, or beside the group that a nested field belongs to. @param {string} field */
  #messagePlace(field) {
    for (let name = field; name; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
      const line = this.#form.querySelector(`[data-problem-for="${CSS.escape(name)}"]`);
      if (line) return line;
    }
    return null;
  }

  /** Where problems are, each place once; a problem that has none is named by its message. @param {Problem[]} problems */
  places(problems) {
    const places = problems.map(({ field, message }) => {
      const name = nameOf(this.#messagePlace(field));
      return { name: name || message, control: name ? this.control(field) : null };
    });
    return places.filter(({ name }, place) => places.findIndex((one) => one.name === name) === place);
  }

  /** What to focus for a field. @param {string} field */
  control(field) {
    const line = this.#messagePlace(field);
    const group = line?.closest("[data-field]");
    const named = group?.querySelector(`[name="${CSS.escape(field)}"]`);
    return /** @type {HTMLElement | null} */ (named ?? group?.querySelector("input, select, button") ?? null);
  }
}

/** A question by its label, and by its row where it stands in one; empty where it has none. @param {Element | null} line of its problems */
function nameOf(line) {
  const label = line?.closest("[data-label]")?.getAttribute("data-label") ?? "";
  const row = line?.closest("[data-row]")?.querySelector(".row-name")?.textContent?.trim();
  return label && row ? `${row}, ${label}` : label;
}
