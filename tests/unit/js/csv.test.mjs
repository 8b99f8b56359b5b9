import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv } from "../../../web/calculator/csv.js";

test("lines end as RFC 4180 says, the last one too", () => {
  assert.equal(
    asCsv({
      head: ["Day", "Dose"],
      rows: [
        ["1", "35 mg"],
        ["2", ""],
      ],
    }),
    "Day,Dose\r\n1,35 mg\r\n2,\r\n",
  );
});

test("commas, quotes and line breaks are quoted", () => {
  const rows = [["a,b", 'say "ah"', "two\nlines"]];
  assert.equal(asCsv({ head: ["1", "2", "3"], rows }), '1,2,3\r\n"a,b","say ""ah""","two\nlines"\r\n');
});

test("the stops and cautions of an answer are the last rows, as wide as the table", () => {
  const table = { head: ["Day", "Session", "Note"], rows: [["2026-11-28", "Induction 1", ""]] };
  const dangers = ["Stop: do not dose: 180/120 mmHg or above", "Caution: weigh, or delay"];
  assert.equal(
    asCsv(table, dangers),
    "Day,Session,Note\r\n2026-11-28,Induction 1,\r\n" +
      'Stop: do not dose: 180/120 mmHg or above,,\r\n"Caution: weigh, or delay",,\r\n',
  );
});
