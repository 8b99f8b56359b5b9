/**
 * Asks the calculators, in the core that readers get, everything in a list of questions.
 *
 *   node replay.mjs <core's folder> <library zip> <questions.json> <out.json>
 *   node replay.mjs <rehearsed core> <image's folder> <questions.json> <out.json>
 *
 * Writes the replies; after a start from the library also the modules that were imported on the way, those of them that
 * came from the library, and the magic number of the bytecode that this Python accepts: what press needs in order to trim
 * the library and to prove it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { resumed, started } from "./node_python.mjs";

const [core, from, questions, out] = process.argv.slice(2).map((path) => resolve(path));
const python = from.endsWith(".zip") ? (await started(core, from)).python : null;
const answer = python ? python.globals.get("answer") : (await resumed(readFileSync(core), from)).answer;
const replies = JSON.parse(readFileSync(questions, "utf8")).map((/** @type {string} */ question) => answer(question));
const report = `
import json, sys
from _frozen_importlib_external import MAGIC_NUMBER
json.dumps({
    "modules": sorted(sys.modules),
    "from_library": sorted(name for name, module in list(sys.modules.items())
                           if ".zip" in (getattr(getattr(module, "__spec__", None), "origin", None) or "")),
    "magic": MAGIC_NUMBER.hex(),
})`;
writeFileSync(out, JSON.stringify({ replies, ...(python ? JSON.parse(python.runPython(report)) : {}) }));
