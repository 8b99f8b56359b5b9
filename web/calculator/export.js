import { toClipboard } from "../clipboard.js";
import { element } from "../dom.js";
import { ask } from "../engine/engine.js";
import { today } from "../today.js";
import { asCsv } from "./csv.js";
import { decimalComma } from "./decimal-comma.js";
import { fileName, save } from "./file-download.js";
import { codeOnPaper, share, showQr } from "./link-sharing.js";
import { linkTo } from "./permalink.js";
import { plainCharacters } from "./plain-characters.js";

/** @import { Answer, CalendarUpdate, Table } from "../engine/reply.js" */
/** @import { CopyNotice } from "../kept-copy.js" */
/** @import { CalendarChoice } from "./calendar-choice.js" */
/** @import { Entered } from "./form-contents.js" */

/** @typedef {Entered & {notices: CopyNotice[]}} Asked what the form held, and what was to be said of this copy of the site */

const PRIVACY =
  "The link holds everything typed above, after the # sign. This site does not send it anywhere, but whoever has the link can read it. So can programs that look into mail and chat. Treat it as part of the record.";

const TOO_LONG = "This form holds too much for a link. Copy the note, or save the worksheet as a file.";

/**
 * Ways to take an answer along: as text for the record, on paper, as a link, a table as a file.
 *
 * @param {Answer} answer
 * @param {Asked} asked when it was answered
 * @param {HTMLElement} calculator
 * @param {() => CalendarChoice} calendarOf the reader's choice, for an answer that has dates
 * @param {(words: string) => void} announce
 * @returns {HTMLElement}
 */
export function takeAway(answer, { entries, days, notices }, calculator, calendarOf, announce) {
  const place = element("div", { class: "take-away" });
  const note = element("p", { class: "take-away-note" });
  const question = { calculator: answer.calculator, entries, notices, day: today() };
  const link = linkTo(new URL(calculator.dataset.page ?? "", location.href), answer, entries, days);
  // The same answer saved again has the same events, and a calendar changes those it has.
  const mark = randomMark();
  const say = (/** @type {string} */ words) => {
    note.replaceChildren(words);
    announce(words);
  };
  /** @param {Promise<string>} text @param {string} what @param {string} [advice] */
  const copy = async (text, what, advice = "") => {
    if (await toClipboard(text)) {
      say(`${what} copied. ${advice}`.trim());
      return;
    }
    note.replaceChildren(textToCopy(await text));
    note.querySelector("textarea")?.select();
    announce("");
  };
  /** @param {"line" | "note" | "fhir"} record */
  const written = async (record) => (await ask({ ...question, record, ascii: plainCharacters.isWanted })).record ?? "";
  /** @param {(link: string) => void} act */
  const withLink = (act) => (link ? act(link) : say(TOO_LONG));
  /** @param {CalendarChoice} calendar */
  const dates = async (calendar) => {
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
    const former = await calendar.former();
    const appointment = calendar.appointment;
    const asked = ask({ ...question, record: "ics", mark, stamp, appointment, former });
    const { record = "", update, refused } = await asked;
    say(refused ?? savedDates(answer.calculator, record, update));
  };
  const calendar = answer.tables.some(({ dated }) => dated) ? calendarOf() : undefined;
  place.append(
    group("Copy", note, [
      button("Copy summary", () => copy(written("line"), "Summary")),
      button("Copy full note", () => copy(written("note"), "Full note")),
      button("Copy FHIR", () => copy(written("fhir"), "FHIR")),
      plainCharactersBox(),
    ]),
    group("Save", note, [
      button("Print", () => print(calculator)),
      ...(calendar ? [button("Dates for a calendar (.ics)", () => dates(calendar)), calendar.element] : []),
    ]),
    group("Share", note, [
      button("Copy link", () => withLink((link) => copy(Promise.resolve(link), "Link", PRIVACY))),
      button("QR code", () => withLink(async (link) => say(await showQr(link, answer.title, place)))),
      ...("share" in navigator
        ? [
            button("Share…", () =>
              withLink(async (link) => {
                say(PRIVACY);
                const refused = await share(link, answer.title);
                if (refused) say(refused);
              }),
            ),
          ]
        : []),
    ]),
    element("p", { class: "printed-on" }, `${today()} · ${location.origin}${location.pathname}`),
  );
  if (link && "ofNoPatient" in calculator.dataset) place.append(codeOnPaper(link, answer.title));
  return place;
}

/**
 * Saves the dates and, where an earlier file was given, what was canceled since. What is said of it.
 *
 * @param {string} calculator
 * @param {string} record
 * @param {CalendarUpdate} [update]
 */
function savedDates(calculator, record, update) {
  const name = fileName([calculator, "dates"], "ics");
  save(name, "text/calendar", record);
  if (!update) return `Saved as ${name}.`;
  if (!update.canceled) return `Saved as ${name}. ${update.words}`;
  const other = fileName([calculator, "canceled"], "ics");
  save(other, "text/calendar", update.canceled);
  return `Saved as ${name}, and what is canceled as ${other}. ${update.words}`;
}

/** Tells the dates of this file from those of any other: the same plan may be made for two patients. */
function randomMark() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (number) => number.toString(36)).join("-");
}

/**
 * Ways to take one table along, with what must not be missed: as a file, and alone on paper, such as for the patient.
 *
 * @param {Table} table
 * @param {readonly string[]} dangers
 * @returns {HTMLElement}
 */
export function tableButtons(table, dangers) {
  const asTable = button("Save as CSV", () => {
    const owner = /** @type {HTMLElement | null} */ (asTable.closest("[data-calculator]"))?.dataset.calculator ?? "";
    save(fileName([owner, table.label], "csv"), "text/csv", asCsv(table, dangers, decimalComma.isRead));
  });
  const alone = button("Print this table", () => {
    const part = /** @type {HTMLElement} */ (alone.closest(".answer-table"));
    part.toggleAttribute("data-printed", true);
    print(/** @type {HTMLElement} */ (part.closest("[data-calculator]")));
    part.toggleAttribute("data-printed", false);
  });
  for (const way of [asTable, alone]) way.append(element("span", { class: "visually-hidden" }, `: ${table.label}`));
  return element("div", { class: "take-away-buttons table-buttons" }, asTable, alone);
}

/** Prints this calculation alone. @param {HTMLElement} calculator */
function print(calculator) {
  calculator.toggleAttribute("data-printing", true);
  window.print();
  calculator.toggleAttribute("data-printing", false);
}

/**
 * Ways of one kind. What is said of one of them stands right below it.
 *
 * @param {string} name
 * @param {HTMLElement} note
 * @param {HTMLElement[]} ways buttons, and what goes with them
 */
function group(name, note, ways) {
  const isButton = (/** @type {HTMLElement} */ way) => way.localName === "button";
  const buttons = element("div", { class: "take-away-buttons" }, ...ways.filter(isButton));
  const rest = ways.filter((way) => !isButton(way));
  const made = element("div", { class: "take-away-group", role: "group", "aria-label": name }, buttons, ...rest);
  buttons.addEventListener("click", () => made.append(note), { capture: true });
  return made;
}

/** Remembered for this visit. */
function plainCharactersBox() {
  const box = element("input", { type: "checkbox" });
  box.checked = plainCharacters.isWanted;
  box.addEventListener("change", () => {
    plainCharacters.isWanted = box.checked;
  });
  return element("label", { class: "plain-characters" }, box, "Plain characters (ASCII) in summary and note");
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
