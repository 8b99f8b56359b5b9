import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areFound,
  distance,
  isOneLetterAway,
  meant,
  namesOf,
  normalized,
  wordsOf,
} from "../../../web/search/calculator-names.js";

const HAMD = namesOf("Hamilton scale, HAM-D-17|hamd17|Depression rated by the clinician|HDRS|Hamilton Depression");
const DOSE = namesOf("IV ketamine dose|iv_dose|Milligrams and milliliters of an infusion|drip");

/** @param {string[]} names @param {string} text */
const finds = (names, text) => areFound(names, wordsOf(text));

test("hyphens, capitals and accents make no difference", () => {
  assert.equal(normalized("HAM-D 17"), normalized("hamd 17"));
  assert.equal(normalized("Åsberg"), "asberg");
});

for (const text of ["HAM-D", "hamd", "hamilton", "HDRS", "depression clinician", ""]) {
  test(`“${text}” finds the Hamilton scale`, () => assert.ok(finds(HAMD, text)));
}

for (const text of ["phq", "hamilton infusion", "linic infusion"]) {
  test(`“${text}” does not find the Hamilton scale`, () => assert.ok(!finds(HAMD, text)));
}

test("few letters count only where a word begins", () => {
  assert.ok(finds(DOSE, "iv"));
  assert.ok(finds(DOSE, "mil"));
  assert.ok(!finds(DOSE, "ose"), "the end of “dose”");
  assert.ok(finds(DOSE, "usion"), "five letters inside “infusion”");
});

test("a title that begins so is nearest", () => {
  assert.equal(distance(DOSE, "IV ket"), 0);
  assert.equal(distance(HAMD, "HAM"), 0);
});

test("of whole names an earlier one is nearer", () => {
  const [id, abbreviation] = [distance(HAMD, "hamd17"), distance(HAMD, "HDRS")];
  assert.ok(0 < id && id < abbreviation);
});

test("a whole name is nearer than one that begins so, and that is nearer than words elsewhere", () => {
  const [whole, begun, elsewhere] = [distance(DOSE, "drip"), distance(DOSE, "mill"), distance(DOSE, "infusion")];
  assert.ok(whole < begun && begun < elsewhere);
});

test("a calculator that is called so comes before one that only mentions it", () => {
  const screener = namesOf("C-SSRS screener triage|cssrs_screener|Suicide");
  const scale = namesOf("MADRS total|madrs|Leads to the C-SSRS screener");
  assert.ok(distance(screener, "c-ssrs") < distance(scale, "c-ssrs"));
});

const HOLD = { names: namesOf("Medication hold|medication_hold|benzodiazepine"), also: namesOf("theophylline vial") };
const INFUSION = { names: namesOf("IV ketamine dose|iv_dose|vial strength"), also: namesOf("mg/kg") };
const ALL = [HOLD, INFUSION];
/** What is typed, what is meant by it, and why. @type {[string, typeof ALL, string][]} */
const MEANT = [
  ["vial", [INFUSION], "who is called so comes before who only asks about it"],
  ["theophylline", [HOLD], "what a calculator asks about finds it"],
  ["mg/kg", [INFUSION], "a unit is found"],
  ["ketmine", [INFUSION], "a letter is missing"],
  ["benzodiazapine", [HOLD], "a letter is wrong"],
  ["ketaminne", [INFUSION], "a letter is double"],
  ["theohpylline", [HOLD], "two letters have changed places"],
  ["nausea", [], "nothing is near"],
  ["", ALL, "nothing is asked"],
];

for (const [typed, items, because] of MEANT) {
  test(`“${typed}”: ${because}`, () => assert.deepEqual([...meant(ALL, typed)], items));
}

test("words that differ by more than one letter are apart", () => {
  assert.ok(isOneLetterAway("dose", "does"), "two that changed places");
  assert.ok(!isOneLetterAway("dose", "dosage"));
  assert.ok(!isOneLetterAway("weight", "height s"));
});
