import assert from "node:assert/strict";
import { test } from "node:test";
import { pruned } from "../../../web/build/runtime/prune-glue.mjs";

/** Emscripten's glue in small: one function around everything. */
const GLUE = `"use strict";
var _createPyodideModule = (() => {
  return (async function(moduleArg = {}) {
    var moduleRtn;
    var Module = moduleArg;
    function used() { return helper() + viaText["kept"](); }
    function helper() { return 1; }
    function unused() { return neverReached(); }
    function neverReached() { return eval("1"); }
    var viaText = { kept: () => 2 };
    used.sig = "i";
    unused.sig = "i";
    var loadWebAssemblyModule = (binary) => eval(binary);
    var wasmImports = { asked: used, notAsked: unused };
    function createWasm() { return globalThis.exportsOfWasm; }
    var wasmExports = await createWasm();
    var _malloc = Module["_malloc"] = wasmExports["malloc"];
    var _spare = Module["_spare"] = wasmExports["spare"];
    Module["answer"] = answer;
    function answer() { return wasmImports["asked"]() + _malloc(); }
    moduleRtn = Module;
    return moduleRtn;
  });
})();
globalThis._createPyodideModule = _createPyodideModule;`;
const NEEDS = { imports: new Set(["asked"]), outside: "start(module.answer, module.loadWebAssemblyModule)" };

const { text, exports } = pruned(GLUE, NEEDS);

/** @param {string} source */
const imported = async (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);

test("what is reached from outside still works", async () => {
  Object.assign(globalThis, { exportsOfWasm: { malloc: () => 3, spare: () => 4 } });
  const { default: create } = await imported(text);
  assert.equal((await create()).answer(), 1 + 2 + 3);
});

test("what nothing mentions is gone, and with it what only that mentioned", () => {
  for (const name of ["unused", "neverReached", "_spare", "notAsked"]) assert.ok(!text.includes(name), name);
});

test("only exports that are mentioned are named", () => {
  assert.ok(exports.has("malloc"));
  assert.ok(!exports.has("spare"));
});

test("the loader of extension modules is closed, and no text is evaluated", async () => {
  assert.ok(!text.includes("eval("));
  assert.match(text, /This Python loads no extension modules/);
});

test("glue of another shape is refused", () => {
  assert.throws(() => pruned("function glue() {}", NEEDS), /no longer has one async function/);
});
