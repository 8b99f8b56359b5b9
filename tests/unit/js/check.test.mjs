import assert from "node:assert/strict";
import { test } from "node:test";
import { doubts } from "../../../web/calculator/given-entries.js";
import { asFile } from "../../../web/calculator/saved-file.js";
import { altered, differences, holds } from "../../../web/check/comparison.js";
import { recognized, tooLong } from "../../../web/check/recognition.js";
import { changesSince, recallsOf, releaseWith, verdict } from "../../../web/check/verdict.js";

const ENTRIES = /** @type {[string, string][]} */ ([["weight", "70"]]);
const CARD = { title: "IV ketamine dose", version: "2.0", page: "calculators/iv-dose/" };
const RECALL = {
  id: "made-up",
  calculator: "iv_dose",
  versions: ["1.0"],
  inputs: "All.",
  wrong: "x",
  do: "y",
  date: "2026-01-01",
};
const HISTORY = {
  calculators: { iv_dose: CARD },
  releases: {
    "1.0.0": { day: "2026-01-01", files: {}, calculators: { iv_dose: "1.0" } },
    "1.10.0": { day: "2026-01-02", files: {}, calculators: { iv_dose: "1.10" } },
    "1.9.0": { day: "2026-01-02", files: {}, calculators: { iv_dose: "1.10" } },
  },
  changes: /** @type {{calculators: [string, string][], text: string}[]} */ ([
    { calculators: [["iv_dose", "2.0"]], text: "second" },
    { calculators: [["iv_dose", "1.1"]], text: "first" },
    { calculators: [["phq9", "9.0"]], text: "another calculator" },
    { calculators: [["*", ""]], text: "every calculator" },
  ]),
  recalls: [RECALL],
};
/** @param {object} other @returns {any} */
const facts = (other) => ({
  found: { kind: "line", calculator: "iv_dose", version: "1.0", day: "", entries: ENTRIES, why: "" },
  card: CARD,
  matches: true,
  differences: [],
  answers: true,
  recalls: [],
  ...other,
});
/** @param {object} other @returns {any} */
const answered = (other) => ({ headline: "35 mg", shown: [], warnings: [], ...other });

test("a link is recognized with its version, whatever page it leads to", () => {
  const found = recognized("https://site.example/calculators/iv-dose/#iv_dose?weight=70&v=1.0");
  assert.deepEqual(found, {
    kind: "link",
    calculator: "iv_dose",
    version: "1.0",
    day: "",
    entries: ENTRIES,
    days: [],
    why: "",
  });
});

test("two links, or one that is too long, are refused with words", () => {
  assert.match(JSON.stringify(recognized("#iv_dose?weight=70 #iv_dose?weight=80")), /several links/);
  assert.match(JSON.stringify(recognized(`#iv_dose?weight=${"7".repeat(100_001)}`)), /at most 100000/);
});

test("a saved file is recognized with its day", () => {
  const text = asFile({ calculator: "infusion", version: "2.0", saved: "2026-11-29", entries: ENTRIES, days: [] });
  assert.deepEqual(recognized(text), {
    kind: "file",
    calculator: "infusion",
    version: "2.0",
    day: "2026-11-29",
    entries: ENTRIES,
    days: [],
    why: "",
  });
});

test("a saved file that is cut short or foreign is refused with words", () => {
  const text = asFile({ calculator: "infusion", version: "2.0", saved: "2026-11-29", entries: ENTRIES, days: [] });
  assert.match(JSON.stringify(recognized(text.slice(0, 60))), /missing or changed/);
  assert.match(JSON.stringify(recognized('{"format":"other"}')), /Choose a saved worksheet/);
});

test("records and other texts are left to Python", () => {
  for (const text of ["", "hello", "IV ketamine dose: 35 mg.", '{"resourceType":"Observation"}']) {
    assert.equal(recognized(text), null);
  }
});

test("a text that is too long is refused with its number", () => {
  assert.equal(tooLong("short"), "");
  assert.match(tooLong("x".repeat(100_001)), /100001 characters/);
  assert.equal(tooLong(`{${"x".repeat(100_001)}`), "");
});

test("a withdrawn version is said before all else", () => {
  assert.equal(verdict(facts({ recalls: [RECALL], matches: false })).state, "withdrawn");
});

test("a record that its own version does not give is told", () => {
  assert.equal(verdict(facts({ matches: false })).state, "altered");
});

test("a present version is unchanged, and a record without inputs is not called so", () => {
  const found = facts({}).found;
  assert.equal(verdict(facts({ found: { ...found, version: "2.0" } })).state, "unchanged");
  const bare = verdict(facts({ found: { ...found, version: "2.0", entries: null, why: "Not held." }, matches: null }));
  assert.equal(bare.state, "unknown");
  assert.match(bare.words, /not withdrawn\. Not held\./);
});

test("entries that a present version does not answer are not called unchanged", () => {
  const found = { ...facts({}).found, version: "2.0" };
  assert.equal(verdict(facts({ found, matches: null, differences: null, answers: false })).head, "No answer");
});

test("an older version is superseded, with the same answer or another", () => {
  assert.match(verdict(facts({})).head, /same answer/);
  const other = verdict(facts({ differences: [{ what: "Answer", before: "a", today: "b" }] }));
  assert.match(other.head, /another one today/);
  assert.equal(verdict(facts({ differences: null, matches: null })).head, "Superseded");
});

test("without a version nothing is claimed", () => {
  const { found } = facts({});
  assert.equal(verdict(facts({ found: { ...found, version: null }, matches: null })).state, "unknown");
});

test("the change log is told from the version on", () => {
  assert.deepEqual(changesSince(HISTORY, "iv_dose", "1.0"), ["second", "first", "every calculator"]);
  assert.deepEqual(changesSince(HISTORY, "iv_dose", "1.10"), ["second", "every calculator"]);
  assert.deepEqual(changesSince(HISTORY, "iv_dose", "2.0"), []);
});

test("recalls and releases are found by version, the newest release first", () => {
  assert.deepEqual(recallsOf(HISTORY, "iv_dose", "1.0"), [RECALL]);
  assert.deepEqual(recallsOf(HISTORY, "iv_dose", "1.1"), []);
  assert.deepEqual(recallsOf(HISTORY, "iv_dose", null), []);
  assert.equal(releaseWith(HISTORY, "iv_dose", "1.10"), "1.10.0");
  assert.equal(releaseWith(HISTORY, "iv_dose", "3.0"), undefined);
});

test("answers differ line by line, in values and in warnings", () => {
  const before = answered({
    shown: [{ key: "a", label: "Dose", text: "35.0 mg" }],
    warnings: [{ kind: "caution", text: "Fast" }],
  });
  const today = answered({
    shown: [{ key: "a", label: "Dose", text: "35 mg" }],
    warnings: [{ kind: "stop", text: "Fast" }],
  });
  assert.deepEqual(differences(before, today), [
    { what: "Dose", before: "35.0 mg", today: "35 mg" },
    { what: "Warning", before: "caution: Fast", today: "" },
    { what: "Warning", before: "", today: "stop: Fast" },
  ]);
  assert.deepEqual(differences(before, before), []);
});

test("spaces and what stands around do not make another record, and a number does", () => {
  assert.equal(holds("line", "Seen.\n35 mg  over\n40 min. Signed", "35 mg over 40 min."), true);
  assert.equal(holds("line", "53 mg over 40 min.", "35 mg over 40 min."), false);
  assert.equal(holds("fhir", '{"b":[1,{"d":1,"c":2}],"a":"x"}', '{"a":"x","b":[1,{"c":2,"d":1}]}'), true);
  assert.equal(holds("fhir", '{"a":1}', '{"a":2}'), false);
});

test("what was altered in a record is shown with what stood there", () => {
  assert.deepEqual(altered("Dose 53 mg. Stop: no.", "Dose 35 mg. Stop: no."), [
    { what: "Only in the record", before: "Dose 53 mg.", today: "" },
    { what: "Missing from the record", before: "", today: "Dose 35 mg." },
  ]);
});

test("a link of a withdrawn version is asked about with the reason", () => {
  const given = { what: "link", version: "1.0", left: [] };
  assert.match(doubts(given, "2.0", { "1.0": "Pounds were wrong." })[0] ?? "", /is withdrawn\. Pounds were wrong\./);
  assert.doesNotMatch(doubts(given, "2.0").join(" "), /withdrawn/);
});
