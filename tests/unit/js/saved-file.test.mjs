import assert from "node:assert/strict";
import { test } from "node:test";
import { asFile, fromFile } from "../../../web/calculator/saved-file.js";

/** @type {[string, string][]} */
const ENTRIES = [
  ["trials.0.drug", "sertraline"],
  ["trials.0.note", 'two "words",\nand ≥ a line'],
  ["findings", "none"],
];
/** @type {[string, string][]} */
const DAYS = [["weight_on", "2026-11-27"]];
const SAVED = { calculator: "treatment_history", version: "1.0", saved: "2026-11-28", entries: ENTRIES, days: DAYS };

/** A saved file with something else in it. @param {Record<string, unknown>} changes */
const changed = (changes) => JSON.stringify({ ...JSON.parse(asFile(SAVED)), ...changes });

/** Why a file is refused; fails when it is not. @param {string} text */
function refusal(text) {
  const found = fromFile(text, "treatment_history");
  assert.ok("refused" in found, "It was opened.");
  return found.refused;
}

test("a file that was saved is opened with its entries, their days and its own", () => {
  assert.deepEqual(fromFile(asFile(SAVED), "treatment_history"), {
    entries: ENTRIES,
    days: DAYS,
    saved: "2026-11-28",
    version: "1.0",
  });
});

test("a file ends in a line break and says what it is", () => {
  const text = asFile(SAVED);
  assert.ok(text.endsWith("}\n"));
  assert.equal(JSON.parse(text).format, "ketamine-association-worksheet");
});

test("a file of another calculator of which a part can be taken is given with its name, whatever its version", () => {
  const file = changed({ calculator: "session_vitals", version: "9.0", days: [] });
  assert.deepEqual(fromFile(file, "course", "4.0", ["session_vitals", "monitoring_calendar"]), {
    entries: ENTRIES,
    days: [],
    saved: "2026-11-28",
    version: null,
    from: "session_vitals",
  });
  assert.ok(
    "refused" in
      fromFile(changed({ calculator: "session_vitals", formatVersion: 2 }), "course", "4.0", ["session_vitals"]),
  );
});

test("a file of another calculator is refused by its name", () => {
  assert.match(refusal(changed({ calculator: "infusion" })), /saved from “infusion”/);
});

test("a very long name of a calculator is not repeated whole", () => {
  assert.ok(refusal(changed({ calculator: "x".repeat(10_000) })).length < 200);
});

test("a file of another format version is refused", () => {
  assert.match(refusal(changed({ formatVersion: 2 })), /another edition/);
});

for (const [what, text] of [
  ["no JSON", "Weight: 70"],
  ["an empty file", ""],
]) {
  test(`${what} is refused as no saved worksheet`, () => assert.match(refusal(text ?? ""), /this file is not one/));
}

for (const [what, text] of [
  ["null", "null"],
  ["a number", "70"],
  ["a list", "[]"],
  ["another format", changed({ format: "something" })],
  ["no entries", changed({ entries: undefined })],
  ["entries that are an object", changed({ entries: { weight: "70" } })],
  ["an entry of three parts", changed({ entries: [["weight", "70", "kg"]] })],
  ["an entry that is a text of two letters", changed({ entries: ["ab"] })],
  ["a value that is a number", changed({ entries: [["weight", 70]] })],
]) {
  test(`${what} is refused as no worksheet`, () => assert.match(refusal(text ?? ""), /this file holds none/));
}

test("a day is cut to the length of a day", () => {
  const found = fromFile(changed({ saved: "2026-11-28 and more" }), "treatment_history");
  assert.equal("saved" in found && found.saved, "2026-11-28");
});

test("a file that does not say its version is opened as one of none", () => {
  const found = fromFile(changed({ version: 9.9 }), "treatment_history");
  assert.ok("entries" in found);
  assert.equal(found.version, null);
});

test("a file of a newer version than the page's is refused, and one of an older version is not", () => {
  for (const [version, isRefused] of /** @type {[string, boolean][]} */ ([
    ["2.10", true],
    ["10.0", true],
    ["2.9", false],
    ["2.8", false],
    ["1.10", false],
  ])) {
    const found = fromFile(changed({ version }), "treatment_history", "2.9");
    assert.equal("refused" in found && /^Load this page anew/.test(found.refused), isRefused, version);
  }
});

test("a file that an older edition saved has no days", () => {
  const found = fromFile(changed({ days: undefined }), "treatment_history");
  assert.deepEqual("days" in found && found.days, []);
});
