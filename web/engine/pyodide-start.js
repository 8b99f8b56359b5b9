/**
 * A clean start of Python, by Pyodide, in the worker. It stands apart from the worker because it is seldom needed.
 */
import createPyodideModule from "bundle:core";
import { info, opening } from "bundle:start";
import { loadPyodide } from "pyodide";
/** @import { PyodideAPI as Python } from "pyodide" */

/**
 * @param {Promise<WebAssembly.Module>} core
 * @param {Promise<ArrayBuffer>} library
 * @param {(sign: string) => void} sign told of each step
 * @returns {Promise<(text: string) => string>} the calculators' door
 */
export async function start(core, library, sign) {
  const python = await load(core, await library, sign);
  sign("python");
  python.runPython(opening);
  sign("calculators");
  return python.globals.get("answer");
}

/** @param {Promise<WebAssembly.Module>} core @param {ArrayBuffer} library @param {(sign: string) => void} sign */
async function load(core, library, sign) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  Object.assign(globalThis, {
    _createPyodideModule: async (/** @type {Record<string, unknown>} */ settings) => {
      const made = await createPyodideModule(settings);
      sign("interpreter");
      return made;
    },
  });
  // Pyodide asks for its files by address; they are here already.
  globalThis.fetch = async (asked) => (String(asked).endsWith("library") ? new Response(library) : new Response());
  const broken = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports = {}) => {
      try {
        const module = await core;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (thrown) {
        reject(thrown); // Pyodide only warns, and then waits for ever
        throw thrown;
      }
    };
  });
  try {
    const lockFileContents = { info, packages: {} };
    // The seed is the same in the image, so it is in every start: what is seen once is seen always.
    const loaded = loadPyodide({ indexURL: "/", stdLibURL: "/library", lockFileContents, env: { PYTHONHASHSEED: "0" } });
    return /** @type {Python} */ (await Promise.race([loaded, broken]));
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}
