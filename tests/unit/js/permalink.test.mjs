import assert from "node:assert/strict";
import { test } from "node:test";
import { linkedEntries, linkTo } from "../../../web/calculator/permalink.js";

const PAGE = new URL("https://guidance.example/calculators/iv-dose/");

test("a link gives back the entries that it was made of", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["weight", "70"],
    ["trials.0.note", "a+b & c=d? 50 % #1 ≥"],
    ["findings", "one"],
    ["findings", "two"],
  ];
  const link = new URL(linkTo(PAGE, "iv_dose", entries));
  assert.deepEqual(linkedEntries(link.hash, "iv_dose"), entries);
});

test("a link leads to the calculator's page, with all that was typed behind the sign #", () => {
  const link = new URL(linkTo(PAGE, "iv_dose", [["weight", "73.25"]]));
  assert.equal(link.origin + link.pathname + link.search, PAGE.href);
  assert.equal(link.hash, "#iv_dose?weight=73.25");
});

test("blank entries are left out of a link", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["weight", "70"],
    ["minutes", ""],
    ["dose", "  "],
  ];
  assert.equal(new URL(linkTo(PAGE, "iv_dose", entries)).hash, "#iv_dose?weight=70");
});

for (const hash of ["", "#", "#iv_dose", "#iv_dose?", "#phq9?weight=70", "#iv_dose_2?weight=70", "#when-to-use-it"]) {
  test(`“${hash}” holds nothing for the calculator`, () => assert.equal(linkedEntries(hash, "iv_dose"), null));
}
