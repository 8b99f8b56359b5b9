/**
 * Makes the rehearsed core: the core with only those functions that were called while a long list of questions was asked,
 * both in an image and after a clean start, where the calculators are imported as well. They are one in six. Any other stops
 * the program when it is called; the page then starts Python cleanly in the whole core and asks again, so that what was not
 * practised costs time, not an answer.
 *
 *   node slim_core.mjs <core> <library zip> <image's folder> <questions.json> <rehearsed.wasm>
 *
 * Nothing moves: functions and tables keep their numbers, so an image made in the whole core belongs to this one, too. The
 * core's own data is in the image.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { resumed, started } from "./node_python.mjs";
import { called, counting, forget, withData, withOnly } from "./wasm.mjs";

const [core, library, image, list, out] = process.argv.slice(2).map((path) => resolve(path));
const questions = JSON.parse(readFileSync(list, "utf8"));
const whole = readFileSync(join(core, "pyodide.asm.wasm"));
const withoutData = withData(whole, { address: 0, data: Buffer.alloc(0) });
const AGAIN = `
import sys
for name in [name for name in sys.modules if name.startswith("ketamine_calculators")]:
    del sys.modules[name]
from ketamine_calculators.browser import answer
answer`;
/** When Python looks for garbage hangs on all that went before, so here it looks for it at every turn. */
const TIDY = "import gc; gc.set_threshold(1); gc.collect()";
const TIDILY = 20;

/** @param {Buffer<ArrayBuffer>} bytes */
async function inImage(bytes) {
  const { answer, exports } = await resumed(bytes, image);
  return { replies: questions.map(answer), functions: called(exports) };
}

async function afterStart() {
  const { python, exports } = await started(core, library, counting(whole));
  forget(exports);
  const answer = python.runPython(AGAIN);
  const replies = questions.map((/** @type {string} */ question) => answer(question));
  python.runPython(TIDY);
  for (let at = 0; at < questions.length; at += TIDILY) answer(questions[at]);
  return { replies, functions: called(exports) };
}

/** @param {string[]} some @param {string[]} others @param {string} where */
function same(some, others, where) {
  const place = some.findIndex((reply, index) => reply !== others[index]);
  if (place >= 0) throw new Error(`Python replies otherwise ${where} to ${questions[place]}`);
}

const resumedWhole = await inImage(counting(withoutData));
const clean = await afterStart();
same(clean.replies, resumedWhole.replies, "in the image");
const rehearsed = withOnly(withoutData, new Set([...clean.functions, ...resumedWhole.functions]));
same(clean.replies, (await inImage(rehearsed)).replies, "in the rehearsed core");
writeFileSync(out, rehearsed);
