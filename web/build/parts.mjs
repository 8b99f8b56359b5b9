/** Parts of ours that a script of the theme calls. */
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";

/** @import { Plan } from "./runtime/plan.mjs" */

/**
 * An entry as one script without modules, which gives its parts to whatever stands behind it under one name.
 *
 * @param {Plan} plan
 * @param {string} web the folder of all scripts
 * @param {string} entry
 * @param {string} globalName
 * @returns {Promise<string>}
 */
export async function partsFor(plan, web, entry, globalName) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: web,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    globalName,
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  }).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
  assertHashed(plan, metafile, web);
  return outputFiles[0]?.text ?? "";
}
