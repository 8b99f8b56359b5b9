import assert from "node:assert/strict";
import { test } from "node:test";
import { DeviceRecord } from "../../../web/session/device-record.js";

/** What every tab of a device shares. @param {number} [room] longest text it takes */
function device(room = 1_000) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const storage = {
    getItem: (/** @type {string} */ name) => texts.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => {
      if (text.length > room) throw new Error("QuotaExceededError");
      texts.set(name, text);
    },
    removeItem: (/** @type {string} */ name) => texts.delete(name),
  };
  const open = () => /** @type {Storage} */ (/** @type {unknown} */ (storage));
  const tab = (/** @type {string} */ owner, calculator = "session_vitals") =>
    new DeviceRecord("worksheet:/#0", calculator, { open, owner });
  return { texts, tab };
}

/** @param {string} pulse @returns {import("../../../web/session/device-record.js").Typed} */
const kept = (pulse) => ({
  version: "1.0",
  entries: [["rows.0.hr", pulse]],
  days: [],
  doubts: [],
  usedAt: 1,
  typedAt: 2,
});

test("nothing is on a device before it was said, and nothing stays of the question whether anything can be", () => {
  const { texts, tab } = device();
  assert.equal(tab("first").isThere, true);
  assert.equal(tab("first").found, null);
  assert.equal(texts.size, 0);
});

test("another tab finds what was kept, by whom, when it was typed, and whether that tab may be open", () => {
  const { tab } = device();
  const first = tab("first");
  assert.equal(first.take(kept("72")), true);
  const { entries, typedAt, owner, isOpen } = tab("second").found ?? assert.fail();
  assert.deepEqual([entries, typedAt, owner, isOpen], [[["rows.0.hr", "72"]], 2, "first", true]);
  first.leave();
  assert.equal(tab("second").found?.isOpen, false);
});

test("a tab that goes does not say so for the one that keeps it by now", () => {
  const { tab } = device();
  const [first, second] = [tab("first"), tab("second")];
  first.take(kept("72"));
  second.take(kept("80"));
  first.leave();
  assert.deepEqual([first.isMine, second.isMine, second.found?.isOpen], [false, true, true]);
});

test("what is removed is gone for every tab", () => {
  const { texts, tab } = device();
  tab("first").take(kept("72"));
  tab("second").remove();
  assert.equal(tab("first").found, null);
  assert.equal(texts.size, 0);
});

test("a record of another worksheet, of a later form or damaged is not read", () => {
  const { texts, tab } = device();
  tab("first").take(kept("72"));
  assert.equal(tab("first", "course").found, null);
  texts.set("worksheet:/#0", texts.get("worksheet:/#0")?.replace('"format":1', '"format":2') ?? "");
  assert.equal(tab("first").found, null);
  texts.set("worksheet:/#0", "{");
  assert.equal(tab("first").found, null);
});

test("what has no room is not kept in part: an older state would come back for the newer one", () => {
  const { texts, tab } = device(300);
  const first = tab("first");
  assert.equal(first.take(kept("72")), true);
  assert.equal(first.take(kept("7".repeat(300))), false);
  assert.equal(texts.size, 0);
});

test("where storage is denied it says so and keeps nothing", () => {
  const denied = () => {
    throw new Error("SecurityError");
  };
  const record = new DeviceRecord("worksheet:/#0", "session_vitals", { open: denied });
  assert.deepEqual([record.isThere, record.found, record.take(kept("72"))], [false, null, false]);
  record.leave();
  record.remove();
});
