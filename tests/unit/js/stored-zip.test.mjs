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

test("the files are laid out below the root, all with one date, and each folder is looked up once", () => {
  /** @type {string[]} */
  const folders = [];
  /** @type {Record<string, any>} */
  const laid = {};
  const FS = {
    mkdirTree: (/** @type {string} */ path) => void folders.push(path),
    lookupPath: (/** @type {string} */ path) => ({
      node: {
        node_ops: {
          mknod: (/** @type {unknown} */ _folder, /** @type {string} */ name, /** @type {number} */ mode) => {
            laid[`${path}/${name}`] = { mode };
            return laid[`${path}/${name}`];
          },
        },
      },
    }),
  };
  layOut(
    archive([
      ["folder/a", "1"],
      ["folder/b", "23"],
    ]),
    /** @type {any} */ (FS),
  );
  assert.deepEqual(folders, ["/folder"]);
  const dates = { atime: 315532800000, mtime: 315532800000, ctime: 315532800000 };
  const one = { mode: 0o100644, ...dates };
  assert.deepEqual(laid, {
    "/folder/a": { ...one, contents: new Uint8Array([49]), usedBytes: 1 },
    "/folder/b": { ...one, contents: new Uint8Array([50, 51]), usedBytes: 2 },
  });
});
