/**
 * The parts of ours that the theme's search worker calls, web/search/question.js, as one script without modules.
 *
 *   node search.mjs <plan.json>
 *
 * Writes parts.js. press/runtime/search_worker.py puts it before the theme's worker.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";
import { givenPlan, inputOf } from "./runtime/plan.mjs";

const plan = givenPlan();
const entry = inputOf(plan, "web/search/question.js");
const web = dirname(dirname(entry));
const { outputFiles, metafile } = await build({
  entryPoints: [entry],
  absWorkingDir: web,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "iife",
  globalName: "searchParts",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
assertHashed(plan, metafile, web);
writeFileSync(join(plan.out, "parts.js"), outputFiles[0]?.text ?? "");
