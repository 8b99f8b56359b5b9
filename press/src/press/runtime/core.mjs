/**
 * Makes the core: Pyodide's wasm and glue without what only extension modules need, and without tables nobody reads.
 *
 *   node core.mjs <folder for pyodide.asm.wasm and pyodide.asm.mjs>
 *
 * Dropping an export lets wasm-opt drop the functions behind it, and then the glue loses the imports that only those
 * used. The pair belongs together, and so does every memory image made with it: table indices move.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pruned } from "./prune_glue.mjs";
import { BASE, dataOf, FEATURES, gotImportsOf, importsOf, withData, withExports } from "./wasm.mjs";

/**
 * Tables in the wasm's data: of East Asian character sets and of the names and decompositions of
 * characters (the modules _codecs_* and unicodedata), and of the C library's own conversions between character sets.
 * They are a quarter of all that a reader would fetch. The ranges are addresses in memory. find_unread_data.mjs finds them, for
 * this one wasm; the build refuses a library that imports those modules (library.py).
 */
const UNREAD = {
  wasm: "54309a5a2cfd757b1f0fdbc9093c92503f7b341500110329d932487183912718",
  ranges: [
    [605_024, 1_761_024],
    [2_469_488, 2_601_426],
  ],
};

/** What goes on from an image is called by these alone: see web/engine/snapshot.js. */
const DOOR = new Set(["malloc", "free", "PyUnicode_FromStringAndSize", "PyObject_CallOneArg", "PyUnicode_AsUTF8AndSize", "Py_DecRef"]);

const require = createRequire(import.meta.url);
const pyodide = dirname(require.resolve("pyodide/package.json"));
const wasmOpt = join(dirname(require.resolve("binaryen/package.json")), "bin", "wasm-opt");

/** @param {string} out */
function makeCore(out) {
  mkdirSync(out, { recursive: true });
  const glue = readFileSync(join(pyodide, "pyodide.asm.js"), "utf8");
  const outside = readFileSync(join(pyodide, "pyodide.mjs"), "utf8");
  const whole = readFileSync(join(pyodide, "pyodide.asm.wasm"));

  if (createHash("sha256").update(whole).digest("hex") !== UNREAD.wasm)
    throw new Error("This is another pyodide.asm.wasm. Write its SHA-256 into core.mjs, with no ranges; build; find its ranges with find_unread_data.mjs.");
  if (!glue.includes(`__memory_base=new WebAssembly.Global({value:"i32",mutable:false},${BASE})`))
    throw new Error(`The glue no longer lets the data begin at ${BASE}.`);

  const { exports } = pruned(glue, { imports: importsOf(whole), outside });
  const needed = gotImportsOf(whole);
  const [before, after] = [join(out, "before.wasm"), join(out, "pyodide.asm.wasm")];
  writeFileSync(before, withExports(whole, (name) => exports.has(name) || needed.has(name) || DOOR.has(name)));
  execFileSync(process.execPath, [wasmOpt, ...FEATURES, "--remove-unused-module-elements", before, "-o", after]);
  rmSync(before);

  const small = readFileSync(after);
  const { address, data } = dataOf(small);
  for (const [start, end] of UNREAD.ranges) data.fill(0, start - address, end - address);
  const core = withData(small, { address, data });
  writeFileSync(after, core);
  const { text } = pruned(glue, { imports: importsOf(core), outside });
  writeFileSync(join(out, "pyodide.asm.mjs"), text);
}

makeCore(process.argv[2]);
