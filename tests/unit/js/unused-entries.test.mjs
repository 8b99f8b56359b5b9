import assert from "node:assert/strict";
import { test } from "node:test";
import { LastUse } from "../../../web/calculator/unused-entries.js";

const MINUTE = 60_000;

test("entries are asked about when the limit is reached, counted from the last use", () => {
  let now = 0;
  const last = new LastUse(15, () => now);
  now = 14 * MINUTE;
  assert.equal(last.left, MINUTE);
  last.used();
  now = 28 * MINUTE;
  assert.equal(last.left, MINUTE);
  now = 29 * MINUTE;
  assert.equal(last.left, 0);
  now = 600 * MINUTE;
  assert.equal(last.left, 0);
});

test("a clock that was set back is no reason to show old entries", () => {
  let now = 100 * MINUTE;
  const last = new LastUse(15, () => now);
  now = 0;
  assert.equal(last.left, 0);
});

test("a site that sets no minutes never asks", () => {
  let now = 0;
  const last = new LastUse(0, () => now);
  now = 10_000 * MINUTE;
  assert.equal(last.left, null);
});

test("entries of a form that is found again are as old as when it was left", () => {
  const last = new LastUse(15, () => 20 * MINUTE, 4 * MINUTE);
  assert.equal(last.left, 0);
  assert.equal(last.at, 4 * MINUTE);
});
