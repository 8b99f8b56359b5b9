import assert from "node:assert/strict";
import { test } from "node:test";
import { linked, linkTo } from "../../../web/calculator/permalink.js";

const IV_DOSE = { calculator: "iv_dose", version: "2.0" };
const PAGE = new URL("https://guidance.example/calculators/iv-dose/");

test("a link gives back the entries that it was made of", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["weight", "70"],
    ["trials.0.note", "a+b & c=d? 50 % #1 ≥"],
    ["findings", "one"],
    ["findings", "two"],
  ];
  const link = new URL(linkTo(PAGE, IV_DOSE, entries, []) ?? "");
  assert.deepEqual(linked(link.hash, "iv_dose"), { entries, days: [], version: "2.0" });
});

test("a link leads to the calculator's page, with all that was typed behind the sign #", () => {
  const link = new URL(linkTo(PAGE, IV_DOSE, [["weight", "73.25"]], []) ?? "");
  assert.equal(link.origin + link.pathname + link.search, PAGE.href);
  assert.equal(link.hash, "#iv_dose?weight=73.25&v=2.0");
});

test("blank entries are left out of a link", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["weight", "70"],
    ["minutes", ""],
    ["dose", "  "],
  ];
  assert.equal(new URL(linkTo(PAGE, IV_DOSE, entries, []) ?? "").hash, "#iv_dose?weight=70&v=2.0");
});

for (const hash of ["", "#", "#iv_dose", "#iv_dose?", "#phq9?weight=70", "#iv_dose_2?weight=70", "#when-to-use-it"]) {
  test(`“${hash}” holds nothing for the calculator`, () => assert.equal(linked(hash, "iv_dose"), null));
}

test("a link that says no version is read as one of none", () => {
  assert.deepEqual(linked("#iv_dose?weight=70", "iv_dose"), { entries: [["weight", "70"]], days: [], version: null });
});

test("a question mark in a value is part of the value", () => {
  assert.deepEqual(linked("#iv_dose?note=why?&v=2.0", "iv_dose"), {
    entries: [["note", "why?"]],
    days: [],
    version: "2.0",
  });
});

test("a link beyond all forms is refused with its number, before it is taken apart", () => {
  const found = linked(`#iv_dose?weight=${"7".repeat(100_000)}`, "iv_dose");
  assert.deepEqual(found, { refused: "This link holds 100007 characters, and at most 100000 are read." });
});

test("a link that says two versions is of neither", () => {
  const found = linked("#iv_dose?weight=70&v=2.0&v=1.0", "iv_dose");
  assert.deepEqual(found, { entries: [["weight", "70"]], days: [], version: "2.0 and 1.0" });
});

test("the day of a measurement belongs to the link and is none of its entries", () => {
  const link = new URL(linkTo(PAGE, IV_DOSE, [["weight", "70"]], [["weight_on", "2026-03-02"]]) ?? "");
  assert.equal(link.hash, "#iv_dose?weight=70&weight_on=2026-03-02&v=2.0");
  assert.deepEqual(linked(link.hash, "iv_dose"), {
    entries: [["weight", "70"]],
    days: [["weight_on", "2026-03-02"]],
    version: "2.0",
  });
});

test("no link is made that would be refused when it is opened", () => {
  // Each sign takes nine characters of an address.
  assert.equal(linkTo(PAGE, IV_DOSE, [["note", "≥".repeat(12_000)]], []), null);
  const longest = linkTo(PAGE, IV_DOSE, [["note", "x".repeat(100_000 - "note=&v=2.0".length)]], []);
  assert.ok(linked(new URL(longest ?? "").hash, "iv_dose"));
  assert.ok(!("refused" in (linked(new URL(longest ?? "").hash, "iv_dose") ?? {})));
});
