/**
 * The plain start of Python: Pyodide as published, and the calculators' wheel unpacked by it. It knows nothing of how Pyodide
 * is made, so that it works with the next version as well; see press/src/press/runtime/README.md.
 */
import { entryPoint } from "bundle:clean-start";
import { clean } from "bundle:runtime";
import { absoluteUrl } from "./files.js";
import { publishedPyodide } from "./published-pyodide.js";
import { useRelease } from "./release.js";
/** @import { OnStep } from "./pyodide-start.js" */

/**
 * @param {Record<string, any>} parts the bytes of Pyodide's files, of the `wheel`, and of an earlier `release` if it is to answer
 * @param {OnStep} onStep
 * @returns {Promise<(question: string) => string>}
 */
export async function start(parts, onStep) {
  const python = await publishedPyodide(parts, absoluteUrl(clean.parts["pyodide.mjs"]?.address ?? ""));
  onStep("python");
  python.unpackArchive(parts.wheel, "wheel");
  if (parts.release) useRelease(python, parts.release);
  python.runPython(entryPoint);
  onStep("calculators");
  return python.globals.get("answer");
}
