/**
 * Python resumed from a snapshot of its memory: the core with that memory, and nothing else. What surrounds Python in
 * Pyodide serves to start it and to reach the page from it; the calculators do neither. So a calculator is called as C code
 * calls it: text goes in as UTF-8, and comes out so.
 *
 * Whatever is missing stops the program: a function that the slim core is without, or anything that Python asks of its
 * surroundings. Then nothing that was begun is an answer, and the worker is given up for a clean start.
 *
 * The build uses this file as well: it packs the snapshot, and asks the calculators in it.
 */

/**
 * Without which a snapshot cannot be used: the addresses of the functions `answer` and `load` in memory, the sizes of memory and table,
 * in pages and entries, and the value that each global which the core imports had, with whether it may change.
 * @typedef {{answer: number, load: number, pages: number, table: number, globals: Record<string, [number, boolean]>}} Layout
 */
/** @typedef {(...numbers: number[]) => number} CFunction */
/**
 * The core's exports that are called from here.
 * @typedef {{malloc: CFunction, free: CFunction, PyUnicode_FromStringAndSize: CFunction, PyObject_CallOneArg: CFunction, PyUnicode_AsUTF8AndSize: CFunction, Py_DecRef: CFunction}} CApi
 */

/** The one thing that Python asks of its surroundings while it calculates: a call through the table with the arguments it was given. */
const TRAMPOLINE = "_PyEM_TrampolineCall_JS";
/** Memory is packed in blocks of this many bytes: those that hold only zeros are left out. */
const BLOCK = 256;
/** So many arguments a function can be given in every browser. */
const CHARACTERS = 8192;
const WORD = 4;

/**
 * @param {Promise<WebAssembly.Module>} core
 * @param {Promise<ArrayBuffer>} file
 * @param {Layout} layout
 * @param {(tool: string) => Promise<Uint8Array>} part of a tool, which is asked for when Python first needs it
 * @returns {Promise<{answer: (question: string) => Promise<string>, exports: WebAssembly.Exports}>}
 */
export async function resume(core, file, layout, part) {
  const { pages, table: entries } = layout;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const table = new WebAssembly.Table({ initial: entries, element: "anyfunc" });
  /** @type {string[]} */
  const missing = [];
  const absent = (/** @type {string} */ name) => () => {
    missing.push(name);
    throw new Error(`Python asked for ${name}`);
  };
  const trampoline = (/** @type {number} */ index, /** @type {number[]} */ ...numbers) =>
    (table.get(index) ?? absent(`function ${index}`))(...numbers);

  /** @param {WebAssembly.ModuleImportDescriptor} descriptor */
  const imported = ({ module, name, kind }) => {
    if (kind === "memory") return memory;
    if (kind === "table") return table;
    if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
    if (kind === "global") {
      const [value = 0, mutable] = layout.globals[`${module}.${name}`] ?? [];
      return new WebAssembly.Global({ value: "i32", mutable }, value);
    }
    return name === TRAMPOLINE ? trampoline : absent(name);
  };

  const module = await core;
  /** @type {Record<string, Record<string, unknown>>} */
  const imports = {};
  for (const descriptor of WebAssembly.Module.imports(module)) {
    const group = imports[descriptor.module] ?? {};
    group[descriptor.name] = imported(descriptor);
    imports[descriptor.module] = group;
  }
  // TypeScript does not know that a tag can be imported.
  const { exports } = await WebAssembly.instantiate(module, /** @type {WebAssembly.Imports} */ (imports));
  const bytes = new Uint8Array(memory.buffer);
  unpack(await file, bytes);

  const call = textCall(/** @type {CApi} */ (/** @type {unknown} */ (exports)), bytes);
  const asked = (/** @type {number} */ callee, /** @type {string} */ text) => {
    const reply = call(callee, text);
    // The calculators catch every exception, this one included, and would have replied all the same.
    if (missing.length) throw new Error(`Python asked for ${missing.join(", ")}`);
    return reply;
  };
  const answer = async (/** @type {string} */ question) => {
    const loaded = new Set();
    for (;;) {
      const reply = asked(layout.answer, question);
      if (reply.startsWith("{")) return reply;
      // Not a reply, but the id of a tool whose part comes first: see snapshot_entry.py.
      if (loaded.has(reply)) throw new Error(`The part of ${reply} does not hold ${reply}.`);
      loaded.add(reply);
      asked(layout.load, latin1(await part(reply)));
    }
  };
  return { answer, exports };
}

/** Each byte as a character. @param {Uint8Array} bytes */
function latin1(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHARACTERS)
    text += String.fromCharCode(...bytes.subarray(at, at + CHARACTERS));
  return text;
}

/**
 * Calls a Python function that takes a str and returns one. Throws when it raises.
 * @param {CApi} python
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function textCall(
  { malloc, free, PyUnicode_FromStringAndSize, PyObject_CallOneArg, PyUnicode_AsUTF8AndSize, Py_DecRef },
  bytes,
) {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  /** @param {number} size @param {(pointer: number) => number} use */
  const withBuffer = (size, use) => {
    const pointer = nonNull(malloc(size));
    const result = use(pointer);
    free(pointer);
    return result;
  };
  /** @param {number} callee @param {string} text */
  return (callee, text) => {
    const encoded = encoder.encode(text);
    const question = withBuffer(encoded.length + 1, (pointer) => {
      bytes.set(encoded, pointer);
      return nonNull(PyUnicode_FromStringAndSize(pointer, encoded.length));
    });
    const reply = nonNull(PyObject_CallOneArg(callee, question));
    let length = 0;
    const start = withBuffer(WORD, (size) => {
      const found = nonNull(PyUnicode_AsUTF8AndSize(reply, size));
      length = new Uint32Array(bytes.buffer, size, 1)[0] ?? 0;
      return found;
    });
    const result = decoder.decode(bytes.subarray(start, start + length));
    Py_DecRef(reply);
    Py_DecRef(question);
    return result;
  };
}

/** @param {number} pointer from a C function, which returns null for an exception */
function nonNull(pointer) {
  if (!pointer) throw new Error("Python raised an exception.");
  return pointer;
}

/**
 * The snapshot's file: how many stretches there are, where each begins in memory and how long it is, as numbers of four
 * bytes, the lowest first; then the stretches themselves.
 * @param {Uint8Array} memory
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function packed(memory) {
  /** @type {[number, number][]} */
  const stretches = [];
  for (let at = 0; at < memory.length; at += BLOCK) {
    if (!memory.subarray(at, at + BLOCK).some((byte) => byte !== 0)) continue;
    const end = Math.min(at + BLOCK, memory.length);
    const last = stretches.at(-1);
    if (last?.[1] === at) last[1] = end;
    else stretches.push([at, end]);
  }
  const table = new Uint32Array([stretches.length, ...stretches.flatMap(([from, to]) => [from, to - from])]);
  const file = new Uint8Array(table.byteLength + stretches.reduce((sum, [from, to]) => sum + to - from, 0));
  file.set(new Uint8Array(table.buffer));
  let next = table.byteLength;
  for (const [from, to] of stretches) {
    file.set(memory.subarray(from, to), next);
    next += to - from;
  }
  return file;
}

/**
 * Makes memory that is still empty what it was when the snapshot was packed.
 * @param {ArrayBuffer} file
 * @param {Uint8Array} memory
 */
export function unpack(file, memory) {
  const [count = 0] = new Uint32Array(file, 0, 1);
  const table = new Uint32Array(file, WORD, 2 * count);
  let next = (1 + 2 * count) * WORD;
  for (let row = 0; row < count; row++) {
    const [at = 0, size = 0] = table.subarray(2 * row, 2 * row + 2);
    memory.set(new Uint8Array(file, next, size), at);
    next += size;
  }
}
