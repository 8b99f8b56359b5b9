import assert from "node:assert/strict";
import { test } from "node:test";
import { noteUsed, recentIds, switchRecent } from "../../../web/recent/recent-list.js";

/** @param {string | null} text */
function storageWith(text) {
  return {
    text,
    getItem: () => text,
    /** @param {string} _ @param {string} value */
    setItem(_, value) {
      this.text = text = value;
    },
  };
}

test("the calculator that was used last stands first, each once, at most six", () => {
  const storage = storageWith(null);
  for (const id of ["a", "b", "c", "d", "e", "f", "g", "b"]) noteUsed(storage, id);
  assert.deepEqual(recentIds(storage), ["b", "g", "f", "e", "d", "c"]);
});

test("ids alone are kept", () => {
  const storage = storageWith(null);
  noteUsed(storage, "iv_dose");
  noteUsed(storage, "weight=70 kg");
  assert.equal(storage.text, '["iv_dose"]');
});

test("a reader who wants no list has none, until it is switched on again", () => {
  const storage = storageWith('["iv_dose"]');
  switchRecent(storage, false);
  noteUsed(storage, "phq9");
  assert.equal(recentIds(storage), null);
  assert.equal(storage.text, "false");
  switchRecent(storage, true);
  assert.deepEqual(recentIds(storage), []);
});

for (const [what, text] of [
  ["no list", "{}"],
  ["no JSON", "x"],
  ["markup", '["<b>"]'],
]) {
  test(`what is ${what} is an empty list`, () => assert.deepEqual(recentIds(storageWith(text ?? null)), []));
}
