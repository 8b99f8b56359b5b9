import assert from "node:assert/strict";
import { test } from "node:test";
import { schemeOf } from "../../../web/head/color-scheme.js";

const SYSTEM = "(prefers-color-scheme)";
const DARK = "(prefers-color-scheme: dark)";
const LIGHT = "(prefers-color-scheme: light)";

test("the system decides for a reader who has never chosen", () => {
  assert.equal(schemeOf(undefined, true), "slate");
  assert.equal(schemeOf(undefined, false), "default");
  assert.equal(schemeOf({}, true), "slate");
});

test("the system decides for a reader who has chosen its colors, whatever they were then", () => {
  assert.equal(schemeOf({ media: SYSTEM, scheme: "default" }, true), "slate");
  assert.equal(schemeOf({ media: SYSTEM, scheme: "slate" }, false), "default");
});

test("the reader's own choice holds against the system", () => {
  assert.equal(schemeOf({ media: DARK, scheme: "slate" }, false), "slate");
  assert.equal(schemeOf({ media: LIGHT, scheme: "default" }, true), "default");
});
