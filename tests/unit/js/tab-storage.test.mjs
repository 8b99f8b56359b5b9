import assert from "node:assert/strict";
import { test } from "node:test";
import { TabStorage } from "../../../web/calculator/tab-storage.js";

/** A storage as a browser hands it out: its names are its keys. @param {number} [room] longest text it takes */
function browserStorage(room = 1_000) {
  /** @type {any} */
  const storage = {};
  const methods = {
    getItem: (/** @type {string} */ name) => storage[name] ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => {
      if (text.length > room) throw new Error("QuotaExceededError");
      storage[name] = text;
    },
    removeItem: (/** @type {string} */ name) => delete storage[name],
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(storage, name, { value });
  return storage;
}

test("what is kept is found again until it is forgotten", () => {
  const tab = new TabStorage(() => browserStorage());
  assert.equal(tab.found("course"), null);
  assert.equal(tab.keep("course", { typedAt: 1 }), true);
  assert.deepEqual(tab.found("course"), { typedAt: 1 });
  tab.forget("course");
  assert.equal(tab.found("course"), null);
});

test("turned off it removes what it kept of every worksheet, and keeps nothing but that it is off", () => {
  const storage = browserStorage();
  storage.setItem("of something else", "stays");
  const tab = new TabStorage(() => storage);
  tab.keep("course", 1);
  tab.keep("infusion", 2);
  tab.turn(false);
  assert.deepEqual({ ...storage }, { "of something else": "stays", worksheets: "off" });
  assert.equal(tab.keep("course", 3), false);
  assert.equal(new TabStorage(() => storage).isOn, false);
  tab.turn(true);
  assert.equal(tab.keep("course", 3), true);
});

test("where storage is denied, or takes nothing, it says so and keeps nothing", () => {
  const denied = () => {
    throw new Error("SecurityError");
  };
  for (const open of [denied, () => browserStorage(-1)]) {
    const tab = new TabStorage(open);
    assert.deepEqual([tab.isThere, tab.isOn, tab.keep("course", 1), tab.found("course")], [false, false, false, null]);
    tab.turn(false);
    tab.forget("course");
  }
});

test("what has no room is not kept in part: an older state would come back for the newer one", () => {
  const tab = new TabStorage(() => browserStorage(20));
  assert.equal(tab.keep("course", "short"), true);
  assert.equal(tab.keep("course", "much longer than there is room for"), false);
  assert.equal(tab.found("course"), null);
});

test("what was damaged is not found", () => {
  const storage = browserStorage();
  storage.setItem("worksheet:course", "{");
  assert.equal(new TabStorage(() => storage).found("course"), null);
});
