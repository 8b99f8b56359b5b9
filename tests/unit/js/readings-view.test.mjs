/** Links and files hold entries in the way that is read alike everywhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenAlike } from "../../../web/calculator/readings-view.js";

const READINGS = { weight: { typed: "70,5 Kg.", text: "70.5", said: "", commas: true } };

test("an entry is written as it was read, and the others as they stand there", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["weight", "70,5 Kg."],
    ["minutes", "40"],
    ["flags", "a"],
    ["flags", "b"],
  ];
  assert.deepEqual(writtenAlike(entries, READINGS), [["weight", "70.5"], ...entries.slice(1)]);
});

test("an entry that was changed since it was read stays as it stands there", () => {
  assert.deepEqual(writtenAlike([["weight", "70,55"]], READINGS), [["weight", "70,55"]]);
});
