import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv } from "../../../web/calculator/csv.js";

/** @param {string[]} cells */
const row = (...cells) => ({ head: cells.map((_, place) => String.fromCharCode(65 + place)), rows: [cells] });
/** @param {{head: string[], rows: string[][]}} table @param {boolean} [hasDecimalComma] */
const second = (table, hasDecimalComma = false) => asCsv(table, [], hasDecimalComma).split("\r\n")[1];

test("a file begins with the mark of its character set, and lines end as RFC 4180 says, the last one too", () => {
  assert.equal(
    asCsv({
      head: ["Day", "Dose"],
      rows: [
        ["1", "35 mg"],
        ["2", ""],
      ],
    }),
    "\ufeffDay,Dose\r\n1,35 mg\r\n2,\r\n",
  );
});

test("commas, quotes and line breaks are quoted", () => {
  assert.equal(second(row("a,b", 'say "ah"')), '"a,b","say ""ah"""');
  assert.equal(asCsv(row("two\nlines")), '\ufeffA\r\n"two\nlines"\r\n');
});

test("the stops and cautions of an answer are the last rows, as wide as the table", () => {
  const table = { head: ["Day", "Session", "Note"], rows: [["2026-11-28", "Induction 1", ""]] };
  const dangers = ["Stop: do not dose: 180/120 mmHg or above", "Caution: weigh, or delay"];
  assert.equal(
    asCsv(table, dangers),
    "\ufeffDay,Session,Note\r\n2026-11-28,Induction 1,\r\n" +
      'Stop: do not dose: 180/120 mmHg or above,,\r\n"Caution: weigh, or delay",,\r\n',
  );
});

test("where a comma is the decimal mark, columns part at semicolons and numbers have decimal commas and no others", () => {
  assert.equal(second(row("82.5", "35.5 mg", "1,500 mg", "2,500.25 mL"), true), "82,5;35,5 mg;1500 mg;2500,25 mL");
  assert.equal(second(row("80.9%", "3–6", "2026-11-28", "16, then 20.5"), true), "80,9%;3–6;2026-11-28;16, then 20,5");
  assert.equal(second(row("a;b", "0.5 to 0.75 mg/kg."), true), '"a;b";0,5 to 0,75 mg/kg.');
  assert.equal(second(row("version 1.0.2", "12,345,678"), true), "version 1.0.2;12345678");
  assert.equal(asCsv(row("x"), ["Caution: above 0.75 mg/kg"], true).split("\r\n")[2], "Caution: above 0,75 mg/kg");
});

test("without it numbers stay as the page has them", () => {
  assert.equal(second(row("82.5", "1,500 mg")), '82.5,"1,500 mg"');
});

for (const typed of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1", "−2+3 mg"]) {
  test(`“${typed.trim()}” is no formula to a spreadsheet`, () => {
    const cell = second(row(typed, "x"))?.replace(/,x$/, "").replace(/^"/, "");
    assert.match(cell ?? "", /^'|^−/);
  });
}

test("a negative number is one to a spreadsheet", () => {
  assert.equal(second(row("−5", "−12.5%", "-3")), "-5,-12.5%,-3");
  assert.equal(second(row("−12.5"), true), "-12,5");
});
