/** @import { PyodideAPI } from "pyodide" */

const PLACE = "/release.zip";

/**
 * An earlier version of the calculators takes the place of the present one. Nothing of either has been imported yet, and the
 * standard library is the present one.
 *
 * @param {PyodideAPI} python
 * @param {ArrayBuffer} sources packed
 */
export function useRelease(python, sources) {
  python.FS.writeFile(PLACE, new Uint8Array(sources));
  python.runPython(`import sys; sys.path.insert(0, "${PLACE}")`);
}
