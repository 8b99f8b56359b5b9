/** Reads and rewrites sections of a WebAssembly file: its exports, its data and the bodies of its functions. */

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

/** @typedef {Buffer<ArrayBuffer>} Bytes */

const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;
const DATA = 11;
const DATA_COUNT = 12;
const FUNCTION = 0;
const GLOBAL = 3;
const I32 = 0x7f;
const I32_CONST = 0x41;
const GLOBAL_GET = 0x23;
const GLOBAL_SET = 0x24;
const UNREACHABLE = 0x00;
/** The end of an expression and of a function. */
const END = 0x0b;
/** The name under which `counting` exports whether a function was called, before the function's number. */
const CALLED = "called ";
/** Where the glue lets the data begin: it passes this on as `__memory_base`. */
export const BASE = 1024;
/** Fewer zeros than this between two stretches of data are not worth a segment of their own. */
const SHORTEST_GAP = 256;

/** @param {Bytes} bytes @returns {Set<string>} the names that the file imports, from any module */
export function importsOf(bytes) {
  return new Set(WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map((entry) => entry.name));
}

/** @param {Bytes} bytes @returns {Set<string>} the names that the file expects to be given an address for */
export function gotImportsOf(bytes) {
  const entries = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  return new Set(entries.filter((entry) => entry.module.startsWith("GOT.")).map((entry) => entry.name));
}

/**
 * The same file with fewer exports of functions and globals. Memory, table and tags always stay.
 * @param {Bytes} bytes
 * @param {(name: string) => boolean} isWanted
 */
export function withExports(bytes, isWanted) {
  return rewritten(bytes, {
    [EXPORTS]: (body) => {
      let [count, at] = readU32(body, 0);
      const kept = [];
      for (; count > 0; count--) {
        const start = at;
        const [length, text] = readU32(body, at);
        const name = body.toString("utf8", text, text + length);
        const kind = body[text + length];
        [, at] = readU32(body, text + length + 1);
        if ((kind !== FUNCTION && kind !== GLOBAL) || isWanted(name)) kept.push(body.subarray(start, at));
      }
      return vector(kept);
    },
  });
}

/** What the file puts into memory, and where. @param {Bytes} bytes @returns {{address: number, data: Bytes}} */
export function dataOf(bytes) {
  /** @type {[number, Bytes][]} */
  const segments = [];
  rewritten(bytes, {
    [DATA]: (body) => {
      let [count, at] = readU32(body, 0);
      for (; count > 0; count--) {
        const [value, end] = readU32(body, at + 2);
        const address = { [I32_CONST]: value, [GLOBAL_GET]: BASE }[body[at + 1] ?? END];
        if (body[at] !== 0 || address === undefined || body[end] !== END)
          throw new Error("A data segment is of a form that is not known here.");
        const [length, from] = readU32(body, end + 1);
        at = from + length;
        segments.push([address, body.subarray(from, at)]);
      }
      return body;
    },
  });
  const address = Math.min(...segments.map(([start]) => start));
  const data = Buffer.alloc(Math.max(...segments.map(([start, part]) => start + part.length)) - address);
  for (const [start, part] of segments) part.copy(data, start - address);
  return { address, data };
}

/**
 * The same file with other data. Memory is empty at first, so long stretches of zeros are left out.
 * @param {Bytes} bytes
 * @param {{address: number, data: Bytes}} given
 */
export function withData(bytes, { address, data }) {
  const segments = stretches(data).map(([from, to]) =>
    Buffer.concat([
      Buffer.from([0, I32_CONST]),
      signed(address + from),
      Buffer.from([END]),
      u32(to - from),
      data.subarray(from, to),
    ]),
  );
  return rewritten(bytes, { [DATA_COUNT]: () => u32(segments.length), [DATA]: () => vector(segments) });
}

/** How many functions the file itself holds. @param {Bytes} bytes */
function functionCount(bytes) {
  let count = 0;
  rewritten(bytes, {
    [CODE]: (body) => {
      [count] = readU32(body, 0);
      return body;
    },
  });
  return count;
}

/** The same file, which also tells of each of its functions whether it was ever called: see `called`. @param {Bytes} bytes */
export function counting(bytes) {
  const count = functionCount(bytes);
  const indices = Array.from({ length: count }, (_, index) => index);
  let first = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "global").length;
  return rewritten(bytes, {
    [GLOBALS]: (body) => {
      const [own, at] = readU32(body, 0);
      first += own;
      const flag = Buffer.from([I32, 1, I32_CONST, 0, END]);
      return Buffer.concat([u32(own + count), body.subarray(at), ...indices.map(() => flag)]);
    },
    [EXPORTS]: (body) => {
      const [own, at] = readU32(body, 0);
      const more = indices.map((index) => {
        const name = Buffer.from(CALLED + index);
        return Buffer.concat([u32(name.length), name, Buffer.from([GLOBAL]), u32(first + index)]);
      });
      return Buffer.concat([u32(own + count), body.subarray(at), ...more]);
    },
    [CODE]: (body) =>
      vector(
        functions(body).map((whole, index) => {
          const code = afterLocals(whole);
          const mark = Buffer.concat([Buffer.from([I32_CONST, 1, GLOBAL_SET]), u32(first + index)]);
          return sized(Buffer.concat([whole.subarray(0, code), mark, whole.subarray(code)]));
        }),
      ),
  });
}

/** The numbers of the functions that were called. @param {WebAssembly.Exports} exports of a file made by `counting` */
export function called(exports) {
  return new Set(flags(exports).flatMap(([index, flag]) => (flag.value ? [index] : [])));
}

/** As if no function had been called. @param {WebAssembly.Exports} exports of a file made by `counting` */
export function forget(exports) {
  for (const [, flag] of flags(exports)) flag.value = 0;
}

/** @param {WebAssembly.Exports} exports @returns {[number, WebAssembly.Global][]} */
function flags(exports) {
  return Object.entries(exports).flatMap(([name, value]) =>
    name.startsWith(CALLED) && value instanceof WebAssembly.Global ? [[Number(name.slice(CALLED.length)), value]] : [],
  );
}

/** The same file, in which only these functions can be called; any other stops the program. @param {Bytes} bytes @param {Set<number>} wanted */
export function withOnly(bytes, wanted) {
  const stop = sized(Buffer.from([0, UNREACHABLE, END]));
  return rewritten(bytes, {
    [CODE]: (body) => vector(functions(body).map((whole, index) => (wanted.has(index) ? sized(whole) : stop))),
  });
}

/**
 * The same file with some of its sections written anew.
 * @param {Bytes} bytes
 * @param {Record<number, (body: Bytes) => Bytes>} anew by the section's number
 */
function rewritten(bytes, anew) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const id = bytes.readUInt8(at);
    const [size, from] = readU32(bytes, at + 1);
    at = from + size;
    const body = bytes.subarray(from, at);
    parts.push(Buffer.from([id]), sized(anew[id]?.(body) ?? body));
  }
  return Buffer.concat(parts);
}

/** The bodies of the functions. @param {Bytes} section */
function functions(section) {
  let [count, at] = readU32(section, 0);
  const bodies = [];
  for (; count > 0; count--) {
    const [size, from] = readU32(section, at);
    at = from + size;
    bodies.push(section.subarray(from, at));
  }
  return bodies;
}

/** Where the code of a function begins. @param {Bytes} body */
function afterLocals(body) {
  let [groups, at] = readU32(body, 0);
  for (; groups > 0; groups--) at = readU32(body, at)[1] + 1;
  return at;
}

/** The stretches between long runs of zeros. @param {Bytes} data @returns {[number, number][]} */
function stretches(data) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    const last = found.at(-1);
    if (last && at - last[1] < SHORTEST_GAP) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

/** An unsigned LEB128 number of at most 32 bits, and the place after it. @param {Bytes} bytes @param {number} at @returns {[number, number]} */
export function readU32(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes.readUInt8(at++);
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}

/** A number of at most 32 bits in unsigned LEB128. @param {number} value @returns {Bytes} */
export function u32(value) {
  const bytes = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value ? low | 128 : low);
  } while (value);
  return Buffer.from(bytes);
}

/** A number that is not negative, in signed LEB128: its highest bit must not look like a sign. @param {number} value @returns {Bytes} */
export function signed(value) {
  const bytes = u32(value);
  const last = bytes.length - 1;
  const highest = bytes.readUInt8(last);
  if (!(highest & 64)) return bytes;
  bytes.writeUInt8(highest | 128, last);
  return Buffer.concat([bytes, Buffer.from([0])]);
}

/** @param {Bytes} body */
const sized = (body) => Buffer.concat([u32(body.length), body]);

/** @param {Bytes[]} items */
const vector = (items) => Buffer.concat([u32(items.length), ...items]);
