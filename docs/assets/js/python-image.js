/**
 * The image of Python's memory that goes with the site: Pyodide's own snapshot, less what the core brings itself and less
 * what is empty. It is made by press/src/press/runtime/image.mjs, with the core that it belongs to.
 *
 * In the file, numbers of four bytes, the lowest first: the length of the head, how much of the memory the core fills, and
 * how many stretches there are; then where each stretch begins in memory and how long it is; then the head and the stretches.
 */

const PAGE = 256;
const NUMBER = 4;

/** @typedef {{head: Uint8Array<ArrayBuffer>, filled: number, stretches: {at: number, bytes: Uint8Array}[]}} Image */

/**
 * @param {Uint8Array<ArrayBuffer>} snapshot as Pyodide makes it
 * @param {Uint8Array} before the memory when Python had not yet started in it
 * @returns {Uint8Array<ArrayBuffer>} the file
 */
export function packed(snapshot, before) {
  const [length = 0] = new Uint32Array(snapshot.buffer, snapshot.byteOffset + NUMBER, 1);
  const memory = snapshot.slice(length);
  const filled = Math.ceil((before.findLastIndex((byte) => byte !== 0) + 1) / PAGE) * PAGE;
  mix(memory, before.subarray(0, filled));
  /** @type {[number, number][]} */
  const stretches = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    if (!memory.subarray(at, at + PAGE).some((byte) => byte !== 0)) continue;
    const last = stretches.at(-1);
    if (last?.[1] === at) last[1] = at + PAGE;
    else stretches.push([at, at + PAGE]);
  }
  const table = new Uint32Array([length, filled, stretches.length, ...stretches.flatMap(([from, to]) => [from, to - from])]);
  const parts = [new Uint8Array(table.buffer), snapshot.subarray(0, length), ...stretches.map(([from, to]) => memory.subarray(from, to))];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** @param {ArrayBuffer} file @returns {Image} */
export function unpacked(file) {
  const [length = 0, filled = 0, count = 0] = new Uint32Array(file, 0, 3);
  const table = new Uint32Array(file, 3 * NUMBER, 2 * count);
  let next = (3 + 2 * count) * NUMBER;
  const head = new Uint8Array(file, next, length);
  next += length;
  const stretches = [];
  for (let row = 0; row < count; row++) {
    const [at = 0, size = 0] = table.subarray(2 * row, 2 * row + 2);
    stretches.push({ at, bytes: new Uint8Array(file, next, size) });
    next += size;
  }
  return { head, filled, stretches };
}

/**
 * Makes the memory what it was when the image was taken.
 * @param {Image} image
 * @param {Uint8Array} memory
 * @param {Uint8Array} before as much of the memory as the core fills, from before anything ran in it
 */
export function restore({ stretches }, memory, before) {
  memory.set(before);
  memory.fill(0, before.length);
  for (const { at, bytes } of stretches) {
    if (at >= before.length) memory.set(bytes, at);
    else mix(memory.subarray(at), bytes);
  }
}

/**
 * Takes away what both have in common; done again, it puts it back. Four bytes at a time: this runs before browsers have
 * made it fast.
 * @param {Uint8Array} into
 * @param {Uint8Array} other as long as it, or shorter; both stand and end on a multiple of four
 */
function mix(into, other) {
  const numbers = new Uint32Array(into.buffer, into.byteOffset, other.length / NUMBER);
  const others = new Uint32Array(other.buffer, other.byteOffset, numbers.length);
  for (let at = 0; at < others.length; at++) numbers[at] = /** @type {number} */ (numbers[at]) ^ /** @type {number} */ (others[at]);
}
