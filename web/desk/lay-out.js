/** Files laid into Python's own file system, for the desk's worker and for the program that makes its snapshot. */
import { filesOf } from "./stored-zip.js";

/** @import { PyodideAPI } from "pyodide" */

/**
 * @typedef {object} Folder a folder of Emscripten's file system in memory, as far as it is used here
 * @property {{mknod(folder: Folder, name: string, mode: number, device: number): object}} node_ops
 */

/** The date of every file, in milliseconds: what was made of one before the snapshot was taken is still fresh after it. */
const DATE = Date.UTC(1980, 0, 1);
/** A plain file that its owner may write and everybody may read. */
const MODE = 0o100644;
/** The folders that Python imports press and the calculators from. */
export const PATHS = ["/modules", "/project/calculators/src"];
/** The folder of the project. */
export const ROOT = "/project";

/** @param {ArrayBuffer} archive whose files are not there yet @param {PyodideAPI["FS"]} FS */
export function layOut(archive, FS) {
  /** @type {Map<string, Folder>} */
  const folders = new Map();
  for (const [name, content] of filesOf(archive)) {
    const end = name.lastIndexOf("/");
    const path = `/${name.slice(0, Math.max(end, 0))}`;
    const folder = folders.get(path) ?? folderOf(path, FS);
    folders.set(path, folder);
    // A thousand files by their paths take a tenth of the start. The file is the part of the archive, not a copy.
    Object.assign(folder.node_ops.mknod(folder, name.slice(end + 1), MODE, 0), {
      contents: content,
      usedBytes: content.length,
      atime: DATE,
      mtime: DATE,
      ctime: DATE,
    });
  }
}

/** @param {string} path @param {PyodideAPI["FS"]} FS @returns {Folder} */
function folderOf(path, FS) {
  FS.mkdirTree(path);
  return FS.lookupPath(path, {}).node;
}

/** Lays out one file, in a folder that may not be there yet. @param {string} path @param {Uint8Array} content @param {PyodideAPI["FS"]} FS */
export function put(path, content, FS) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, content);
  FS.utime(path, DATE, DATE);
}
