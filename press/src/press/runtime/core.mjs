/**
 * Makes the core: Pyodide's wasm and glue without what only extension modules need.
 *
 *   node core.mjs <folder for pyodide.asm.wasm and pyodide.asm.mjs>
 *
 * Dropping an export lets wasm-opt drop the functions behind it, and then the glue loses the imports that only those
 * used. The pair belongs together, and so does every memory image made with it: table indices move.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pruned } from "./glue.mjs";
import { gotImportsOf, importsOf, withExports } from "./wasm.mjs";

// What the compiler that made Pyodide used. Given one by one: with --all-features Binaryen writes a form of imports
// that browsers refuse.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "exception-handling",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

const require = createRequire(import.meta.url);
const pyodide = dirname(require.resolve("pyodide/package.json"));
const wasmOpt = join(dirname(require.resolve("binaryen/package.json")), "bin", "wasm-opt");

/** @param {string} out */
function makeCore(out) {
  mkdirSync(out, { recursive: true });
  const glue = readFileSync(join(pyodide, "pyodide.asm.js"), "utf8");
  const outside = readFileSync(join(pyodide, "pyodide.mjs"), "utf8");
  const whole = readFileSync(join(pyodide, "pyodide.asm.wasm"));

  const { exports } = pruned(glue, { imports: importsOf(whole), outside });
  const needed = gotImportsOf(whole);
  const [before, after] = [join(out, "before.wasm"), join(out, "pyodide.asm.wasm")];
  writeFileSync(before, withExports(whole, (name) => exports.has(name) || needed.has(name)));
  execFileSync(process.execPath, [wasmOpt, ...FEATURES, "--remove-unused-module-elements", before, "-o", after]);
  rmSync(before);

  const core = readFileSync(after);
  const { text } = pruned(glue, { imports: importsOf(core), outside });
  writeFileSync(join(out, "pyodide.asm.mjs"), text);
}

makeCore(process.argv[2]);
