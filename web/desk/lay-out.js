/** Files laid into Python's own file system, for the desk's worker and for the program that makes its snapshot. */
import { filesOf } from "./stored-zip.js";

/** @import { PyodideAPI } from "pyodide" */

/** The date of every file, in milliseconds: what was made of one before the snapshot was taken is still fresh after it. */
const DATE = Date.UTC(1980, 0, 1);
/** The folders that Python imports press and the calculators from. */
export const PATHS = ["/modules", "/project/calculators/src"];
/** The folder of the project. */
export const ROOT = "/project";

/** @param {ArrayBuffer} archive @param {PyodideAPI["FS"]} FS */
export function layOut(archive, FS) {
  for (const [name, content] of filesOf(archive)) put(`/${name}`, content, FS);
}

/** @param {string} path @param {Uint8Array} content @param {PyodideAPI["FS"]} FS */
export function put(path, content, FS) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, content);
  FS.utime(path, DATE, DATE);
}
