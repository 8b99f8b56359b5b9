import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, test } from "node:test";
import { bytes, compiled, inTwoTries } from "../../../web/engine/files.js";
import { wasm } from "./modules.mjs";

const { fetch, crypto } = globalThis;
const PART = Buffer.from("the library");
const CORE = wasm('(module (func (export "dose") (result i32) (i32.const 35)))');

/** @param {Uint8Array} content */
const fileOf = (content) => ({
  address: "part-1.bin",
  size: content.length,
  integrity: `sha256-${createHash("sha256").update(content).digest("base64")}`,
});

/** @param {Uint8Array} content */
function turned(content, bit = 0) {
  const copy = Buffer.from(content);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** A host that sends these one after another, the last for ever. @param {Uint8Array[]} contents @returns {RequestInit[]} */
function host(contents, type = "application/octet-stream") {
  /** @type {RequestInit[]} */
  const asked = [];
  globalThis.fetch = async (_, options = {}) => {
    const content = contents[Math.min(asked.length, contents.length - 1)] ?? PART;
    asked.push(options);
    const digest = `sha256-${createHash("sha256").update(content).digest("base64")}`;
    if (options.integrity && options.integrity !== digest) throw new TypeError("Failed to fetch");
    return new Response(new Uint8Array(content), { headers: { "content-type": type } });
  };
  return asked;
}

function withoutHttps() {
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
}

afterEach(() => {
  globalThis.fetch = fetch;
  Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
});

test("a part that is as it was made is given", async () => {
  host([PART]);
  assert.deepEqual(Buffer.from(await bytes(fileOf(PART), { fresh: false })), PART);
});

test("a part with one bit turned is refused, wherever the bit is", async () => {
  for (let bit = 0; bit < PART.length * 8; bit++) {
    host([turned(PART, bit)]);
    await assert.rejects(bytes(fileOf(PART), { fresh: false }), { reason: "damaged" });
  }
});

/** Two whole pieces and some bytes. */
const LONG = Buffer.from(Uint8Array.from({ length: 2 * 2 ** 20 + 5 }, (_, at) => at % 251));
const sha256 = (/** @type {Uint8Array} */ content) => createHash("sha256").update(content).digest();
const longFile = () => {
  const [first, second, last] = [LONG.subarray(0, 2 ** 20), LONG.subarray(2 ** 20, 2 ** 21), LONG.subarray(2 ** 21)];
  const digests = Buffer.concat([sha256(first), sha256(second), sha256(last)]);
  return { ...fileOf(LONG), pieces: `sha256-${sha256(digests).toString("base64")}` };
};

test("a long part is compared in pieces, and counted to its last byte", async () => {
  host([LONG]);
  let counted = 0;
  const part = await bytes(longFile(), { fresh: false, count: (size) => (counted += size) });
  assert.ok(LONG.equals(Buffer.from(part)));
  assert.equal(counted, LONG.length);
});

test("a long part is refused with a bit turned in any piece, with two pieces that have changed places, and when it is longer or shorter", async () => {
  const ends = [0, 2 ** 20 - 1, 2 ** 20, 2 ** 21 - 1, 2 ** 21, LONG.length - 1];
  const others = ends.map((at) => turned(LONG, 8 * at));
  others.push(Buffer.concat([LONG.subarray(2 ** 20, 2 ** 21), LONG.subarray(0, 2 ** 20), LONG.subarray(2 ** 21)]));
  others.push(Buffer.concat([LONG, Buffer.from([0])]), LONG.subarray(1), LONG.subarray(0, 2 ** 21), Buffer.alloc(0));
  for (const other of others) {
    host([other]);
    await assert.rejects(bytes(longFile(), { fresh: false }), { reason: "damaged" });
  }
});

test("a long part that breaks off on its way is no damaged one", async () => {
  globalThis.fetch = async () => {
    const pieces = [LONG.subarray(0, 2 ** 20)];
    const pull = (/** @type {ReadableStreamDefaultController} */ stream) => {
      const next = pieces.shift();
      if (next) stream.enqueue(new Uint8Array(next));
      else stream.error(new TypeError("network error"));
    };
    return new Response(new ReadableStream({ pull }));
  };
  await assert.rejects(bytes(longFile(), { fresh: false }), { reason: "network" });
});

test("without https the browser compares a long part as a whole", async () => {
  withoutHttps();
  host([LONG]);
  assert.ok(LONG.equals(Buffer.from(await bytes(longFile(), { fresh: false }))));
  host([turned(LONG)]);
  await assert.rejects(bytes(longFile(), { fresh: false }), { reason: "damaged" });
});

for (const type of ["application/wasm", "application/octet-stream"]) {
  test(`a core that compiles is refused with one bit turned, sent as ${type}`, async () => {
    const other = Buffer.from(CORE);
    other[other.indexOf(35, other.length - 4)] = 49;
    assert.ok(WebAssembly.validate(other));
    host([other], type);
    await assert.rejects(compiled(fileOf(CORE), { fresh: false }), { reason: "damaged" });
    host([CORE], type);
    assert.ok((await compiled(fileOf(CORE), { fresh: false })) instanceof WebAssembly.Module);
  });
}

for (const type of ["application/wasm", "application/octet-stream"]) {
  test(`the bytes of a core are counted while they come, sent as ${type}`, async () => {
    host([CORE], type);
    let sum = 0;
    const count = (/** @type {number} */ size) => {
      sum += size;
    };
    await compiled(fileOf(CORE), { fresh: false, count });
    assert.equal(sum, CORE.length);
  });
}

test("a damaged part is fetched once more, past the browser's cache", async () => {
  const asked = host([turned(PART), PART]);
  assert.equal((await inTwoTries(bytes, fileOf(PART), { fresh: false })).byteLength, PART.length);
  assert.deepEqual(asked, [{}, { cache: "reload" }]);
});

test("a part that is damaged twice is given up", async () => {
  const asked = host([turned(PART)]);
  await assert.rejects(inTwoTries(bytes, fileOf(PART), { fresh: false }), { reason: "damaged" });
  assert.equal(asked.length, 2);
});

test("a part that is not there is not asked for again", async () => {
  let asked = 0;
  globalThis.fetch = async () => {
    asked += 1;
    return new Response(null, { status: 404 });
  };
  await assert.rejects(inTwoTries(bytes, fileOf(PART), { fresh: false }), { reason: "network" });
  assert.equal(asked, 1);
});

test("without https the browser compares the digest, of what it has just fetched", async () => {
  withoutHttps();
  const asked = host([PART]);
  let counted = 0;
  const part = await bytes(fileOf(PART), { fresh: true, count: (size) => (counted += size) });
  assert.equal(part.byteLength, PART.length);
  assert.equal(counted, PART.length);
  assert.deepEqual(asked, [{ cache: "reload" }, { integrity: fileOf(PART).integrity }]);
  host([turned(PART)]);
  await assert.rejects(bytes(fileOf(PART), { fresh: false }), { reason: "damaged" });
});
