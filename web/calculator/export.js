import { element } from "../dom.js";
import { ask } from "../engine/engine.js";
import { today } from "../today.js";
import { asCsv } from "./csv.js";
import { linkTo } from "./permalink.js";

/** @import { Answer, Table } from "../engine/reply.js" */
/** @import { CopyNotice } from "../kept-copy.js" */
/** @import { Entered } from "./calculator-session.js" */

/** @typedef {Entered & {notices: CopyNotice[]}} Asked what the form held, and what was to be said of this copy of the site */

const PRIVACY =
  "The link holds everything typed above, after the # sign. This site does not send it anywhere, but whoever has the link can read it, and so can programs that look into mail and chat: treat it as part of the record.";

const TOO_LONG = "This form holds too much for a link. Copy the note, or save the worksheet as a file.";

/**
 * Ways to take an answer along: as text for the record, on paper, as a link, a table as a file.
 *
 * @param {Answer} answer
 * @param {Asked} asked when it was answered
 * @param {HTMLElement} calculator
 * @param {(words: string) => void} announce
 * @returns {HTMLElement}
 */
export function takeAway(answer, { entries, days, notices }, calculator, announce) {
  const note = element("p", { class: "take-away-note" });
  const question = { calculator: answer.calculator, entries, notices, day: today() };
  /** @param {Promise<string>} text @param {string} what @param {string} [advice] */
  const copy = async (text, what, advice = "") => {
    const done = await toClipboard(text);
    const words = `${what} copied. ${advice}`.trim();
    note.replaceChildren(done ? words : textToCopy(await text));
    note.querySelector("textarea")?.select();
    announce(done ? words : "");
  };
  /** @param {"line" | "note" | "fhir"} record */
  const written = async (record) => (await ask({ ...question, record })).record ?? "";
  const buttons = [
    button("Copy line", () => copy(written("line"), "Line")),
    button("Copy note", () => copy(written("note"), "Note")),
    button("Copy FHIR", () => copy(written("fhir"), "FHIR")),
    button("Copy link", () => {
      const link = linkTo(new URL(calculator.dataset.page ?? "", location.href), answer, entries, days);
      if (link) return copy(Promise.resolve(link), "Link", PRIVACY);
      note.replaceChildren(TOO_LONG);
      announce(TOO_LONG);
    }),
    button("Print", () => print(calculator)),
  ];
  if (answer.tables.some(({ dated }) => dated)) {
    const dates = async () => (await ask({ ...question, record: "ics", mark: randomMark() })).record ?? "";
    buttons.push(
      button("Dates for a calendar (.ics)", async () => save(`${answer.title}.ics`, "text/calendar", await dates())),
    );
  }
  const date = element("p", { class: "printed-on" }, `${today()} · ${location.origin}${location.pathname}`);
  return element("div", { class: "take-away" }, element("div", { class: "take-away-buttons" }, ...buttons), note, date);
}

/** Tells the dates of this file from those of any other: the same plan may be made for two patients. */
function randomMark() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (number) => number.toString(36)).join("-");
}

/**
 * A way to take one table along, with what must not be missed.
 *
 * @param {Table} table
 * @param {readonly string[]} dangers
 * @returns {HTMLElement}
 */
export function tableButtons(table, dangers) {
  const asTable = button("Save as CSV", () => save(`${table.label}.csv`, "text/csv", asCsv(table, dangers)));
  asTable.append(element("span", { class: "visually-hidden" }, `: ${table.label}`));
  return element("div", { class: "take-away-buttons table-buttons" }, asTable);
}

/** Prints this calculation alone. @param {HTMLElement} calculator */
function print(calculator) {
  calculator.toggleAttribute("data-printing", true);
  window.print();
  calculator.toggleAttribute("data-printing", false);
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href: address, download: name }).click();
  // The download has begun by the time the page comes to rest.
  setTimeout(() => URL.revokeObjectURL(address));
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** @param {string} text */
function textToCopy(text) {
  const area = element("textarea", { readonly: true, rows: "6" });
  area.value = text;
  return element("label", {}, "Copy this text ", area);
}

/** Hands the clipboard a promise, because Safari forgets the click while Python writes. @param {Promise<string>} text */
export async function toClipboard(text) {
  try {
    const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false; // refused or not offered: the text is shown for copying by hand
  }
}
