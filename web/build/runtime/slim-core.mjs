/**
 * Makes the slim core: the core with only those functions that were called while the coverage inputs were asked, both in
 * the snapshot and after a clean start, where the calculators are imported as well. They are one in six. Any other stops the
 * program when it is called; the page then starts Python cleanly in the whole core and asks again.
 *
 *   node slim-core.mjs <plan.json>
 *
 * Functions and table entries keep their numbers, so a snapshot made with the whole core fits this one. It has no data: that
 * is in the snapshot.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { resumed, started, wasmOf } from "./node-python.mjs";
import { givenPlan, inputOf, textOf } from "./plan.mjs";
import { called, counting, forget, withData, withOnly } from "./wasm.mjs";

const IMPORTED_AGAIN = `
import sys
for name in [name for name in sys.modules if name.startswith("ketamine_calculators")]:
    del sys.modules[name]
from ketamine_calculators.browser import answer
answer`;
/** When Python's garbage collector runs depends on all that ran before, so for some questions it runs at every allocation. */
const COLLECT_ALWAYS = "import gc; gc.set_threshold(1); gc.collect()";
const COLLECTED_EVERY = 20;

const plan = givenPlan();
/** @type {string[]} */
const questions = JSON.parse(textOf(plan, "coverage"));
const whole = wasmOf(inputOf(plan, "core"));
const withoutData = withData(whole, { address: 0, data: Buffer.alloc(0) });

async function inSnapshot() {
  const { answer, exports } = await resumed(counting(withoutData), inputOf(plan, "snapshot"));
  const replies = [];
  for (const question of questions) replies.push(await answer(question));
  return { replies, functions: called(exports) };
}

async function afterCleanStart() {
  const { python, exports } = await started(plan, inputOf(plan, "library"), counting(whole));
  forget(exports);
  const answer = python.runPython(IMPORTED_AGAIN);
  const replies = questions.map((question) => answer(question));
  python.runPython(COLLECT_ALWAYS);
  for (let at = 0; at < questions.length; at += COLLECTED_EVERY) answer(questions[at]);
  return { replies, functions: called(exports) };
}

const snapshot = await inSnapshot();
const clean = await afterCleanStart();
const place = clean.replies.findIndex((reply, index) => reply !== snapshot.replies[index]);
if (place >= 0) throw new Error(`Python replies otherwise in the snapshot to ${questions[place]}`);
// What was called runs again as it did, so the questions are not asked a third time; press asks the reference questions.
const slim = withOnly(withoutData, new Set([...clean.functions, ...snapshot.functions]));
writeFileSync(join(plan.out, "slim-core.wasm"), slim);
