// Asks every question of a file in Pyodide as published, and prints after each hundred: the size of Python's memory, how much
// of it is in use, both in bytes, and how many objects are alive in it.
//
//   node answer_memory.mjs <wheel> <questions.json>
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [wheel = "", questions = ""] = process.argv.slice(2);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
python.runPython(`
import gc, json, tracemalloc
tracemalloc.start()
from ketamine_calculators.browser import answer

def held():
    gc.collect()
    return json.dumps({"objects": len(gc.get_objects()), "used": tracemalloc.get_traced_memory()[0]})
`);
const answer = python.globals.get("answer");
const held = python.globals.get("held");
/** @type {object[]} */
const seen = [];
JSON.parse(readFileSync(questions, "utf8")).forEach((/** @type {string} */ question, /** @type {number} */ index) => {
  answer(question);
  if ((index + 1) % 100 === 0)
    seen.push({ bytes: /** @type {any} */ (python)._module.HEAPU8.length, ...JSON.parse(held()) });
});
process.stdout.write(JSON.stringify(seen));
