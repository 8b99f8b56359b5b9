import assert from "node:assert/strict";
import { test } from "node:test";
import { packed, resume, unpack } from "../../../web/engine/snapshot.js";
import { wasm } from "./modules.mjs";

const PAGE = 65_536;

/** @param {Uint8Array} memory */
function again(memory) {
  const file = packed(memory);
  const empty = new Uint8Array(memory.length);
  unpack(file.buffer, empty);
  return { file, memory: empty };
}

/** Memory with some bytes set, by address. @param {Record<number, number>} bytes */
function memoryWith(bytes, size = 4096) {
  const memory = new Uint8Array(size);
  for (const [address, byte] of Object.entries(bytes)) memory[Number(address)] = byte;
  return memory;
}

test("memory is the same after it was packed and unpacked", () => {
  for (const memory of [
    memoryWith({}),
    memoryWith({ 0: 1 }),
    memoryWith({ 255: 1, 256: 2, 4095: 3 }),
    memoryWith({ 1000: 9 }, 1001),
  ]) {
    assert.deepEqual(again(memory).memory, memory);
  }
});

test("blocks that hold only zeros take no place in the file", () => {
  // One stretch: its count, its address and its length, four bytes each, and one block of 256.
  assert.equal(again(memoryWith({ 700: 1 })).file.length, 3 * 4 + 256);
});

test("blocks beside each other are one stretch", () => {
  assert.equal(again(memoryWith({ 0: 1, 256: 1 })).file.length, 3 * 4 + 2 * 256);
});

const [ANSWER, LOAD] = [500, 600];

/**
 * A core that answers every question with the question itself, or asks its surroundings for help where it begins with "?". To what
 * begins with "@" it replies with the part that was loaded, once one is.
 * A str is the address of its length, behind which its bytes are; memory is handed out and never taken back.
 */
const ECHO = wasm(`
  (module
    (import "env" "memory" (memory 1))
    (import "env" "table" (table 1 funcref))
    (import "env" "help" (func $help (result i32)))
    (import "env" "_PyEM_TrampolineCall_JS" (func $call (param i32 i32) (result i32)))
    (import "GOT.mem" "next" (global $next (mut i32)))
    (global $part (mut i32) (i32.const 0))
    (elem (i32.const 0) $same)
    (func $same (param i32) (result i32) (local.get 0))
    (func $malloc (export "malloc") (param i32) (result i32)
      (global.set $next (i32.add (global.get $next) (i32.and (i32.add (local.get 0) (i32.const 7)) (i32.const -4))))
      (i32.sub (global.get $next) (i32.and (i32.add (local.get 0) (i32.const 7)) (i32.const -4))))
    (func (export "free") (param i32))
    (func (export "Py_DecRef") (param i32))
    (func (export "PyUnicode_FromStringAndSize") (param i32 i32) (result i32) (local $text i32)
      (local.set $text (call $malloc (i32.add (local.get 1) (i32.const 4))))
      (i32.store (local.get $text) (local.get 1))
      (memory.copy (i32.add (local.get $text) (i32.const 4)) (local.get 0) (local.get 1))
      (local.get $text))
    (func (export "PyUnicode_AsUTF8AndSize") (param i32 i32) (result i32)
      (i32.store (local.get 1) (i32.load (local.get 0)))
      (i32.add (local.get 0) (i32.const 4)))
    (func (export "PyObject_CallOneArg") (param i32 i32) (result i32)
      (if (i32.eq (i32.load8_u offset=4 (local.get 1)) (i32.const 63)) (then (drop (call $help))))
      (if (i32.eq (i32.load8_u offset=4 (local.get 1)) (i32.const 33)) (then (return (i32.const 0))))
      (if (i32.eq (local.get 0) (i32.const ${LOAD})) (then (global.set $part (local.get 1))))
      (if (i32.and (i32.eq (i32.load8_u offset=4 (local.get 1)) (i32.const 64)) (i32.ne (global.get $part) (i32.const 0)))
        (then (return (global.get $part))))
      (call $call (i32.const 0) (local.get 1)))
  )`);

/** @type {Record<string, [number, boolean]>} */
const GLOBALS = { "GOT.mem.next": [1024, true] };

/** @param {(tool: string) => Promise<Uint8Array>} [part] */
async function echo(part = () => Promise.reject(new Error("no part"))) {
  const file = packed(memoryWith({ 500: 42 }, PAGE));
  const layout = { answer: ANSWER, load: LOAD, pages: 1, table: 1, globals: GLOBALS };
  return resume(WebAssembly.compile(ECHO), Promise.resolve(file.buffer), layout, part);
}

test("a question goes in as UTF-8 and its reply comes out so", async () => {
  const { answer } = await echo();
  for (const text of ["{70 kg", "{", "{µg, ½, 日本, 😀", `{${"x".repeat(20_000)}`])
    assert.equal(await answer(text), text);
});

test("an exception of Python is none of its replies", async () => {
  const { answer } = await echo();
  await assert.rejects(answer("!"), /Python raised an exception/);
});

test("whatever Python asks of its surroundings ends it for good", async () => {
  const { answer } = await echo();
  await assert.rejects(answer("?"), /Python asked for help/);
  await assert.rejects(answer("{70 kg"), /Python asked for help/);
});

test("the part of a tool that Python names is loaded, each byte as a character, and the question asked again", async () => {
  /** @type {string[]} */
  const fetched = [];
  const { answer } = await echo(async (tool) => {
    fetched.push(tool);
    return Uint8Array.of(123, 0, 127, 128, 159, 255);
  });
  assert.equal(await answer("@course"), "{\0\x7f\x80\x9f\xff");
  assert.deepEqual(fetched, ["@course"]);
});

test("a part that does not hold its tool is no answer, and not loaded for ever", async () => {
  const { answer } = await echo(async () => Uint8Array.of(64));
  await assert.rejects(answer("@"), /The part of @ does not hold @/);
});

test("without its part a tool gives no answer", async () => {
  const { answer } = await echo();
  await assert.rejects(answer("@course"), /no part/);
});
