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

/** @type {import("esbuild").BuildOptions & { metafile: true }} */
const every = {
  absWorkingDir: web,
  outdir: plan.out,
  bundle: true,
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
};
const inWeb = (/** @type {string} */ entry) => join(web, entry);
// What Python waits for is one file each: to ask for what a script imports takes as long as to ask for the script.
const built = await Promise.all([
  build({ ...every, entryPoints: ["desk/desk.js", "css/desk.css"].map(inWeb), splitting: true }),
  build({ ...every, entryPoints: [inWeb("desk/python-worker.js")] }),
  build({ ...every, entryPoints: [inWeb("desk/early-start.js")], format: "iife" }),
]).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
for (const { metafile } of built) assertHashed(plan, metafile, web);
const entries = Object.entries(outputs).flatMap(([place, { entryPoint }]) =>
  entryPoint ? [[entryPoint, relative(plan.out, join(web, place))]] : [],
);
writeFileSync(join(plan.out, "desk.json"), JSON.stringify(Object.fromEntries(entries)));
