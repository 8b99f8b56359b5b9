/** The kinds of questions in the form of an article. A value that a form does not know is shown and kept, never changed. */
import { element } from "../../dom.js";
import { button, labeled } from "../dialog.js";

/** @import { Field, FieldValue } from "../contract.d.ts" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {{whole: HTMLElement, focus: () => void, read: () => FieldValue, write: (value: unknown) => void}} Question */

/** @param {Field} field @returns {Question | null} null for a kind that is written as text */
export function questionOf(field) {
  const label = field.required ? field.label : `${field.label} (may be left out)`;
  if (field.kind === "choices") return ticks(field, label);
  if (field.kind === "entries") return entries(field, label);
  const control = controlOf(field);
  if (!control) return null;
  if (control instanceof HTMLInputElement && control.type === "checkbox") return tick(field, control, label);
  const whole = labeled(label, control, field.help);
  if (field.maxLength) whole.append(counter(control, field));
  return {
    whole,
    focus: () => control.focus(),
    read: () => answerOf(field, control.value),
    write: (/** @type {unknown} */ value) => {
      const text = textOf(value);
      if (control instanceof HTMLSelectElement) offer(control, text);
      if (control.value !== text) control.value = text;
      control.dispatchEvent(new Event("written"));
    },
  };
}

/** A box to tick. @param {Field} field @param {HTMLInputElement} control @param {string} label */
function tick(field, control, label) {
  const whole = element("div", { class: "desk-field" }, element("label", { class: "desk-tick" }, control, label));
  if (field.help) whole.append(element("p", { class: "desk-hint" }, field.help));
  return {
    whole,
    focus: () => control.focus(),
    read: () => control.checked,
    write: (/** @type {unknown} */ value) => {
      control.checked = value === true;
    },
  };
}

/** @param {Field} field @param {string} label */
function ticks(field, label) {
  const boxes = (field.choices ?? []).map((choice) => {
    const box = element("input", { type: "checkbox", value: choice.value });
    return { box, row: element("label", { class: "desk-tick" }, box, choice.label) };
  });
  const whole = element("fieldset", { class: "desk-field" }, element("legend", {}, label));
  if (field.help) whole.append(element("p", { class: "desk-hint" }, field.help));
  whole.append(element("div", { class: "desk-ticks" }, ...boxes.map(({ row }) => row)));
  /** What the file names and the list of choices does not have; it is kept. @type {string[]} */
  let others = [];
  /** The order of the file. @type {string[]} */
  let before = [];
  return {
    whole,
    focus: () => boxes[0]?.box.focus(),
    read: () => {
      const ticked = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      const kept = before.filter((value) => ticked.includes(value) || others.includes(value));
      return [...kept, ...ticked.filter((value) => !kept.includes(value))];
    },
    write: (/** @type {unknown} */ value) => {
      before = Array.isArray(value) ? value.map(String) : [];
      others = before.filter((one) => !boxes.some(({ box }) => box.value === one));
      for (const { box } of boxes) box.checked = before.includes(box.value);
    },
  };
}

/** Several answers, each of several parts. @param {Field} field @param {string} label @returns {Question} */
function entries(field, label) {
  const list = element("div", { class: "desk-entries" });
  const add = button("Add one", () => {
    const row = entryRow(field, {});
    list.append(row.whole);
    rows.push(row);
    row.focus();
  });
  const whole = element("fieldset", { class: "desk-field" }, element("legend", {}, label));
  if (field.help) whole.append(element("p", { class: "desk-hint" }, field.help));
  whole.append(list, add);
  /** @type {ReturnType<typeof entryRow>[]} */
  let rows = [];
  let shown = "";
  whole.addEventListener("desk-removed", ({ target }) => {
    rows = rows.filter((row) => row.whole !== target);
    /** @type {HTMLElement} */ (target).remove();
    add.focus();
    whole.dispatchEvent(new Event("change"));
  });
  return {
    whole,
    focus: () => whole.querySelector("button")?.focus(),
    read: () => rows.map((row) => row.read()).filter((entry) => Object.keys(entry).length),
    write: (/** @type {unknown} */ value) => {
      const given = Array.isArray(value) ? value : [];
      if (JSON.stringify(given) === shown) return;
      shown = JSON.stringify(given);
      rows = given.map((entry) => entryRow(field, entry));
      list.replaceChildren(...rows.map((row) => row.whole));
    },
  };
}

/** @param {Field} field @param {Record<string, unknown>} entry */
function entryRow(field, entry) {
  const parts = (field.fields ?? []).map((part) => ({ part, question: questionOf({ help: "", ...part }) }));
  const whole = element("div", { class: "desk-entry", role: "group", "aria-label": field.label });
  for (const { part, question } of parts) {
    question?.write(entry[part.name]);
    if (question) whole.append(question.whole);
  }
  whole.append(
    button("Remove this one", () => whole.dispatchEvent(new CustomEvent("desk-removed", { bubbles: true }))),
  );
  return {
    whole,
    focus: () => parts[0]?.question?.focus(),
    read: () =>
      Object.fromEntries(
        parts.map(({ part, question }) => [part.name, question?.read() ?? null]).filter(([, value]) => value !== null),
      ),
  };
}

/** @param {Field} field @returns {Control | null} */
function controlOf(field) {
  switch (field.kind) {
    case "long-text":
      return element("textarea", { rows: "3" });
    case "list":
      return element("textarea", { rows: "3" });
    case "choice": {
      const select = element("select");
      if (!field.required) select.append(element("option", { value: "" }, "–"));
      for (const { value, label } of field.choices ?? []) select.append(element("option", { value }, label));
      return select;
    }
    case "date":
      return element("input", { type: "date" });
    case "boolean":
      return element("input", { type: "checkbox" });
    case "number":
      return element("input", { type: "text", inputmode: "decimal" });
    case "text":
      return element("input", { type: "text" });
    default:
      return null; // What no form can hold is written as text, below the form.
  }
}

/** A value that the list of choices does not have is shown, not changed. @param {HTMLSelectElement} select @param {string} text */
function offer(select, text) {
  if ([...select.options].some(({ value }) => value === text)) return;
  select.append(element("option", { value: text }, text ? `${text} (not in the list)` : "Not chosen yet"));
}

/** @param {Control} control @param {Field} field */
function counter(control, { minLength, maxLength }) {
  const says = element("p", { class: "desk-hint desk-counter" });
  const count = () => {
    const { length } = [...control.value];
    const range = minLength ? `${minLength} to ${maxLength}` : `at most ${maxLength}`;
    says.textContent = `${length} characters; ${range}.`;
    says.toggleAttribute("data-wrong", length > (maxLength ?? Infinity) || (length > 0 && length < (minLength ?? 0)));
  };
  for (const event of ["input", "written"]) control.addEventListener(event, count);
  count();
  return says;
}

/** @param {Field} field @param {string} text @returns {FieldValue} */
function answerOf(field, text) {
  if (text === "") return null;
  if (field.kind === "list")
    return text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return text;
}

/** @param {unknown} value */
function textOf(value) {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}
