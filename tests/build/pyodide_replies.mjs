// Answers every question of a file with the calculators inside Pyodide, and prints the digest of each reply.
//
//   node pyodide_replies.mjs <calculators.zip> <questions.json>
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [, , calculators, questions] = process.argv;
const python = await loadPyodide();
python.FS.mkdirTree("/calculators");
python.unpackArchive(new Uint8Array(readFileSync(calculators)), "zip", { extractDir: "/calculators" });
python.globals.set("questions", readFileSync(questions, "utf8"));
const digests = python.runPython(`
import hashlib, json, sys
sys.path.insert(0, "/calculators")
from ketamine_calculators.browser import answer
json.dumps([hashlib.sha256(answer(question).encode()).hexdigest() for question in json.loads(questions)])
`);
process.stdout.write(digests);
