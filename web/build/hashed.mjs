/**
 * Holds the build to its cache keys: whatever esbuild has read must have been hashed, or a change of it would be missed.
 */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
/** @import { Metafile } from "esbuild" */
/** @import { Plan } from "./runtime/plan.mjs" */

/**
 * @param {Plan} plan its `values.npm` names the npm packages whose versions are hashed in place of their files
 * @param {Metafile} metafile
 * @param {string} folder that the metafile's paths are relative to
 */
export function assertHashed(plan, metafile, folder) {
  const hashed = new Set(plan.hashed);
  const packages = Object.keys(plan.values.npm ?? {});
  for (const input of Object.keys(metafile.inputs)) {
    if (/^[\w-]+:|^<stdin>$/.test(input)) continue; // a module that was made from the plan
    const path = realpathSync(resolve(folder, input));
    const isOfPackage = packages.some((name) => path.includes(`/node_modules/${name}/`));
    if (!hashed.has(path) && !isOfPackage)
      throw new Error(`${path} goes into a script and not into its cache key: name it among the inputs of the step.`);
  }
}
