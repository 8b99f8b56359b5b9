/** The snapshot of the desk's Python without what holds only zeros, a quarter of it: a browser reads the less, the sooner it is ready. */
import { packed, unpack } from "../engine/snapshot.js";

const WORD = 4;

/** The stretches of it as for readers, and then its length. @param {Uint8Array} snapshot */
export function packedSnapshot(snapshot) {
  const stretches = packed(snapshot);
  const file = new Uint8Array(stretches.length + WORD);
  file.set(stretches);
  new DataView(file.buffer).setUint32(stretches.length, snapshot.length, true);
  return file;
}

/** What was packed. @param {ArrayBuffer} file */
export function unpackedSnapshot(file) {
  const snapshot = new Uint8Array(new DataView(file).getUint32(file.byteLength - WORD, true));
  unpack(file, snapshot);
  return snapshot;
}
