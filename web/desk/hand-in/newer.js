/**
 * What has been changed by others since an editor began.
 *
 * @typedef {object} Conflict a file that is not as it was when the editor began
 * @property {string} path
 * @property {string} [name] what the editor calls it
 * @property {string | null} mine null for a picture, and where it is to go
 * @property {boolean} isTakenAway by the editor who hands in
 * @property {string | null} theirs as it is now; null where others took the file away
 * @property {string | null} base
 * @property {Part[] | null} parts line by line; null where a file is a picture, or is gone: one of the two is chosen whole
 * @property {Uint8Array | null} theirBytes
 */
import { baseOf, contentOf, same, toText } from "./change.js";
import { partsOf } from "./merge.js";

/** @import { Change, ChangedFile } from "./change.js" */
/** @import { Part } from "./merge.js" */

/**
 * @param {Change} change
 * @param {ReadonlyMap<string, Uint8Array | null>} theirs what is there now, by path
 * @returns {{toWrite: ChangedFile[], conflicts: Conflict[]}} what has to be written, since it differs from what is there
 */
export function compared({ files }, theirs) {
  /** @type {ChangedFile[]} */
  const toWrite = [];
  /** @type {Conflict[]} */
  const conflicts = [];
  for (const file of files) {
    const there = theirs.get(file.path) ?? null;
    if (same(there, contentOf(file))) continue;
    if (same(there, baseOf(file))) toWrite.push(file);
    else conflicts.push(conflictOf(file, there));
  }
  return { toWrite, conflicts };
}

/** @param {ChangedFile} file @param {Uint8Array | null} there @returns {Conflict} */
function conflictOf(file, there) {
  const theirs = there && toText(there);
  const isText = !file.bytes && file.text !== null && theirs !== null;
  return {
    path: file.path,
    ...(file.name ? { name: file.name } : {}),
    mine: file.bytes ? null : file.text,
    isTakenAway: !contentOf(file),
    theirs,
    base: file.base,
    parts: isText ? partsOf(file.text ?? "", file.base ?? "", theirs ?? "") : null,
    theirBytes: there,
  };
}

/**
 * The change, with a file settled: it stands now on what others wrote.
 *
 * @param {Change} change
 * @param {Conflict} conflict
 * @param {{text: string} | "mine" | "theirs"} choice
 * @returns {Change}
 */
export function settled(change, { path, theirs, theirBytes }, choice) {
  const files = change.files.flatMap((file) => {
    if (file.path !== path) return [file];
    if (choice === "theirs") return [];
    const begun = theirs === null && theirBytes ? { base: null, baseBytes: theirBytes } : { base: theirs };
    const { baseBytes: _, ...rest } = file;
    return [choice === "mine" ? { ...rest, ...begun } : { ...rest, ...begun, text: choice.text }];
  });
  return { ...change, files };
}
