/**
 * A clean start of Python by Pyodide, in the worker, from the core and the library that the build made. It stands apart from
 * the worker's script because it is seldom needed.
 */

import { entryPoint, info } from "bundle:clean-start";
import createPyodideModule from "bundle:core";
import { loadPyodide } from "pyodide";
import { useRelease } from "./release.js";
/** @import { PyodideAPI } from "pyodide" */

/** @typedef {(step: "interpreter" | "python" | "calculators") => void} OnStep */

/**
 * @param {Record<string, any>} parts the compiled `core`, the bytes of the `library`, and of an earlier `release` if it is to answer
 * @param {OnStep} onStep
 * @returns {Promise<(question: string) => string>}
 */
export async function start({ core, library, release }, onStep) {
  const python = await load(core, library, onStep);
  onStep("python");
  if (release) useRelease(python, release);
  python.runPython(entryPoint);
  onStep("calculators");
  return python.globals.get("answer");
}

/** @param {WebAssembly.Module} core @param {ArrayBuffer} library @param {OnStep} onStep */
async function load(core, library, onStep) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  Object.assign(globalThis, {
    _createPyodideModule: async (/** @type {Record<string, unknown>} */ settings) => {
      const made = await createPyodideModule(settings);
      onStep("interpreter");
      return made;
    },
  });
  // Pyodide fetches its files by address; they are here already.
  globalThis.fetch = async (asked) => (String(asked).endsWith("library") ? new Response(library) : new Response());
  const failed = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports = {}) => {
      try {
        return { module: core, instance: await WebAssembly.instantiate(core, imports) };
      } catch (thrown) {
        reject(thrown); // Pyodide only warns, and then waits for ever
        throw thrown;
      }
    };
  });
  try {
    const lockFileContents = { info, packages: {} };
    // The hash seed of the snapshot, so that every start behaves alike.
    const loaded = loadPyodide({
      indexURL: "/",
      stdLibURL: "/library",
      lockFileContents,
      env: { PYTHONHASHSEED: "0" },
    });
    return /** @type {PyodideAPI} */ (await Promise.race([loaded, failed]));
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}
