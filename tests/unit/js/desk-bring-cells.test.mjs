import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { broughtCells } from "../../../web/desk/bring/bring.js";

/** @param {string} name */
const cells = (name) => broughtCells(readFileSync(new URL(`../../support/brought/${name}`, import.meta.url), "utf8"));

test("cells of Excel: a cell over two columns stands in both, empty rows are left out", () => {
  assert.deepEqual(cells("excel.html"), [
    ["Weight", "Dose (mg)", "Dose (mg)"],
    ["70", "35", "0.5 mg/kg over 40 min"],
  ]);
});

test("cells of Google Sheets", () => {
  assert.deepEqual(cells("sheets.html"), [
    ["Weight", "Dose"],
    ["70", "35 mg"],
  ]);
});

for (const [copied, expected] of /** @type {[string, string[][] | null][]} */ ([
  [
    "a\tb\n1\t2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a\tb\r\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a\t\n\t2",
    [
      ["a", ""],
      ["", "2"],
    ],
  ],
  [
    "a\tb\tc\n1",
    [
      ["a", "b", "c"],
      ["1", "", ""],
    ],
  ],
  ['"two\nlines"\t"a ""b"""', [["two lines", 'a "b"']]],
  ['6" tube\t5', [['6" tube', "5"]]],
  ["a\u00a0b\t1\u00ad2", [["a b", "12"]]],
  ["one line", null],
  ["two\nlines", null],
  ["\t\n\t", null],
  ["", null],
  ["<p>no table</p>", null],
  ["<table></table>", null],
])) {
  test(`${JSON.stringify(copied)} is ${JSON.stringify(expected)}`, () =>
    assert.deepEqual(broughtCells(copied), expected));
}
