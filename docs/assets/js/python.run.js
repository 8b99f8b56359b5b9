/**
 * Python itself, in the worker: going on from an image of its memory, or started cleanly from the library. It stands apart
 * from the worker so that the files it needs are on their way before this one is read.
 */
import createPyodideModule from "bundle:core";
import { info, known, opening } from "bundle:start";
import { loadPyodide } from "pyodide";
import { restore, unpacked } from "./python-image.js";
/** @import { PyodideAPI as Python } from "pyodide" */
/** @typedef {{preRun: ((module: {HEAPU8: Uint8Array}) => void)[], INITIAL_MEMORY?: number}} Settings of Emscripten's module */
/** @typedef {(text: string) => string} Answer */

/** Some known answer came out differently. */
export class Wrong extends Error {}

/** @typedef {(sign: string) => void} Sign told of each step */

/**
 * Goes on where Python was when the site was made. Whatever is here first is used first.
 * @param {Promise<WebAssembly.Module>} core
 * @param {Promise<ArrayBuffer>} file
 * @param {{head: number, filled: number}} told of the file before it is here: the length of its head, and what the core fills
 * @param {Sign} sign
 */
export async function goOn(core, file, told, sign) {
  const head = new Uint8Array(told.head);
  let before = new Uint8Array();
  const python = await load(core, new ArrayBuffer(0), { _loadSnapshot: head }, sign, {
    first: (memory) => (before = memory.slice(0, told.filled)),
    last: async (memory) => {
      const image = unpacked(await file);
      head.set(image.head);
      restore(image, memory, before);
    },
  });
  return opened(python);
}

/** A clean start. @param {Promise<WebAssembly.Module>} core @param {Promise<ArrayBuffer>} library @param {Sign} sign */
export async function start(core, library, sign) {
  // The seed is the same in the image, so it is in every start: what is seen once is seen always.
  const python = await load(core, await library, { env: { PYTHONHASHSEED: "0" } }, sign);
  sign("python");
  python.runPython(opening);
  sign("calculators");
  return opened(python);
}

/**
 * @param {Promise<WebAssembly.Module>} core
 * @param {ArrayBuffer} library
 * @param {object} options
 * @param {Sign} sign
 * @param {{first: (memory: Uint8Array) => void, last: (memory: Uint8Array) => Promise<void>}} [act] on the memory, before anything runs in it, and before Python does
 */
async function load(core, library, options, sign, act) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  Object.assign(globalThis, {
    _createPyodideModule: async (/** @type {Settings} */ settings) => {
      // Pyodide takes the size of the memory from a snapshot, and the image is smaller.
      delete settings.INITIAL_MEMORY;
      settings.preRun.push(({ HEAPU8 }) => act?.first(HEAPU8));
      const made = /** @type {{HEAPU8: Uint8Array}} */ (await createPyodideModule({ ...settings }));
      await act?.last(made.HEAPU8);
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
    const loaded = loadPyodide({ indexURL: "/", stdLibURL: "/library", lockFileContents, ...options });
    return /** @type {Python} */ (await Promise.race([loaded, broken]));
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * The calculators' door, shut for a calculator that has not yet answered what is known of it.
 * @param {Python} python
 */
function opened(python) {
  const answer = /** @type {Answer} */ (python.globals.get("answer"));
  /** @type {Set<string | undefined>} */
  const proven = new Set();
  /** @param {string | undefined} calculator */
  const prove = (calculator) => {
    if (proven.has(calculator)) return;
    for (const { question, values } of known.filter((one) => one.calculator === calculator)) {
      const { answer: answered } = JSON.parse(answer(question));
      if (JSON.stringify(answered?.values) !== JSON.stringify(values)) throw new Wrong(question);
    }
    proven.add(calculator);
  };
  return { answer, prove };
}
