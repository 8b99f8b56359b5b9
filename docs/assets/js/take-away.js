import { asCalendar, isPlan } from "./calendar-file.js";
import { make } from "./elements.js";
import { linkTo } from "./form-link.js";
import { ask } from "./python.js";
/** @import { Answer, Table } from "./reply.js" */

const PRIVACY =
  "The link holds everything typed above, after the # sign. It is not sent to any server, but whoever has the link can read it: treat it as part of the record.";

/**
 * Ways to take an answer along: as text for the record, on paper, as a link, a table as a file.
 *
 * @param {Answer} answer
 * @param {[string, string][]} entries what the form held when it was answered
 * @param {HTMLElement} from the calculator's own element
 * @param {(words: string) => void} say announces politely
 * @returns {HTMLElement}
 */
export function takeAway(answer, entries, from, say) {
  const said = make("p", { class: "take-away-note" });
  const question = { calculator: answer.calculator, entries, day: today() };
  /** @param {Promise<string>} text @param {string} what @param {string} [note] */
  const copy = async (text, what, note = "") => {
    const done = await toClipboard(text);
    said.replaceChildren(done ? note : textToCopy(await text));
    said.querySelector("textarea")?.select();
    say(done ? `${what} copied. ${note}` : "");
  };
  /** @param {"line" | "note" | "fhir"} record */
  const written = async (record) => (await ask({ ...question, record })).record ?? "";
  const buttons = [
    button("Copy line", () => copy(written("line"), "Line")),
    button("Copy note", () => copy(written("note"), "Note")),
    button("Copy FHIR", () => copy(written("fhir"), "FHIR")),
    button("Copy link", () => copy(Promise.resolve(linkTo(from.dataset.page ?? "", answer.calculator, entries)), "Link", PRIVACY)),
    button("Print", () => print(from)),
  ];
  const date = make("p", { class: "printed-on" }, `${today()} · ${location.origin}${location.pathname}`);
  return make("div", { class: "take-away" }, make("div", { class: "take-away-buttons" }, ...buttons), said, date);
}

/**
 * Ways to take one table along.
 *
 * @param {Answer} answer
 * @param {Table} table
 * @returns {HTMLElement}
 */
export function tableButtons(answer, table) {
  const of = () => make("span", { class: "visually-hidden" }, `: ${table.label}`);
  const asTable = button("Save as CSV", () => save(`${table.label}.csv`, "text/csv", asCsv(table)));
  const asPlan = button("Save for a calendar (.ics)", () => save(`${table.label}.ics`, "text/calendar", asCalendar(answer, table)));
  const buttons = isPlan(table) ? [asTable, asPlan] : [asTable];
  for (const one of buttons) one.append(of());
  return make("div", { class: "take-away-buttons table-buttons" }, ...buttons);
}

/** Prints this calculation alone. @param {HTMLElement} calculator */
function print(calculator) {
  calculator.toggleAttribute("data-printing", true);
  window.print();
  calculator.toggleAttribute("data-printing", false);
}

/** @param {Table} table */
export function asCsv({ head, rows }) {
  /** @param {string[]} cells */
  const line = (cells) => cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  return `${[head, ...rows].map(line).join("\r\n")}\r\n`;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: name }).click();
  // The download has begun by the time the page comes to rest.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** The reader's own day, written so that every country reads it alike. */
export function today() {
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  const made = make("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** @param {string} text */
function textToCopy(text) {
  const area = make("textarea", { readonly: true, rows: "6" });
  area.value = text;
  return make("label", {}, "Copy this text ", area);
}

/** Hands the clipboard a promise, because Safari forgets the click while Python writes. @param {Promise<string>} text */
async function toClipboard(text) {
  try {
    const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false; // refused or not offered: the text is shown for copying by hand
  }
}
