/**
 * Makes the image: Python's memory when the calculators' door is open, all of the library is imported, and every question
 * of the rehearsal has been asked once, so that what Python does only the first time is done.
 *
 *   node image.mjs <core> <library zip> <plan.json> <image>
 *
 * The same input gives the same bytes: here the clock stands still, and chance is not asked.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { packed } from "../../../../docs/assets/js/python-image.js";
import { started } from "./node_python.mjs";

const [core, library, plan, out] = process.argv.slice(2).map((path) => resolve(path));
const THEN = Date.UTC(1980, 0, 1);
Date.now = () => THEN;
performance.now = () => 0;
Object.defineProperty(globalThis, "crypto", { value: { getRandomValues: (/** @type {Uint8Array} */ array) => array.fill(1) } });

const { python, before } = await started(core, library, { _makeSnapshot: true });
python.globals.set("plan", readFileSync(plan, "utf8"));
python.runPython(`
import gc, json
from importlib import import_module
plan = json.loads(plan)
for module in plan["modules"]:
    import_module(module)
every(), worksheets()
for question in plan["questions"]:
    answer(question)
del plan, module, question, import_module
gc.collect()
del gc, json
`);
writeFileSync(out, packed(python.makeMemorySnapshot(), before));
