/**
 * Python as it was when the site was made: the core with an image of its memory, and nothing else. What surrounds Python in
 * Pyodide is for starting it and for reaching the page from it; the calculators do neither. So a calculator is called as C
 * calls it: text goes in as UTF-8, and comes out so.
 *
 * Whatever would be missing stops the program: a function that the rehearsed core is without, or anything that Python asks of
 * its surroundings. Then nothing that was begun is an answer, and the worker is given up for a clean start.
 */
import { restore } from "./snapshot-packing.js";

/**
 * What has to be known of an image, besides the image: the address of the calculators' door in memory, how large memory and
 * table are, in pages and entries, and what the core is given for each global that it imports, with whether it may change.
 * @typedef {{answer: number, pages: number, table: number, globals: Record<string, [number, boolean]>}} Layout
 */
/** @typedef {(...numbers: number[]) => number} OfC */
/**
 * What of the core is called from here.
 * @typedef {{malloc: OfC, free: OfC, PyUnicode_FromStringAndSize: OfC, PyObject_CallOneArg: OfC, PyUnicode_AsUTF8AndSize: OfC, Py_DecRef: OfC}} Functions
 */

/** The one thing that Python asks for while it calculates: a call of a function that declares fewer arguments than it is given. */
const TRAMPOLINE = "_PyEM_TrampolineCall_JS";

/**
 * @param {Promise<WebAssembly.Module>} core
 * @param {Promise<ArrayBuffer>} image
 * @param {Layout} layout
 * @returns {Promise<{answer: (text: string) => string, exports: WebAssembly.Exports}>}
 */
export async function goOn(core, image, layout) {
  const { pages, table: entries } = layout;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const table = new WebAssembly.Table({ initial: entries, element: "anyfunc" });
  const missing = /** @type {string[]} */ ([]);
  const lacking = (/** @type {string} */ what) => () => {
    missing.push(what);
    throw new Error(`Python asked for ${what}`);
  };

  /** @param {WebAssembly.ModuleImportDescriptor} wanted */
  const given = ({ module, name, kind }) => {
    if (kind === "memory") return memory;
    if (kind === "table") return table;
    if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
    if (kind === "global") {
      const [value = 0, mutable] = layout.globals[`${module}.${name}`] ?? [];
      return new WebAssembly.Global({ value: "i32", mutable }, value);
    }
    if (name !== TRAMPOLINE) return lacking(name);
    return (/** @type {number} */ place, /** @type {number[]} */ ...handed) => (table.get(place) ?? lacking(`function ${place}`))(...handed);
  };

  const module = await core;
  /** @type {Record<string, Record<string, unknown>>} */
  const imports = {};
  for (const wanted of WebAssembly.Module.imports(module)) (imports[wanted.module] ??= {})[wanted.name] = given(wanted);
  // TypeScript does not know that a tag can be given.
  const { exports } = await WebAssembly.instantiate(module, /** @type {WebAssembly.Imports} */ (imports));
  const bytes = new Uint8Array(memory.buffer);
  restore(await image, bytes);

  const call = called(/** @type {Functions} */ (/** @type {unknown} */ (exports)), bytes);
  const answer = (/** @type {string} */ text) => {
    const reply = call(layout.answer, text);
    // What was thrown may have been caught on the way, but not by anything that knew.
    if (missing.length) throw new Error(`Python asked for ${missing.join(", ")}`);
    return reply;
  };
  return { answer, exports };
}

/**
 * Calls a Python function that takes a str and returns one. Throws when it raises.
 * @param {Functions} python
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function called({ malloc, free, PyUnicode_FromStringAndSize, PyObject_CallOneArg, PyUnicode_AsUTF8AndSize, Py_DecRef }, bytes) {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  /** @param {number} size @param {(place: number) => number} act */
  const borrowed = (size, act) => {
    const place = there(malloc(size));
    const result = act(place);
    free(place);
    return result;
  };
  /** @param {number} callee @param {string} text */
  return (callee, text) => {
    const encoded = encoder.encode(text);
    const question = borrowed(encoded.length + 1, (place) => {
      bytes.set(encoded, place);
      return there(PyUnicode_FromStringAndSize(place, encoded.length));
    });
    const reply = there(PyObject_CallOneArg(callee, question));
    let length = 0;
    const place = borrowed(4, (size) => {
      const found = there(PyUnicode_AsUTF8AndSize(reply, size));
      length = new Uint32Array(bytes.buffer, size, 1)[0] ?? 0;
      return found;
    });
    const said = decoder.decode(bytes.subarray(place, place + length));
    Py_DecRef(reply);
    Py_DecRef(question);
    return said;
  };
}

/** @param {number} address of what a function of C has made; 0 when it could not */
function there(address) {
  if (!address) throw new Error("Python raised an exception.");
  return address;
}
