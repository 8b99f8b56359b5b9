/**
 * Makes the image: Python's memory when the calculators' door is open and all of the library is imported.
 *
 *   node image.mjs <core> <library zip> <modules.json> <image>
 *
 * The same input gives the same bytes: here the clock stands still, and chance is not asked.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { packed } from "../../../../docs/assets/js/python-image.js";
import { started } from "./node_python.mjs";

const [core, library, modules, out] = process.argv.slice(2).map((path) => resolve(path));
const THEN = Date.UTC(1980, 0, 1);
Date.now = () => THEN;
performance.now = () => 0;
Object.defineProperty(globalThis, "crypto", { value: { getRandomValues: (/** @type {Uint8Array} */ array) => array.fill(1) } });

const { python, before } = await started(core, library, { _makeSnapshot: true });
python.globals.set("modules", readFileSync(modules, "utf8"));
python.runPython(`
import gc, json
from importlib import import_module
for module in json.loads(modules):
    import_module(module)
every(), worksheets()
del modules, module, import_module
gc.collect()
del gc, json
`);
writeFileSync(out, packed(python.makeMemorySnapshot(), before));
