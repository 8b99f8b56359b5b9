/**
 * Makes the snapshot of the desk's Python: its memory when press is imported and has checked the article of a rehearsal.
 *
 *   node desk-snapshot.mjs <plan.json>
 *
 * Writes snapshot.bin, and loaded.json with the files whose modules its memory has. The same inputs give the same bytes: here the
 * clock stands still and no random number is random.
 */
import crypto from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { layOut, PATHS, put } from "../../desk/lay-out.js";
import { packedSnapshot } from "../../desk/packed-snapshot.js";
import { givenPlan, inputOf } from "./plan.mjs";

const EPOCH = Date.UTC(1980, 0, 1);
const REHEARSAL = "/rehearsal";

// Node would print the whole line of Pyodide's one-line script before the fault.
process.on("uncaughtException", (/** @type {Error} */ fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
const plan = givenPlan();
process.argv[1] = "snapshot";
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "snapshot" } });
Date.now = () => EPOCH;
performance.now = () => 0;
crypto.randomFillSync = /** @type {any} */ ((/** @type {Uint8Array} */ array) => array.fill(1));

const { instantiate } = WebAssembly;
// Where WebAssembly has garbage collection, Pyodide calls C functions through a function that it adds to the table at its
// start. A browser that resumes has no such function, so the way that every browser has is used.
WebAssembly.instantiate = /** @type {any} */ (
  (/** @type {any} */ bytes, /** @type {any} */ given) =>
    instantiate(bytes, given?.env ? { ...given, env: { ...given.env, _PyEM_InitTrampoline_js() {} } } : given)
);
const pyodide = inputOf(plan, "pyodide.mjs");
Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: dirname(pyodide) });
const { loadPyodide } = await import(pathToFileURL(pyodide).href);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" }, _makeSnapshot: true });
layOut(new Uint8Array(readFileSync(inputOf(plan, "library"))).buffer, python.FS);
const rehearsal = inputOf(plan, "rehearsal");
for (const file of readdirSync(rehearsal, { recursive: true, withFileTypes: true }))
  if (file.isFile()) {
    const place = join(file.parentPath, file.name);
    put(`${REHEARSAL}${place.slice(rehearsal.length)}`, new Uint8Array(readFileSync(place)), python.FS);
  }
python.globals.set("paths", python.toPy(PATHS));
python.globals.set("rehearsal", REHEARSAL);
const reply = python.runPython(`
import sys
sys.path[:0] = paths
from press.desk.entry import opened, rehearsed
reply = rehearsed(rehearsal)
del paths, rehearsal
import gc, json, shutil
specs = [getattr(module, "__spec__", None) for module in sys.modules.values()]
loaded = json.dumps(sorted({spec.cached for spec in specs if spec and spec.cached}))
del specs
shutil.rmtree("${REHEARSAL}")
gc.collect()
gc.freeze()
del gc, json, shutil, sys
reply
`);
const { ok, words } = JSON.parse(reply);
if (!ok) throw new Error(`The rehearsal failed: ${words}`);
writeFileSync(join(plan.out, "loaded.json"), python.globals.get("loaded"));
python.runPython("del loaded, reply");
writeFileSync(join(plan.out, "snapshot.bin"), packedSnapshot(python.makeMemorySnapshot()));
