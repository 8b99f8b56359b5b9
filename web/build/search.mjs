/**
 * The parts of ours that the theme's search worker calls, web/search/question.js, as one script without modules.
 *
 *   node search.mjs <plan.json>
 *
 * Writes parts.js. press/runtime/search_worker.py puts it before the theme's worker.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { partsFor } from "./parts.mjs";
import { givenPlan, inputOf } from "./runtime/plan.mjs";

const plan = givenPlan();
const entry = inputOf(plan, "web/search/question.js");
const web = dirname(dirname(entry));
writeFileSync(join(plan.out, "parts.js"), await partsFor(plan, web, entry, "searchParts"));
