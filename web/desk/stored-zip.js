/**
 * The files of an archive whose members are stored as they are. press/src/press/runtime/desk_library.py writes such archives;
 * whatever compresses a file on its way compresses them.
 */

const RECORD = 0x06054b50;
const RECORD_SIZE = 22;
const MEMBER = 0x02014b50;

/**
 * @param {ArrayBuffer} archive without a comment behind it
 * @returns {Generator<[string, Uint8Array<ArrayBuffer>]>} each file by its name
 */
export function* filesOf(archive) {
  const view = new DataView(archive);
  const record = archive.byteLength - RECORD_SIZE;
  if (record < 0 || view.getUint32(record, true) !== RECORD) throw new Error("This file is not an archive.");
  const names = new TextDecoder();
  let at = view.getUint32(record + 16, true);
  for (let left = view.getUint16(record + 10, true); left > 0; left--) {
    const size = view.getUint32(at + 24, true);
    if (view.getUint32(at, true) !== MEMBER || view.getUint32(at + 20, true) !== size)
      throw new Error("This archive is compressed.");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const head = view.getUint32(at + 42, true);
    const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    yield [names.decode(new Uint8Array(archive, at + 46, name)), new Uint8Array(archive, start, size)];
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}
