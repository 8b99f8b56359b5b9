import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetUnasked, noteUsed, recentIds, switchRecent } from "../../../web/recent/recent-list.js";

/** A storage that holds these texts by their names. @param {Record<string, string>} texts */
function storageWith(texts) {
  return {
    texts,
    /** @param {string} key */
    getItem: (key) => texts[key] ?? null,
    /** @param {string} key @param {string} value */
    setItem(key, value) {
      texts[key] = value;
    },
    /** @param {string} key */
    removeItem(key) {
      delete texts[key];
    },
  };
}

test("nothing is kept before the reader asks for a list", () => {
  const storage = storageWith({});
  noteUsed(storage, "iv_dose");
  assert.equal(recentIds(storage), null);
  assert.deepEqual(storage.texts, {});
});

test("the tool that was used last stands first, each once, at most five", () => {
  const storage = storageWith({});
  switchRecent(storage, true);
  for (const id of ["a", "b", "c", "d", "e", "f", "b"]) noteUsed(storage, id);
  assert.deepEqual(recentIds(storage), ["b", "f", "e", "d", "c"]);
});

test("ids alone are kept", () => {
  const storage = storageWith({});
  switchRecent(storage, true);
  noteUsed(storage, "iv_dose");
  noteUsed(storage, "weight=70 kg");
  assert.deepEqual(storage.texts, { "press.used": '["iv_dose"]' });
});

test("a reader who wants no list any more leaves nothing behind", () => {
  const storage = storageWith({ "press.used": '["iv_dose"]' });
  switchRecent(storage, false);
  noteUsed(storage, "phq9");
  assert.equal(recentIds(storage), null);
  assert.deepEqual(storage.texts, {});
  switchRecent(storage, true);
  assert.deepEqual(recentIds(storage), []);
});

test("a list that an earlier edition kept unasked is taken away and not used", () => {
  const storage = storageWith({ "press.recent": '["iv_dose"]' });
  assert.equal(recentIds(storage), null);
  forgetUnasked(storage);
  assert.deepEqual(storage.texts, {});
});

test("a storage that is full keeps nothing and breaks nothing", () => {
  const storage = storageWith({ "press.used": "[]" });
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  noteUsed(storage, "iv_dose");
  assert.deepEqual(recentIds(storage), []);
});

for (const [what, text] of [
  ["an object", "{}"],
  ["no JSON", "x"],
  ["the no of an earlier edition", "false"],
]) {
  test(`what is ${what} is no list`, () => assert.equal(recentIds(storageWith({ "press.used": text ?? "" })), null));
}

test("what is no id is left out", () => {
  assert.deepEqual(recentIds(storageWith({ "press.used": '["<b>", 3, "phq9"]' })), ["phq9"]);
});
