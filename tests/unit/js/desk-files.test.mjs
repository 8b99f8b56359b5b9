import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { DeskFiles } from "../../../web/desk/desk-files.js";
import { drafts, forget, keepDraft } from "../../../web/desk/drafts/drafts.js";
import { parcelOf } from "../../../web/desk/drafts/parcel.js";
import { WORKS } from "../../../web/desk/drafts/works.js";
import { fakeDatabase, fakeStorage } from "./database.mjs";

/** @import { Services } from "../../../web/desk/contract.d.ts" */
/** @import { Draft } from "../../../web/desk/drafts/drafts.js" */

const LIST = "aa-2000:\n  title: A\n";
const MM = "\nmm-2001:\n  title: M\n";
const NN = "\nnn-2002:\n  title: N\n";
const PICTURE = "content/images/photo.png";
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff);

globalThis.indexedDB = fakeDatabase().factory;
globalThis.localStorage = fakeStorage();

beforeEach(async () => {
  for (const { path } of await drafts()) await forget(path);
});

/** press, as far as files go. @param {Record<string, string>} published */
function desk(published = { [WORKS]: LIST }) {
  /** @type {Map<string, string | null>} */
  const now = new Map();
  const textOf = (/** @type {string} */ path) => now.get(path) ?? published[path] ?? "";
  const python = /** @type {Services} */ (
    /** @type {unknown} */ ({
      /** @param {{files: {path: string, text?: string, base64?: string}[]}} asked */
      keep: async ({ files }) => {
        // A byte that is no UTF-8 becomes a lone surrogate.
        const textIn = (/** @type {string} */ base64) =>
          [...atob(base64)]
            .map((sign) => (sign < "\x80" ? sign : String.fromCharCode(0xdc00 + sign.charCodeAt(0))))
            .join("");
        for (const { path, text, base64 } of files) now.set(path, base64 ? textIn(base64) : (text ?? null));
      },
      changes: async () =>
        [...now].flatMap(([path, text]) => {
          const base = published[path] ?? null;
          return text === base ? [] : [{ path, text, base }];
        }),
      /** @param {{path: string}} asked */
      open: async ({ path }) => ({ path, text: textOf(path), published: published[path] ?? null }),
      /** @param {{entries: string[]}} asked */
      addWorks: async ({ entries }) => {
        const text = `${textOf(WORKS).trimEnd()}\n\n${entries.map((entry) => entry.trim()).join("\n\n")}\n`;
        now.set(WORKS, text);
        return { files: [{ path: WORKS, text, before: null }] };
      },
    })
  );
  return { files: new DeskFiles(python), python };
}

/** @param {string} stem @param {string} body */
const article = (stem, body) => ({ path: `content/articles/${stem}.md`, text: `---\ntitle: ${stem}\n---\n${body}\n` });
const A = article("a", "[@mm-2001]");

/** @param {readonly Draft[]} files */
const names = (files) => files.map(({ path }) => path.split("/").at(-1));
/** @param {readonly Draft[]} files */
const handed = (files) =>
  files.map(({ base64, ...file }) =>
    base64 ? { ...file, bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) } : file,
  );
/** Hands an article in. @param {DeskFiles} files @param {string} path */
async function handIn(files, path) {
  const parcel = parcelOf(await files.changed(), [path]).files;
  await files.handedIn(handed(/** @type {Draft[]} */ (parcel)));
  return parcel;
}
/** The list of references among files. @param {readonly {path: string, text: string | null}[]} files */
const listIn = (files) => files.find(({ path }) => path === WORKS)?.text;

test("what was written since a draft was removed is known before the draft is brought back over it", async () => {
  const { files, python } = desk();
  await python.keep({ files: [A, { path: WORKS, text: LIST + MM + NN }] });
  await files.addPicture(PICTURE, PNG);
  const before = await drafts();
  const left = before.flatMap((draft) => (draft.path === WORKS ? [{ ...draft, text: LIST + NN }] : []));
  const since = async () => names(await files.writtenSince(left, before)).sort();
  await files.become(before, left);
  assert.deepEqual(await since(), []);
  await python.keep({ files: [{ ...A, text: "Anew." }] });
  assert.deepEqual(await since(), ["a.md"]);
  await files.addPicture(PICTURE, Uint8Array.of(1));
  await python.keep({ files: [{ path: WORKS, text: LIST }] });
  assert.deepEqual(await since(), ["a.md", "photo.png", "references.yml"]);
  await files.become([], before);
  assert.deepEqual(await since(), []);
});

test("a picture that was handed in does not come back as text, and a new one at its path is handed in", async () => {
  const { files } = desk();
  await files.addPicture(PICTURE, PNG);
  assert.deepEqual(names(await files.changed()), ["photo.png"]);
  await files.handedIn([{ path: PICTURE, text: null, bytes: PNG }]);
  assert.deepEqual([await files.changed(), await drafts()], [[], []]);
  assert.equal((await files.pictures()).size, 1);
  await files.addPicture(PICTURE, Uint8Array.of(...PNG, 1));
  const [again] = await files.changed();
  assert.equal(again?.base64, btoa("\x89PNG\xff\x01"));
  assert.equal((await drafts())[0]?.base64, again?.base64);
});

test("a picture never goes as text, even where press lists it", async () => {
  const { files, python } = desk();
  await python.keep({ files: [{ path: PICTURE, base64: btoa("\x89PNG") }] });
  assert.deepEqual(await files.changed(), []);
});

test("what another draft needs stays a draft when one article is handed in, also after a reload", async () => {
  const { files, python } = desk();
  const b = article("b", "[@mm-2001] ![](/images/photo.png)");
  await python.keep({
    files: [{ ...A, text: `${A.text}![](/images/photo.png)` }, b, { path: WORKS, text: LIST + MM }],
  });
  await files.addPicture(PICTURE, PNG);
  await handIn(files, A.path);
  const left = ["b.md", "photo.png", "references.yml"];
  assert.deepEqual(names(await drafts()).sort(), left);
  const reloaded = desk();
  await reloaded.files.restore();
  for (const one of [reloaded.files, files]) {
    const parcel = parcelOf(await one.changed(), [b.path]).files;
    assert.deepEqual(parcel.map(({ path }) => path.split("/").at(-1)).sort(), left);
    assert.equal(listIn(parcel), LIST + MM);
  }
  await handIn(files, b.path);
  assert.deepEqual([await files.changed(), await drafts()], [[], []]);
});

test("what was handed in goes along with an article that begins to need it", async () => {
  const { files, python } = desk();
  await python.keep({ files: [A, { path: WORKS, text: LIST + MM }] });
  await files.keepAll();
  await handIn(files, A.path);
  assert.deepEqual(await files.changed(), []);
  await python.keep({ files: [article("c", "[@mm-2001]")] });
  assert.deepEqual(names(await files.changed()), ["references.yml", "c.md"]);
});

test("a work that was handed in is no draft any more, and the other works of the list are", async () => {
  const { files, python } = desk();
  const b = article("b", "[@nn-2002]");
  await python.keep({ files: [A, b, { path: WORKS, text: LIST + MM + NN }] });
  await files.keepAll();
  assert.equal(listIn(await handIn(files, A.path)), LIST + MM);
  assert.equal(listIn(await drafts()), LIST + NN);
  await files.keepAll();
  assert.equal(listIn(await drafts()), LIST + NN);
  assert.equal(listIn(await handIn(files, b.path)), LIST + NN);
  assert.deepEqual([await files.changed(), await drafts()], [[], []]);
});

test("a work that is written anew after it was handed in is a draft again", async () => {
  const { files, python } = desk();
  await python.keep({ files: [A, { path: WORKS, text: LIST + MM }] });
  await files.keepAll();
  await handIn(files, A.path);
  const text = LIST + MM.replace("title: M", "title: More");
  await python.keep({ files: [{ path: WORKS, text }] });
  assert.equal(listIn(await files.changed()), text);
});

test("drafted works are added to a list that others have gone on with, and no work of theirs is lost", async () => {
  await keepDraft({ path: WORKS, text: LIST + MM + NN, base: LIST, at: 0 });
  const published = `${LIST}\nbb-2003:\n  title: B\n${MM}`;
  const { files } = desk({ [WORKS]: published });
  await files.restore();
  assert.deepEqual([listIn(await files.changed()), listIn(await drafts())], [published + NN, published + NN]);
  assert.equal((await drafts())[0]?.base, published);
  assert.equal(files.outdated.size, 0);
});

test("a drafted list that has been taken in whole is forgotten", async () => {
  await keepDraft({ path: WORKS, text: LIST + MM, base: LIST, at: 0 });
  const { files } = desk({ [WORKS]: LIST + MM + NN });
  await files.restore();
  assert.deepEqual([await files.changed(), await drafts()], [[], []]);
});

test("a drafted list with another work under the same key, or with other changes, stays as it was written", async () => {
  for (const text of [LIST + MM.replace("M\n", "Mine\n"), LIST.replace("A\n", "Changed\n") + NN]) {
    await keepDraft({ path: WORKS, text, base: LIST, at: 0 });
    const { files } = desk({ [WORKS]: LIST + MM });
    await files.restore();
    assert.deepEqual([listIn(await files.changed()), listIn(await drafts())], [text, text]);
    assert.ok(files.outdated.has(WORKS));
  }
});
