/**
 * The one worker in which Python runs. The page sends the compiled core, then either the library (Python starts) or an
 * image of the memory of an earlier start (it continues). Before it says that it is ready, it answers known questions.
 */
import createPyodideModule from "bundle:core";
import { info, known, opening } from "bundle:start";
import { loadPyodide } from "pyodide";
/** @import { PyodideAPI as Python } from "pyodide" */
/** @import { Given, Told } from "./python-talk.js" */

const INITIAL_MEMORY = 20_971_520;

/** @param {Told} message @param {Transferable[]} [goods] */
const tell = (message, goods = []) => self.postMessage(message, { transfer: goods });

/** @type {(module: WebAssembly.Module) => void} */
let useCore;
/** @type {Promise<WebAssembly.Module>} */
const core = new Promise((resolve) => (useCore = resolve));
/** @type {((text: string) => string) | undefined} */
let answer;

self.addEventListener("message", ({ data }) => {
  const given = /** @type {Given} */ (data);
  if ("core" in given) useCore(given.core);
  else if ("library" in given) begin(given.for === "image" ? makeImage(given.library) : start(given.library));
  else if ("image" in given) begin(resume(given.image));
  else begin(given.question ? reply(given.question, given.text ?? "", given.calculator) : prove(given.calculator));
});
tell({ sign: "worker" });

/** @param {Promise<void>} beginning */
function begin(beginning) {
  beginning.catch((thrown) => tell({ refused: thrown instanceof Wrong ? "wrong" : "died", detail: String(thrown) }));
}

/** Some known answer came out differently. */
class Wrong extends Error {}

/** A clean start. @param {ArrayBuffer} library */
async function start(library) {
  await opened(library, {});
  await prove(known[0]?.calculator);
  tell({ ready: true });
}

/**
 * A clean start for the sake of its image alone: no question of the reader's ever comes near this memory.
 * @param {ArrayBuffer} library
 */
async function makeImage(library) {
  const python = await opened(library, { _makeSnapshot: true });
  for (const calculator of new Set(known.map(({ calculator }) => calculator))) await prove(calculator);
  python.runPython("every()");
  const memory = /** @type {Uint8Array<ArrayBuffer>} */ (python.makeMemorySnapshot());
  // The zeros at the end carry nothing; whoever resumes puts them back.
  const end = memory.findLastIndex((byte) => byte !== 0) + 1;
  const image = memory.slice(0, Math.ceil(end / 16) * 16).buffer;
  tell({ image }, [image]);
}

/** Goes on where an earlier start was. @param {ArrayBuffer} image */
async function resume(image) {
  const [heap = 0] = new Uint32Array(image, 4, 1);
  const memory = new Uint8Array(heap + INITIAL_MEMORY);
  memory.set(new Uint8Array(image));
  const python = await load(new ArrayBuffer(0), { _loadSnapshot: memory });
  answer = python.globals.get("answer");
  await prove(known[0]?.calculator);
  tell({ ready: true });
}

/** Python with the calculators' door open. @param {ArrayBuffer} library @param {object} options */
async function opened(library, options) {
  // The seed is the same in every image, so it is in every start: what is seen once is seen always.
  const python = await load(library, { env: { PYTHONHASHSEED: "0" }, ...options });
  tell({ sign: "python" });
  python.runPython(opening);
  answer = python.globals.get("answer");
  tell({ sign: "calculators" });
  return python;
}

/** @param {ArrayBuffer} library @param {object} options */
async function load(library, options) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  Object.assign(globalThis, {
    /** @param {Record<string, unknown>} settings */
    _createPyodideModule: async (settings) => {
      const made = await createPyodideModule(settings);
      tell({ sign: "interpreter" });
      return made;
    },
  });
  // Pyodide asks for its files by address; they are here already.
  globalThis.fetch = async (asked) => (String(asked).endsWith("library") ? new Response(library) : new Response());
  const broken = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports = {}) => {
      try {
        const module = await core;
        const instance = await WebAssembly.instantiate(module, imports);
        tell({ sign: "core" });
        return { module, instance };
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

/** @type {Set<string | undefined>} */
const proven = new Set();

/** Asks what is known of a calculator, before the first answer that it gives. @param {string | undefined} calculator */
async function prove(calculator) {
  if (proven.has(calculator)) return;
  for (const { question, values } of known.filter((one) => one.calculator === calculator)) {
    const { answer: answered } = JSON.parse(asked(question));
    if (JSON.stringify(answered?.values) !== JSON.stringify(values)) throw new Wrong(question);
  }
  proven.add(calculator);
}

/** @param {string} text */
function asked(text) {
  if (!answer) throw new Error("asked before the start");
  return answer(text);
}

/** @param {number} question @param {string} text @param {string} calculator */
async function reply(question, text, calculator) {
  await prove(calculator);
  tell({ question, reply: asked(text) });
}
