/**
 * Python as a reader's browser gets it, here in Node: started cleanly from the library, or going on from an image.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { goOn } from "../../../../web/engine/snapshot.js";

const require = createRequire(import.meta.url);
const pyodide = dirname(require.resolve("pyodide/package.json"));
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const opening = readFileSync(new URL("./entry_point.py", import.meta.url), "utf8");

/**
 * A clean start, with what the core was given and what it offers.
 * @param {string} core its folder
 * @param {string} library the zip
 * @param {Uint8Array<ArrayBuffer>} [wasm] in place of the core's own
 */
export async function started(core, library, wasm) {
  // The glue was a script of the older kind, which finds these by itself.
  Object.assign(globalThis, { require, __dirname: core });
  globalThis._createPyodideModule = (await import(pathToFileURL(join(core, "pyodide.asm.mjs")).href)).default;
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
  const { instantiate } = WebAssembly;
  // With garbage collection in WebAssembly, Pyodide has a second way of calling functions of C, with a function that it adds
  // to the table; an image would then ask for it. Readers' browsers get the way that works everywhere.
  const WITHOUT = { _PyEM_InitTrampoline_js() {} };
  /** @type {WebAssembly.Imports} */
  let imports = {};
  /** @type {WebAssembly.Exports} */
  let exports = {};
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {BufferSource} */ bytes, /** @type {WebAssembly.Imports} */ given) => {
      // Pyodide starts a small module of its own as well.
      if (!given?.env) return instantiate(bytes, given);
      imports = { ...given, env: { ...given.env, ...WITHOUT } };
      const made = await instantiate(wasm ?? bytes, imports);
      exports = made.instance.exports;
      return made;
    }
  );
  const options = { indexURL: core, lockFileContents: { info, packages: {} }, stdLibURL: library, env: { PYTHONHASHSEED: "0" } };
  const python = await loadPyodide(options).finally(() => (WebAssembly.instantiate = instantiate));
  python.runPython(opening);
  return { python, imports, exports };
}

/** Going on from an image. @param {Uint8Array<ArrayBuffer>} core @param {string} image its folder */
export async function resumed(core, image) {
  const file = new Uint8Array(readFileSync(join(image, "image.bin"))).buffer;
  const layout = JSON.parse(readFileSync(join(image, "image.json"), "utf8"));
  return goOn(WebAssembly.compile(core), Promise.resolve(file), layout);
}
