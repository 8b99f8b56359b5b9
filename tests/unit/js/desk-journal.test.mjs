import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { draftOf, drafts, forget, keepDraft } from "../../../web/desk/drafts/drafts.js";
import { note, notes } from "../../../web/desk/drafts/journal.js";
import { fakeDatabase, fakeStorage } from "./database.mjs";

/** @import { Draft } from "../../../web/desk/drafts/drafts.js" */

const PATH = "content/articles/a.md";
const BASE = "As published.";

const database = fakeDatabase();
globalThis.indexedDB = database.factory;

beforeEach(async () => {
  globalThis.localStorage = fakeStorage();
  database.goOn();
  for (const { path } of await drafts()) await forget(path);
});

/** @param {string} text @param {number} [at] @returns {Draft} */
const draft = (text, at = 1) => ({ path: PATH, text, base: BASE, at });
const textNow = async () => (await draftOf(PATH))?.text;

test("what the database has not completed is there again, in the list too", async () => {
  await keepDraft(draft("Earlier."));
  database.stop();
  void keepDraft(draft("Earlier. And now.", 2));
  assert.equal(await textNow(), "Earlier. And now.");
  assert.deepEqual(
    (await drafts()).map(({ text }) => text),
    ["Earlier. And now."],
  );
});

test("nothing is noted any more once the database has it", async () => {
  await keepDraft(draft("Written."));
  assert.equal(localStorage.length, 0);
  assert.equal(await textNow(), "Written.");
});

test("an earlier writing that is complete leaves the note of a later one", async () => {
  database.stop();
  const earlier = keepDraft(draft("One."));
  void keepDraft(draft("One. Two.", 2));
  database.goOnWith(1);
  await earlier;
  assert.equal(await textNow(), "One. Two.");
});

test("who has taken back what was written gets the published text, though the database has not removed the draft", async () => {
  await keepDraft(draft("Written."));
  database.stop();
  void keepDraft(draft(BASE, 2));
  assert.equal(await draftOf(PATH), undefined);
  assert.deepEqual(await drafts(), []);
});

test("a draft that is removed while it is written does not come back", async () => {
  database.stop();
  void keepDraft(draft("Written."));
  const removed = forget(PATH);
  database.goOn();
  await removed;
  assert.equal(await draftOf(PATH), undefined);
  assert.equal(localStorage.length, 0);
});

test("a note that is older than the draft does not replace it", async () => {
  await keepDraft(draft("Newer.", 2));
  database.stop();
  void keepDraft(draft("Older.", 1));
  assert.equal(await textNow(), "Newer.");
});

test("where there is no room for a note the database keeps the text, and no older note passes for it", async () => {
  database.stop();
  void keepDraft(draft("One."));
  localStorage.setItem = () => {
    throw new DOMException("It is full.", "QuotaExceededError");
  };
  const written = keepDraft(draft("One. Two.", 1));
  assert.equal(localStorage.length, 0);
  database.goOn();
  await written;
  assert.equal(await textNow(), "One. Two.");
});

test("a note stays when the database refuses the text", async () => {
  database.refuse();
  await assert.rejects(keepDraft(draft("Written.")), /did not write/);
  assert.equal(await textNow(), "Written.");
});

test("a picture is not noted, for it would leave no room for text", async () => {
  database.stop();
  void keepDraft({ path: "content/images/a.png", text: null, base: null, at: 1, base64: "iVBORw==" });
  assert.equal(localStorage.length, 0);
});

test("a database that the browser has closed is opened again", async () => {
  await keepDraft(draft("Before."));
  database.close();
  await keepDraft(draft("Before. After.", 2));
  assert.equal(localStorage.length, 0);
  assert.equal(await textNow(), "Before. After.");
});

test("a note that cannot be read takes no other along", () => {
  note(draft("Written."));
  const [name = ""] = Object.keys(localStorage);
  localStorage.setItem(`${name}-other`, "{");
  assert.deepEqual(
    notes().map(({ text }) => text),
    ["Written."],
  );
});
