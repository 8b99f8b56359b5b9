import assert from "node:assert/strict";
import { test } from "node:test";
import { isMet } from "../../../web/calculator/conditional-questions.js";

test("a question is asked when one of its answers was given", () => {
  assert.ok(isMet(["yes"], "yes"));
  assert.ok(isMet(["oral"], "nasal oral"));
  assert.ok(isMet(["ssri", "snri"], "snri"));
});

test("it is not asked for another answer, or for none", () => {
  assert.ok(!isMet(["no"], "yes"));
  assert.ok(!isMet([], "yes"));
  assert.ok(!isMet(["yes_no"], "yes"), "a longer answer that begins alike");
});

test("without answers of its own, any answer will do", () => {
  assert.ok(isMet(["12"], ""));
  assert.ok(!isMet([], ""));
});

test("a blank is no answer", () => {
  assert.ok(!isMet([""], ""));
  assert.ok(!isMet(["  "], ""));
  assert.ok(isMet(["", "12"], ""));
});
