/**
 * Bundles what the editors' desk alone fetches, each file named by its content: its page, with what that imports when it is needed
 * in files of their own, its style sheet, the worker of its Python, and what starts it early.
 *
 *   node desk.mjs <plan.json>
 *
 * Writes the files, and desk.json with the name that each entry got.
 */
import { writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";
import { noTextAsProgram } from "./no-text-as-program.mjs";
import { givenPlan, inputOf } from "./runtime/plan.mjs";

const plan = givenPlan();
const web = dirname(dirname(inputOf(plan, "web/desk/desk.js")));

const { metafile } = await build({
  entryPoints: ["desk/desk.js", "desk/early-start.js", "desk/python-worker.js", "css/desk.css"].map((entry) =>
    join(web, entry),
  ),
  absWorkingDir: web,
  outdir: plan.out,
  bundle: true,
  splitting: true,
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
  format: "esm",
  target: "es2022",
  platform: "browser",
  external: ["node:*", ...builtinModules], // in branches for Node, never taken in a browser
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "warning",
  plugins: [noTextAsProgram],
}).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
assertHashed(plan, metafile, web);
const entries = Object.entries(metafile.outputs).flatMap(([place, { entryPoint }]) =>
  entryPoint ? [[entryPoint, relative(plan.out, join(web, place))]] : [],
);
writeFileSync(join(plan.out, "desk.json"), JSON.stringify(Object.fromEntries(entries)));
