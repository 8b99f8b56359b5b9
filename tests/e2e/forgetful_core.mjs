// Writes the rehearsed core without the functions that one question calls and the proof of its calculator does not.
//
//   node forgetful_core.mjs <the library's folder> <proof> <question> <out.wasm>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resumed } from "../../press/src/press/runtime/node_python.mjs";
import { called, counting, forget, withOnly } from "../../press/src/press/runtime/wasm.mjs";

const [, , library, proof, question, out] = process.argv;
const core = readFileSync(join(library, "rehearsed.wasm"));
const { answer, exports } = await resumed(counting(core), library);
answer(proof);
const needed = called(exports);
forget(exports);
answer(question);
const forgotten = [...called(exports)].filter((index) => !needed.has(index));
if (!forgotten.length) throw new Error("The question calls nothing that the proof does not.");
writeFileSync(out, withOnly(core, needed));
