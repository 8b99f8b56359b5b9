// Writes the slim core without the functions that one question calls and the proof of its calculator does not.
//
//   node slimmer_core.mjs <slim core> <the snapshot's folder> <proof> <question> <out.wasm>; the proof is a list of questions in JSON
import { readFileSync, writeFileSync } from "node:fs";
import { resumed } from "../../web/build/runtime/node-python.mjs";
import { called, counting, forget, withOnly } from "../../web/build/runtime/wasm.mjs";

const [slim = "", snapshot = "", proof = "", question = "", out = ""] = process.argv.slice(2);
const core = readFileSync(slim);
const { answer, exports } = await resumed(counting(core), snapshot);
for (const known of JSON.parse(proof)) await answer(known);
const needed = called(exports);
forget(exports);
await answer(question);
const more = [...called(exports)].filter((index) => !needed.has(index));
if (!more.length) throw new Error("The question calls nothing that the proof does not.");
writeFileSync(out, withOnly(core, needed));
