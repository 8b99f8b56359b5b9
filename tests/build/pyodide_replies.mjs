// Answers every question of a file with the calculators' wheel in Pyodide as published, and prints the digest of each reply.
//
//   node pyodide_replies.mjs <wheel> <questions.json>
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [wheel = "", questions = ""] = process.argv.slice(2);
const python = await loadPyodide();
python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
python.globals.set("questions", readFileSync(questions, "utf8"));
const digests = python.runPython(`
import hashlib, json
from ketamine_calculators.browser import answer
json.dumps([hashlib.sha256(answer(question).encode()).hexdigest() for question in json.loads(questions)])
`);
process.stdout.write(digests);
