/**
 * Python as a reader's browser gets it, here in Node: the core with either the library or an image.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { restore, unpacked } from "../../../../docs/assets/js/python-image.js";

const require = createRequire(import.meta.url);
const pyodide = dirname(require.resolve("pyodide/package.json"));
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const opening = readFileSync(new URL("./opening.py", import.meta.url), "utf8");

/** A clean start. @param {string} core its folder @param {string} library the zip @param {object} [options] */
export async function started(core, library, options = {}) {
  const { loadPyodide, before } = await loader(core);
  const python = await loadPyodide({ ...common(core), stdLibURL: library, env: { PYTHONHASHSEED: "0" }, ...options });
  python.runPython(opening);
  return { python, before: before() };
}

/** Going on from an image. @param {string} core its folder @param {string} path of the image */
export async function resumed(core, path) {
  const file = readFileSync(path);
  const image = unpacked(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const { loadPyodide } = await loader(core, (memory, before) => restore(image, memory, before.subarray(0, image.filled)));
  // There is no library: whatever is not in the image is not there.
  return loadPyodide({ ...common(core), stdLibURL: "/dev/null", _loadSnapshot: image.head });
}

/** @param {string} core */
const common = (core) => ({ indexURL: core, lockFileContents: { info, packages: {} } });

/** @param {string} core @param {(memory: Uint8Array, before: Uint8Array) => void} [act] done to the memory before anything uses it */
async function loader(core, act) {
  // The glue was a script of the older kind, which finds these by itself.
  Object.assign(globalThis, { require, __dirname: core });
  const create = (await import(pathToFileURL(join(core, "pyodide.asm.mjs")).href)).default;
  /** @type {Uint8Array} */
  let before;
  globalThis._createPyodideModule = async (/** @type {any} */ settings) => {
    // Pyodide takes the size of the memory from a snapshot, and the image is smaller.
    delete settings.INITIAL_MEMORY;
    const made = await create({ ...settings, preRun: [...settings.preRun, (/** @type {any} */ module) => (before = module.HEAPU8.slice())] });
    act?.(made.HEAPU8, before);
    return made;
  };
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
  return { loadPyodide, before: () => before };
}
