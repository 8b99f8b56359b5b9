/**
 * Makes the core: Pyodide's wasm and glue, without what only extension modules need and without tables that are never read.
 *
 *   node core.mjs <plan.json>
 *
 * Writes pyodide.asm.wasm and pyodide.asm.mjs. Dropping an export lets wasm-opt drop the functions behind it, and then the
 * glue loses the imports that only those used. The two files belong together, and so does every snapshot made with them:
 * table indices move.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { givenPlan, inputOf, textOf } from "./plan.mjs";
import { pruned } from "./prune-glue.mjs";
import { BASE, dataOf, FEATURES, gotImportsOf, importsOf, withData, withExports } from "./wasm.mjs";

/**
 * Tables in the wasm's data that are never read: of East Asian character sets, of the names and decompositions of characters
 * (the modules _codecs_* and unicodedata), and of the C library's own conversions between character sets. The ranges are
 * addresses in memory, found by find-unread-data.mjs for this one wasm. The build refuses a library that imports those
 * modules (library.py).
 */
const UNREAD = {
  wasm: "54309a5a2cfd757b1f0fdbc9093c92503f7b341500110329d932487183912718",
  ranges: /** @type {[number, number][]} */ ([
    [605_024, 1_761_024],
    [2_469_488, 2_601_426],
  ]),
};

/** The functions through which web/engine/snapshot.js calls the calculators. */
const CALLED_FROM_ENGINE = new Set([
  "malloc",
  "free",
  "PyUnicode_FromStringAndSize",
  "PyObject_CallOneArg",
  "PyUnicode_AsUTF8AndSize",
  "Py_DecRef",
]);

const plan = givenPlan();
const { pruned: prunes, zeroed: zeroes } = plan.values;
const glue = textOf(plan, "pyodide.asm.js");
const published = readFileSync(inputOf(plan, "pyodide.asm.wasm"));

if (!glue.includes(`__memory_base=new WebAssembly.Global({value:"i32",mutable:false},${BASE})`))
  throw new Error(`The glue no longer lets the data begin at ${BASE}.`);
const smaller = prunes
  ? prunedCore()
  : { wasm: published, glueOf: () => `${glue}\nexport default _createPyodideModule;\n` };
const wasm = zeroes ? withoutTables(smaller.wasm) : smaller.wasm;
writeFileSync(join(plan.out, "pyodide.asm.wasm"), wasm);
writeFileSync(join(plan.out, "pyodide.asm.mjs"), smaller.glueOf(wasm));

/** The wasm with only what can be reached from the calculators, and the glue that goes with it. */
function prunedCore() {
  const outside = textOf(plan, "pyodide.mjs");
  const { exports } = pruned(glue, { imports: importsOf(published), outside });
  const needed = gotImportsOf(published);
  const isWanted = (/** @type {string} */ name) =>
    exports.has(name) || needed.has(name) || CALLED_FROM_ENGINE.has(name);
  const [before, after] = [join(plan.out, "before.wasm"), join(plan.out, "after.wasm")];
  writeFileSync(before, withExports(published, isWanted));
  execFileSync(process.execPath, [wasmOpt(), ...FEATURES, "--remove-unused-module-elements", before, "-o", after]);
  const wasm = readFileSync(after);
  for (const file of [before, after]) rmSync(file);
  return {
    wasm,
    glueOf: (/** @type {import("./wasm.mjs").Bytes} */ wasm) =>
      pruned(glue, { imports: importsOf(wasm), outside }).text,
  };
}

function wasmOpt() {
  return join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin", "wasm-opt");
}

/** @param {Buffer<ArrayBuffer>} wasm */
function withoutTables(wasm) {
  if (createHash("sha256").update(published).digest("hex") !== UNREAD.wasm)
    throw new Error(
      "This is another pyodide.asm.wasm, whose tables are elsewhere. Leave out the layer zeroed-tables (runtime: without zeroed-tables), " +
        "or find its ranges with find-unread-data.mjs and write them into core.mjs with its SHA-256.",
    );
  const { address, data } = dataOf(wasm);
  for (const [start, end] of UNREAD.ranges) data.fill(0, start - address, end - address);
  return withData(wasm, { address, data });
}
