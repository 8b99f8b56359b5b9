import assert from "node:assert/strict";
import { test } from "node:test";
import { dueList, Said } from "../../../web/session/due-list.js";

const MINUTE = 60_000;
const START = 1_000 * MINUTE;

/** @param {number} minute @param {"done" | "late" | "missing" | "due"} state */
const planned = (minute, state = "due") => ({ minute, words: `Do ${minute}.`, late: `${minute} is late.`, state });
/** @param {ReturnType<typeof planned>[]} readings @param {ReturnType<typeof planned> | null} [next] */
const plan = (readings, next = readings.find(({ state }) => state === "due") ?? null) => ({
  readings,
  next,
  late_after: 5,
});
/** @param {ReturnType<typeof plan>} due @param {number} minutes since the start */
const marks = (due, minutes) =>
  dueList(due, START, START + minutes * MINUTE).map(({ minute, mark }) => `${minute} ${mark}`);

test("what is still to come is the first of it alone", () => {
  const due = plan([planned(0, "done"), planned(10), planned(20)]);
  assert.deepEqual(marks(due, 9.99), ["10 next"]);
  const [first] = dueList(due, START, START);
  assert.equal(first?.at, START + 10 * MINUTE);
});

test("a reading is due at its minute, and late when more minutes have passed than Python allows", () => {
  const due = plan([planned(10), planned(40)]);
  assert.deepEqual(marks(due, 10), ["10 due", "40 next"]);
  assert.deepEqual(marks(due, 15.99), ["10 due", "40 next"]);
  assert.deepEqual(marks(due, 16), ["10 late", "40 next"]);
});

test("after a long sleep all that was left out stands there, in its order", () => {
  assert.deepEqual(marks(plan([planned(10), planned(20), planned(30)]), 31), ["10 late", "20 late", "30 due"]);
});

test("what was taken, late or not, or left out by the entries is not due", () => {
  const due = plan([planned(0, "missing"), planned(10, "late"), planned(20, "done"), planned(30)]);
  assert.deepEqual(marks(due, 60), ["30 late"]);
});

test("a reading that is asked for beside the plan stands in its place", () => {
  const again = planned(45);
  assert.deepEqual(marks(plan([planned(40, "done"), planned(60)], again), 41), ["45 next"]);
  assert.deepEqual(marks(plan([planned(40, "done"), planned(60)], again), 60), ["45 late", "60 due"]);
});

test("where nothing is next nothing is due, whatever the plan", () => {
  assert.deepEqual(marks(plan([planned(0), planned(10)], null), 30), []);
});

test("each mark is said once, and what was missed as it is now", () => {
  const due = plan([planned(10), planned(20)]);
  const said = new Said();
  const at = (/** @type {number} */ minutes) =>
    said.unsaid(dueList(due, START, START + minutes * MINUTE), START).map(({ minute, mark }) => `${minute} ${mark}`);
  assert.deepEqual(at(9), []);
  assert.deepEqual(at(10), ["10 due"]);
  assert.deepEqual(at(10.5), []);
  assert.deepEqual(at(30), ["10 late", "20 late"]);
  assert.deepEqual(at(31), []);
});

test("after another start what is due is said anew", () => {
  const due = plan([planned(10)]);
  const said = new Said();
  assert.equal(said.unsaid(dueList(due, START, START + 11 * MINUTE), START).length, 1);
  assert.equal(said.unsaid(dueList(due, START + MINUTE, START + 11 * MINUTE), START + MINUTE).length, 1);
});
