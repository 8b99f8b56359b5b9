/**
 * The plain start of Python: Pyodide as published, and the calculators' wheel unpacked by it. It knows nothing of how Pyodide
 * is made, so that it works with the next version as well; see press/src/press/runtime/README.md.
 */
import { entryPoint } from "bundle:clean-start";
import { files } from "bundle:files";
import { absoluteUrl } from "./files.js";
/** @import { OnStep } from "./pyodide-start.js" */

/**
 * @param {Record<string, Promise<any>>} parts the bytes of Pyodide's files and of the `wheel`
 * @param {OnStep} onStep
 * @returns {Promise<(question: string) => string>}
 */
export async function start(parts, onStep) {
  // The worker has fetched them so that the reader sees progress, and is told when one is missing or damaged. Pyodide fetches
  // its own again, from the browser's cache.
  await Promise.all(Object.values(parts));
  const loader = absoluteUrl(files.clean.parts["pyodide.mjs"]?.address ?? "");
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(loader);
  const python = await loadPyodide({ indexURL: new URL("./", loader).href, env: { PYTHONHASHSEED: "0" } });
  onStep("python");
  python.unpackArchive(await parts.wheel, "wheel");
  python.runPython(entryPoint);
  onStep("calculators");
  return python.globals.get("answer");
}
