import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { countdown, Looks, startOf, timeOf } from "../../../web/session/wall-clock.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  process.env.TZ = "Europe/Berlin";
});

/** What the clock of the device shows. @param {string} local such as 2026-03-02T14:05:00 */
const clock = (local) => new Date(local).getTime();

test("minutes are whole ones that have passed by the clock", () => {
  const entered = { day: "2026-03-02", time: "14:05" };
  const at = clock("2026-03-02T14:05:00");
  const running = { state: "running", at, isSecond: null };
  assert.deepEqual(startOf(entered, at), { ...running, minute: 0 });
  assert.deepEqual(startOf(entered, clock("2026-03-02T14:24:59")), { ...running, minute: 19 });
  assert.deepEqual(startOf(entered, clock("2026-03-02T14:25:00")), { ...running, minute: 20 });
  assert.equal(timeOf(at, 40), clock("2026-03-02T14:45:00"));
});

test("without a time nothing is counted", () => {
  assert.deepEqual(startOf({ day: "2026-03-02", time: null }, clock("2026-03-02T14:05:00")), { state: "none" });
});

test("a start to come, and one of more than a day ago, is told with its time", () => {
  const entered = { day: "2026-03-02", time: "14:05" };
  const at = clock("2026-03-02T14:05:00");
  assert.deepEqual(startOf(entered, at - 1), { state: "future", at });
  assert.equal(startOf(entered, at + 24 * HOUR).state, "running");
  assert.deepEqual(startOf(entered, at + 24 * HOUR + 1), { state: "old", at });
});

test("a session goes on over midnight, with its day or without", () => {
  const now = clock("2026-03-03T00:10:00");
  const at = clock("2026-03-02T23:50:00");
  const running = { state: "running", at, minute: 20, isSecond: null };
  assert.deepEqual(startOf({ day: "2026-03-02", time: "23:50" }, now), running);
  assert.deepEqual(startOf({ day: null, time: "23:50" }, now), running);
});

test("without a day a time shortly after now is to come, and not one of the day before", () => {
  const found = startOf({ day: null, time: "14:05" }, clock("2026-03-02T14:00:00"));
  assert.deepEqual(found, { state: "future", at: clock("2026-03-02T14:05:00") });
  assert.equal(startOf({ day: null, time: "00:05" }, clock("2026-03-02T23:58:00")).state, "future");
});

test("in the night to summer time a session is not an hour longer, and a time that was skipped is no start", () => {
  // At 02:00 on 29 March 2026 the clock in Berlin is moved to 03:00.
  const found = startOf({ day: "2026-03-29", time: "01:50" }, clock("2026-03-29T03:10:00"));
  assert.equal(found.state === "running" && found.minute, 20);
  const now = clock("2026-03-29T04:00:00");
  assert.deepEqual(startOf({ day: "2026-03-29", time: "02:30" }, now), { state: "skipped" });
});

test("in the night from summer time a session is not an hour shorter, and which of two times is counted is told", () => {
  // At 03:00 on 25 October 2026 the clock in Berlin is put back to 02:00, which is 01:00 in Greenwich.
  const before = startOf({ day: "2026-10-25", time: "01:50" }, Date.parse("2026-10-25T01:10:00Z"));
  assert.equal(before.state === "running" && before.minute, 80);
  const entered = { day: "2026-10-25", time: "02:30" };
  const [first, second] = [Date.parse("2026-10-25T00:30:00Z"), Date.parse("2026-10-25T01:30:00Z")];
  const running = { state: "running", minute: 15 };
  assert.deepEqual(startOf(entered, first + 15 * MINUTE), { ...running, at: first, isSecond: false });
  assert.deepEqual(startOf(entered, second + 15 * MINUTE), { ...running, at: second, isSecond: true });
});

test("a zone that moves its clock by half an hour is counted as well", () => {
  process.env.TZ = "Australia/Lord_Howe";
  // At 02:00 on 5 April 2026 the clock of Lord Howe Island is put back to 01:30: at 15:00 of the day before in Greenwich.
  const at = Date.parse("2026-04-04T15:00:00Z");
  const found = startOf({ day: "2026-04-05", time: "01:30" }, at + 10 * MINUTE);
  assert.deepEqual(found, { state: "running", at, minute: 10, isSecond: true });
});

test("a countdown is never shown as over while a part of a second is left", () => {
  assert.equal(countdown(1), "0:01");
  assert.equal(countdown(390_000), "6:30");
  assert.equal(countdown(HOUR + 61_000), "1:01:01");
});

test("a clock that was set back is told; a correction of some seconds is not", () => {
  const looks = new Looks();
  assert.equal(looks.look(1_000_000, 0), null);
  assert.equal(looks.look(1_001_000 - 20_000, 1_000), null);
  const jump = looks.look(982_000 - HOUR, 2_000);
  assert.deepEqual(jump, { kind: "back", from: 982_000, to: 982_000 - HOUR });
  assert.equal(looks.look(983_000 - HOUR, 3_000), null);
});

test("a clock that was set back while the page slept is told by what has passed since", () => {
  const looks = new Looks();
  looks.look(0, 0);
  // Ten minutes have passed, and the clock has gone on by one.
  assert.equal(looks.look(MINUTE, 10 * MINUTE)?.kind, "back");
});

test("time in which the page stood still is told, whether it counted as passed or not", () => {
  for (const passed of [41 * MINUTE, 1_000]) {
    const looks = new Looks();
    looks.look(0, 0);
    assert.deepEqual(looks.look(41 * MINUTE, passed), { kind: "still", from: 0, to: 41 * MINUTE });
  }
  const looks = new Looks();
  looks.look(0, 0);
  assert.equal(looks.look(MINUTE, MINUTE), null, "a browser's tab in the background is looked at once a minute");
});
