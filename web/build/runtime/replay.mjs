/**
 * Asks the browser's Python a list of questions and writes its replies to replies.json.
 *
 *   node replay.mjs <plan.json>
 *
 * Python is resumed where the plan names a `snapshot` (with the `slim_core`, or with the core), else started cleanly from
 * the `library`. After a clean start the modules that were imported, those of them that came from the library, and the
 * magic number of this Python's bytecode are written as well.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resumed, started, wasmOf } from "./node-python.mjs";
import { givenPlan, inputOf, textOf } from "./plan.mjs";

const REPORT = `
import json, sys
from _frozen_importlib_external import MAGIC_NUMBER
json.dumps({
    "imported": sorted(sys.modules),
    "from_library": sorted(name for name, module in list(sys.modules.items())
                           if ".zip" in (getattr(getattr(module, "__spec__", None), "origin", None) or "")),
    "magic": MAGIC_NUMBER.hex(),
})`;

const plan = givenPlan();
/** @type {{questions: string[]}} */
const { questions } = JSON.parse(textOf(plan, "questions"));

/** One after the other. @param {(question: string) => string | Promise<string>} answer */
async function replies(answer) {
  const given = [];
  for (const question of questions) given.push(await answer(question));
  return given;
}

async function fromSnapshot() {
  const slim = plan.files.slim_core;
  const wasm = slim ? readFileSync(slim) : wasmOf(inputOf(plan, "core"));
  const { answer } = await resumed(wasm, inputOf(plan, "snapshot"));
  return { replies: await replies(answer) };
}

async function fromLibrary() {
  const { python } = await started(plan, inputOf(plan, "library"));
  const answers = await replies(python.globals.get("answer"));
  return { replies: answers, ...JSON.parse(python.runPython(REPORT)) };
}

const found = plan.files.snapshot ? await fromSnapshot() : await fromLibrary();
writeFileSync(join(plan.out, "replies.json"), JSON.stringify(found));
