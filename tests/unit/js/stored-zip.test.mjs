import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../../../web/desk/lay-out.js";
import { filesOf } from "../../../web/desk/stored-zip.js";

/** An archive of members as Python's zipfile stores them, each with an extra field. @param {[string, string][]} members @param {number} [method] */
function archive(members, method = 0) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let at = 0;
  for (const [name, text] of members) {
    const [named, content, extra] = [Buffer.from(name), Buffer.from(text), Buffer.alloc(4)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(named.length, 26);
    head.writeUInt16LE(extra.length, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(method ? content.length - 1 : content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, named, extra, content);
    directory.push(entry, named);
    at += head.length + named.length + extra.length + content.length;
  }
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(members.length, 10);
  record.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, record])).buffer;
}

const MEMBERS = /** @type {[string, string][]} */ ([
  ["a.txt", "one"],
  ["folder/ä.md", "two ä"],
  ["folder/empty", ""],
]);

test("each file is found by its name, as it was stored", () => {
  const found = Array.from(filesOf(archive(MEMBERS)), ([name, content]) => [name, Buffer.from(content).toString()]);
  assert.deepEqual(found, MEMBERS);
});

test("what is compressed or no archive is refused", () => {
  assert.throws(() => [...filesOf(archive(MEMBERS.slice(0, 2), 8))], /This archive is compressed/);
  assert.throws(() => [...filesOf(new ArrayBuffer(100))], /This file is not an archive/);
  assert.throws(() => [...filesOf(new ArrayBuffer(0))], /This file is not an archive/);
});

test("the files are laid out below the root, all with one date", () => {
  /** @type {string[]} */
  const did = [];
  const record =
    (/** @type {string} */ what) =>
    (/** @type {any[]} */ ...given) =>
      void did.push([what, ...given.map(String)].join(" "));
  const FS = { mkdirTree: record("folder"), writeFile: record("file"), utime: record("date") };
  layOut(archive([["folder/a", "1"]]), /** @type {any} */ (FS));
  assert.deepEqual(did, ["folder /folder", "file /folder/a 49", "date /folder/a 315532800000 315532800000"]);
});
