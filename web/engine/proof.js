/** The check that this device calculates as the build did: questions whose replies are known, asked before any of the reader's. */
import { EngineFailure } from "./failure.js";

/** Each calculator's questions: its `values` as JSON, with the CRC-32 of the reply. @typedef {Record<string, [string, number][]>} ReferenceAnswers */

/** Refuses to answer unless the whole text of each known reply is reproduced. @param {[string, number][]} known @param {string} calculator @param {(question: string) => string | Promise<string>} answer */
export async function prove(known, calculator, answer) {
  for (const [values, checksum] of known) {
    const question = `{"calculator":"${calculator}","values":${values}}`;
    if (crc32(await answer(question)) !== checksum) throw new EngineFailure("wrong", question);
  }
}

const POLYNOMIAL = 0xedb88320;
const BITS = 8;

/** Needs no https, unlike a digest, and tells apart any two texts that differ in one place by up to four bytes. @param {string} text */
export function crc32(text) {
  let rest = -1;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < BITS; bit++) rest = (rest >>> 1) ^ (rest & 1 ? POLYNOMIAL : 0);
  }
  return ~rest >>> 0;
}
