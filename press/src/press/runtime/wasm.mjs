/** Reads and rewrites the parts of a WebAssembly file that say what it takes and what it offers. */

// What the compiler that made Pyodide used. Given one by one: with --all-features Binaryen writes a form of imports
// that browsers refuse.
export const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "exception-handling",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

const EXPORTS = 7;
const DATA = 11;
const FUNCTION = 0;
const GLOBAL = 3;
/** The end of an expression, here of the one that gives a segment's address. */
const END = 0x0b;

/** @param {Uint8Array} bytes @returns {Set<string>} the names that the file imports, from any module */
export function importsOf(bytes) {
  return new Set(WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map((entry) => entry.name));
}

/** @param {Uint8Array} bytes @returns {Set<string>} the names that the file expects to be given an address for */
export function gotImportsOf(bytes) {
  const entries = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  return new Set(entries.filter((entry) => entry.module.startsWith("GOT.")).map((entry) => entry.name));
}

/**
 * The same file with fewer exports. Memory, table and tags always stay.
 * @param {Buffer} bytes
 * @param {(name: string) => boolean} wanted
 */
export function withExports(bytes, wanted) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const id = bytes[at];
    const [size, from] = number(bytes, at + 1);
    at = from + size;
    parts.push(id === EXPORTS ? section(bytes, from, wanted) : bytes.subarray(start, at));
  }
  return Buffer.concat(parts);
}

/** @param {Buffer} bytes @param {number} from @param {(name: string) => boolean} wanted */
function section(bytes, from, wanted) {
  let [count, at] = number(bytes, from);
  const kept = [];
  for (; count > 0; count--) {
    const start = at;
    const [length, text] = number(bytes, at);
    const name = bytes.toString("utf8", text, text + length);
    const kind = bytes[text + length];
    [, at] = number(bytes, text + length + 1);
    if ((kind !== FUNCTION && kind !== GLOBAL) || wanted(name)) kept.push(bytes.subarray(start, at));
  }
  const body = Buffer.concat([leb(kept.length), ...kept]);
  return Buffer.concat([Buffer.from([EXPORTS]), leb(body.length), body]);
}

/**
 * The same file, with zeros in some places of its one segment of data.
 * @param {Buffer} bytes
 * @param {number[][]} ranges each from one place in the segment up to another
 */
export function withZeros(bytes, ranges) {
  const zeroed = Buffer.from(bytes);
  const { from, to } = dataOf(bytes);
  for (const [start, end] of ranges) {
    if (from + end > to) throw new Error(`The data ends before ${end}.`);
    zeroed.fill(0, from + start, from + end);
  }
  return zeroed;
}

/** Where in the file the one segment of data stands. @param {Buffer} bytes @returns {{from: number, to: number}} */
export function dataOf(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [size, body] = number(bytes, at + 1);
    at = body + size;
    if (id !== DATA) continue;
    const [count, segment] = number(bytes, body);
    const address = bytes.indexOf(END, segment + 1);
    const [length, from] = number(bytes, address + 1);
    if (count !== 1 || from + length !== at) throw new Error("The data is no longer one segment.");
    return { from, to: at };
  }
  throw new Error("There is no data.");
}

/** An unsigned LEB128 number and the place after it. @param {Buffer} bytes @param {number} at @returns {[number, number]} */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value ? low | 128 : low);
  } while (value);
  return Buffer.from(bytes);
}
