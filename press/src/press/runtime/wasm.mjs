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
/** The name under which `counting` offers whether a function was called, before the function's number. */
const CALLED = "called ";
/** Where the glue lets the data begin: it passes this on as `__memory_base`. */
export const BASE = 1024;
/** Fewer zeros than this between two stretches of data are not worth a segment of their own. */
const SHORTEST_GAP = 256;

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
  return rewritten(bytes, {
    [EXPORTS]: (body) => {
      let [count, at] = number(body, 0);
      const kept = [];
      for (; count > 0; count--) {
        const start = at;
        const [length, text] = number(body, at);
        const name = body.toString("utf8", text, text + length);
        const kind = body[text + length];
        [, at] = number(body, text + length + 1);
        if ((kind !== FUNCTION && kind !== GLOBAL) || wanted(name)) kept.push(body.subarray(start, at));
      }
      return vector(kept);
    },
  });
}

/** What the file puts into memory, and where. @param {Buffer} bytes @returns {{address: number, data: Buffer}} */
export function dataOf(bytes) {
  /** @type {[number, Buffer][]} */
  const segments = [];
  rewritten(bytes, {
    [DATA]: (body) => {
      let [count, at] = number(body, 0);
      for (; count > 0; count--) {
        const [value, end] = number(body, at + 2);
        const address = { [I32_CONST]: value, [GLOBAL_GET]: BASE }[body[at + 1]];
        if (body[at] !== 0 || address === undefined || body[end] !== END) throw new Error("A segment of data stands in another way than before.");
        const [length, from] = number(body, end + 1);
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

/** The same file with other data. Memory is empty at first, so long stretches of zeros are left out. @param {Buffer} bytes @param {{address: number, data: Buffer}} given */
export function withData(bytes, { address, data }) {
  const segments = stretches(data).map(([from, to]) =>
    Buffer.concat([Buffer.from([0, I32_CONST]), signed(address + from), Buffer.from([END]), leb(to - from), data.subarray(from, to)]),
  );
  return rewritten(bytes, { [DATA_COUNT]: () => leb(segments.length), [DATA]: () => vector(segments) });
}

/** How many functions the file itself holds. @param {Buffer} bytes */
function functionsOf(bytes) {
  let count = 0;
  rewritten(bytes, {
    [CODE]: (body) => {
      [count] = number(body, 0);
      return body;
    },
  });
  return count;
}

/** The same file, which also tells of each of its functions whether it was ever called: see `called`. @param {Buffer} bytes */
export function counting(bytes) {
  const count = functionsOf(bytes);
  const numbers = Array.from({ length: count }, (_, index) => index);
  let first = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "global").length;
  return rewritten(bytes, {
    [GLOBALS]: (body) => {
      const [own, at] = number(body, 0);
      first += own;
      const flag = Buffer.from([I32, 1, I32_CONST, 0, END]);
      return Buffer.concat([leb(own + count), body.subarray(at), ...numbers.map(() => flag)]);
    },
    [EXPORTS]: (body) => {
      const [own, at] = number(body, 0);
      const more = numbers.map((index) => {
        const name = Buffer.from(CALLED + index);
        return Buffer.concat([leb(name.length), name, Buffer.from([GLOBAL]), leb(first + index)]);
      });
      return Buffer.concat([leb(own + count), body.subarray(at), ...more]);
    },
    [CODE]: (body) =>
      vector(
        functions(body).map((whole, index) => {
          const code = afterLocals(whole);
          const mark = Buffer.concat([Buffer.from([I32_CONST, 1, GLOBAL_SET]), leb(first + index)]);
          return sized(Buffer.concat([whole.subarray(0, code), mark, whole.subarray(code)]));
        }),
      ),
  });
}

/** The numbers of the functions that were called. @param {WebAssembly.Exports} exports of a file made by `counting` */
export function called(exports) {
  const flags = Object.entries(exports).filter(([name, flag]) => name.startsWith(CALLED) && flag instanceof WebAssembly.Global && flag.value);
  return new Set(flags.map(([name]) => Number(name.slice(CALLED.length))));
}

/** As if no function had been called. @param {WebAssembly.Exports} exports of a file made by `counting` */
export function forget(exports) {
  for (const [name, flag] of Object.entries(exports)) if (name.startsWith(CALLED) && flag instanceof WebAssembly.Global) flag.value = 0;
}

/** The same file, in which only these functions can be called; any other stops the program. @param {Buffer} bytes @param {Set<number>} wanted */
export function withOnly(bytes, wanted) {
  const stop = sized(Buffer.from([0, UNREACHABLE, END]));
  return rewritten(bytes, {
    [CODE]: (body) => vector(functions(body).map((whole, index) => (wanted.has(index) ? sized(whole) : stop))),
  });
}

/** The same file with some of its sections written anew. @param {Buffer} bytes @param {Record<number, (body: Buffer) => Buffer>} anew by the section's number */
function rewritten(bytes, anew) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [size, from] = number(bytes, at + 1);
    at = from + size;
    const body = bytes.subarray(from, at);
    parts.push(Buffer.from([id]), sized(anew[id]?.(body) ?? body));
  }
  return Buffer.concat(parts);
}

/** The bodies of the functions. @param {Buffer} section */
function functions(section) {
  let [count, at] = number(section, 0);
  const bodies = [];
  for (; count > 0; count--) {
    const [size, from] = number(section, at);
    at = from + size;
    bodies.push(section.subarray(from, at));
  }
  return bodies;
}

/** Where the code of a function begins. @param {Buffer} body */
function afterLocals(body) {
  let [groups, at] = number(body, 0);
  for (; groups > 0; groups--) at = number(body, at)[1] + 1;
  return at;
}

/** The stretches between long runs of zeros. @param {Buffer} data @returns {[number, number][]} */
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

/** An unsigned LEB128 number and the place after it. @param {Buffer} bytes @param {number} at @returns {[number, number]} */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}

/** @param {Buffer} body */
const sized = (body) => Buffer.concat([leb(body.length), body]);

/** @param {Buffer[]} items */
const vector = (items) => Buffer.concat([leb(items.length), ...items]);

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

/** A number that is not negative, in the signed form: its highest bit must not look like a sign. @param {number} value */
function signed(value) {
  const bytes = [...leb(value)];
  const last = bytes.length - 1;
  if (!(bytes[last] & 64)) return Buffer.from(bytes);
  bytes[last] |= 128;
  return Buffer.from([...bytes, 0]);
}
