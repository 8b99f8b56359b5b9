import assert from "node:assert/strict";
import { test } from "node:test";
import {
  called,
  counting,
  dataOf,
  forget,
  gotImportsOf,
  importsOf,
  readU32,
  signed,
  u32,
  withData,
  withExports,
  withOnly,
} from "../../../web/build/runtime/wasm.mjs";
import { instance, wasm } from "./modules.mjs";

const CALCULATOR = wasm(`
  (module
    (import "env" "log" (func $log (param i32)))
    (import "GOT.func" "late" (global (mut i32)))
    (memory (export "memory") 1)
    (data (i32.const 1024) "first")
    (data (i32.const 9000) "second")
    (table (export "table") 2 funcref)
    (elem (i32.const 0) $twice $once)
    (global (export "version") i32 (i32.const 7))
    (func $once (export "once") (param i32) (result i32) (local.get 0))
    (func $twice (export "twice") (param i32) (result i32) (local i64) (i32.mul (local.get 0) (i32.const 2)))
    (func (export "through") (param i32 i32) (result i32) (call_indirect (param i32) (result i32) (local.get 0) (local.get 1)))
  )`);
const IMPORTS = { env: { log() {} }, "GOT.func": { late: new WebAssembly.Global({ value: "i32", mutable: true }, 0) } };
const run = (/** @type {Buffer<ArrayBuffer>} */ bytes) => instance(bytes, IMPORTS);

// Left of each, the number; right, its bytes, worked out by hand in groups of seven bits, the lowest first.
test("an unsigned number is written in as few bytes as LEB128 allows, and read again", () => {
  /** @type {[number, number[]][]} */
  const cases = [
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ];
  for (const [value, bytes] of cases) {
    assert.deepEqual([...u32(value)], bytes);
    assert.deepEqual(readU32(Buffer.from([0xaa, ...bytes, 0xbb]), 1), [value, 1 + bytes.length]);
  }
});

test("a number of which the highest bit would look like a sign gets a byte more in signed LEB128", () => {
  /** @type {[number, number[]][]} */
  const cases = [
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [8191, [0xff, 0x3f]],
    [8192, [0x80, 0xc0, 0x00]],
  ];
  for (const [value, bytes] of cases) assert.deepEqual([...signed(value)], bytes);
});

test("imports are told by name, and those that are addresses apart", () => {
  assert.deepEqual(importsOf(CALCULATOR), new Set(["log", "late"]));
  assert.deepEqual(gotImportsOf(CALCULATOR), new Set(["late"]));
});

test("functions and globals that are not wanted are no longer exported, memory and table always are", () => {
  const exports = run(withExports(CALCULATOR, (name) => name === "twice"));
  assert.deepEqual(Object.keys(exports).sort(), ["memory", "table", "twice"]);
  assert.equal(exports.twice(21), 42);
});

test("the data of all segments is read as one stretch of memory", () => {
  const { address, data } = dataOf(CALCULATOR);
  assert.equal(address, 1024);
  assert.equal(data.toString("latin1", 0, 5), "first");
  assert.equal(data.toString("latin1", 9000 - 1024), "second");
});

test("data that is written again is in memory where it was, and long zeros cost nothing", () => {
  const { address, data } = dataOf(CALCULATOR);
  data.write("FIRST");
  const again = withData(CALCULATOR, { address, data });
  const memory = Buffer.from(run(again).memory.buffer);
  assert.equal(memory.toString("latin1", 1024, 1029), "FIRST");
  assert.equal(memory.toString("latin1", 9000, 9006), "second");
  assert.ok(again.length < CALCULATOR.length + 10);
});

test("without data a module has empty memory", () => {
  const memory = Buffer.from(run(withData(CALCULATOR, { address: 0, data: Buffer.alloc(0) })).memory.buffer);
  assert.ok(memory.every((byte) => byte === 0));
});

test("a counting module tells which of its functions were called, and forgets it", () => {
  const exports = run(counting(CALCULATOR));
  assert.deepEqual(called(exports), new Set());
  assert.equal(exports.through(5, 0), 10); // entry 0 of the table is `twice`
  assert.deepEqual(called(exports), new Set([1, 2]));
  forget(exports);
  assert.deepEqual(called(exports), new Set());
});

test("a function that is left out stops the program when it is called, and the others keep their places in the table", () => {
  const exports = run(withOnly(CALCULATOR, new Set([1, 2])));
  assert.equal(exports.through(5, 0), 10);
  assert.throws(() => exports.through(5, 1), WebAssembly.RuntimeError);
  assert.throws(() => exports.once(5), WebAssembly.RuntimeError);
});

test("a data segment of a form that is not known is refused", () => {
  const passive = wasm(
    '(module (memory 1) (data "passive") (func (memory.init 0 (i32.const 0) (i32.const 0) (i32.const 7))))',
  );
  assert.throws(() => dataOf(passive), /of a form that is not known/);
});
