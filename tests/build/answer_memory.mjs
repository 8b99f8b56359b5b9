// Asks every question of a file through the calculators' door, in Pyodide as published, and prints after each hundred: the
// size of Python's memory, how much of it is in use, both in bytes, and how many objects are alive in it.
//
//   node answer_memory.mjs <calculators.zip> <questions.json>
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [, , calculators, questions] = process.argv;
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
python.FS.mkdirTree("/calculators");
python.unpackArchive(new Uint8Array(readFileSync(calculators)), "zip", { extractDir: "/calculators" });
python.runPython(`
import gc, json, sys, tracemalloc
sys.path.insert(0, "/calculators")
tracemalloc.start()
from ketamine_calculators.browser import answer

def held():
    gc.collect()
    return json.dumps({"objects": len(gc.get_objects()), "used": tracemalloc.get_traced_memory()[0]})
`);
const answer = python.globals.get("answer");
const held = python.globals.get("held");
const seen = [];
JSON.parse(readFileSync(questions, "utf8")).forEach((question, index) => {
    answer(question);
    if ((index + 1) % 100 === 0) seen.push({ bytes: python._module.HEAPU8.length, ...JSON.parse(held()) });
});
process.stdout.write(JSON.stringify(seen));
