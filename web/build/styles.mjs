/**
 * Joins style sheets into one, in the order given, and minifies it.
 *
 *   node styles.mjs <plan.json>
 */
import { join } from "node:path";
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";
import { givenPlan, inputOf } from "./runtime/plan.mjs";

const plan = givenPlan();
/** @type {string[]} */
const order = plan.values.order;

const { metafile } = await build({
  stdin: {
    contents: order.map((name) => `@import ${JSON.stringify(inputOf(plan, name))};`).join("\n"),
    loader: "css",
    resolveDir: "/",
  },
  absWorkingDir: plan.out,
  bundle: true,
  minify: true,
  metafile: true,
  outfile: join(plan.out, "styles.css"),
  target: "esnext", // what the sheets ask of browsers is decided where they are written
  supported: { nesting: false }, // but for nesting, which is for their writers
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
assertHashed(plan, metafile, plan.out);
