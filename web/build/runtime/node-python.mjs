/**
 * The browser's Python, run in Node: started cleanly from a library, or resumed from a snapshot.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { resume } from "../../engine/snapshot.js";
import { inputOf, textOf } from "./plan.mjs";
/** @import { PyodideAPI } from "pyodide" */
/** @import { Plan } from "./plan.mjs" */

/** Where a wasm comes from. @param {string} folder of a core */
export const wasmOf = (folder) => readFileSync(join(folder, "pyodide.asm.wasm"));

/**
 * A clean start, with what the wasm imported and exports.
 * @param {Plan} plan
 * @param {string} library the zip
 * @param {Uint8Array<ArrayBuffer>} [wasm] in place of the core's own
 * @returns {Promise<{python: PyodideAPI, imports: WebAssembly.Imports, exports: WebAssembly.Exports}>}
 */
export async function started(plan, library, wasm) {
  const core = inputOf(plan, "core");
  // The glue was written for a CommonJS script, where these are globals.
  Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: core });
  const { default: createPyodideModule } = await import(pathToFileURL(join(core, "pyodide.asm.mjs")).href);
  Object.assign(globalThis, { _createPyodideModule: createPyodideModule });
  const { loadPyodide } = await import(pathToFileURL(inputOf(plan, "pyodide.mjs")).href);
  const { instantiate } = WebAssembly;
  // Where WebAssembly has garbage collection, Pyodide calls C functions through a function that it adds to the table at its
  // start. A snapshot would then need that function, so the way that every browser has is used.
  const withoutTrampoline = { _PyEM_InitTrampoline_js() {} };
  /** @type {WebAssembly.Imports} */
  let imports = {};
  /** @type {WebAssembly.Exports} */
  let exports = {};
  /** @param {Uint8Array<ArrayBuffer>} bytes @param {WebAssembly.Imports} [given] */
  const instantiated = async (bytes, given) => {
    // Pyodide instantiates a small module of its own as well.
    if (!given?.env) return instantiate(bytes, given);
    imports = { ...given, env: { ...given.env, ...withoutTrampoline } };
    const made = await instantiate(wasm ?? bytes, imports);
    exports = made.instance.exports;
    return made;
  };
  WebAssembly.instantiate = /** @type {any} */ (instantiated);
  const { info } = JSON.parse(textOf(plan, "pyodide-lock.json"));
  const options = {
    indexURL: core,
    lockFileContents: { info, packages: {} },
    stdLibURL: library,
    env: { PYTHONHASHSEED: "0" },
  };
  const python = await loadPyodide(options).finally(() => (WebAssembly.instantiate = instantiate));
  python.runPython(textOf(plan, "entry_point"));
  return { python, imports, exports };
}

/**
 * Python resumed from a snapshot.
 * @param {Uint8Array<ArrayBuffer>} wasm
 * @param {string} folder with snapshot.bin, layout.json and the parts of the tools
 */
export async function resumed(wasm, folder) {
  const file = new Uint8Array(readFileSync(join(folder, "snapshot.bin"))).buffer;
  const layout = JSON.parse(readFileSync(join(folder, "layout.json"), "utf8"));
  const part = async (/** @type {string} */ tool) => readFileSync(join(folder, "parts", `${tool}.bin`));
  return resume(WebAssembly.compile(wasm), Promise.resolve(file), layout, part);
}
