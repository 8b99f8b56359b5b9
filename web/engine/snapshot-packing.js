/**
 * The image of Python's memory that goes with the site, without what is empty. press/src/press/runtime/image.mjs makes it.
 *
 * In the file, numbers of four bytes, the lowest first: how many stretches there are, and where each begins in memory and
 * how long it is; then the stretches.
 */

const PAGE = 256;
const NUMBER = 4;

/**
 * @param {Uint8Array} memory
 * @returns {Uint8Array<ArrayBuffer>} the file
 */
export function packed(memory) {
  /** @type {[number, number][]} */
  const stretches = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    if (!memory.subarray(at, at + PAGE).some((byte) => byte !== 0)) continue;
    const last = stretches.at(-1);
    if (last?.[1] === at) last[1] = at + PAGE;
    else stretches.push([at, at + PAGE]);
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
 * Makes memory that nothing has yet been written to what it was when the image was taken.
 * @param {ArrayBuffer} file
 * @param {Uint8Array} memory
 */
export function restore(file, memory) {
  const [count = 0] = new Uint32Array(file, 0, 1);
  const table = new Uint32Array(file, NUMBER, 2 * count);
  let next = (1 + 2 * count) * NUMBER;
  for (let row = 0; row < count; row++) {
    const [at = 0, size = 0] = table.subarray(2 * row, 2 * row + 2);
    memory.set(new Uint8Array(file, next, size), at);
    next += size;
  }
}
