import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../../web/calculator/file-download.js";

const NOON = new Date(2026, 10, 29, 14, 5);

test("a name says what the file is, and the day and minute in which it was made", () => {
  assert.equal(fileName(["course", "Scores"], "csv", NOON, new Set()), "ketamine-course-scores-2026-11-29-1405.csv");
  assert.equal(
    fileName(["iv_dose", "worksheet"], "json", NOON, new Set()),
    "ketamine-iv-dose-worksheet-2026-11-29-1405.json",
  );
});

test("two files of one minute have two names, and one of the next minute has its own", () => {
  const taken = new Set();
  const names = [NOON, NOON, NOON, new Date(2026, 10, 29, 14, 6)].map((now) =>
    fileName(["course", "dates"], "ics", now, taken),
  );
  assert.deepEqual(names, [
    "ketamine-course-dates-2026-11-29-1405.ics",
    "ketamine-course-dates-2026-11-29-1405-2.ics",
    "ketamine-course-dates-2026-11-29-1405-3.ics",
    "ketamine-course-dates-2026-11-29-1406.ics",
  ]);
});

test("no number of a patient stands in a name", () => {
  const name = fileName(["body_weights", "Dose of 0.6 mg/kg on each weight"], "csv", NOON, new Set());
  assert.equal(name, "ketamine-body-weights-dose-on-each-weight-2026-11-29-1405.csv");
});

test("a name has letters, figures and hyphens only, and an end", () => {
  const name = fileName(["x", `../..\\\\CON: "ä" ${"long ".repeat(40)}`], "csv", NOON, new Set());
  assert.match(name, /^[a-z0-9-]{1,90}\.csv$/);
});
