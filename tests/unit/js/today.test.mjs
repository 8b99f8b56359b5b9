import assert from "node:assert/strict";
import { test } from "node:test";
import { clockTime, today } from "../../../web/today.js";

test("a time of today is said without its day, an earlier one with it", () => {
  const now = new Date();
  now.setHours(9, 5);
  assert.equal(clockTime(now.getTime()), "09:05");
  assert.equal(clockTime(new Date(2026, 2, 2, 14, 30).getTime()), "14:30 on 2026-03-02");
  assert.match(today(), /^\d{4}-\d{2}-\d{2}$/);
});
