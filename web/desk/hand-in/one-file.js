/** A change as one file that can be sent to somebody: the article itself, or a zip archive of all files. */
import { zipSync } from "fflate";
import { contentOf, mainFile, toBytes } from "./change.js";
import { patchOf } from "./patch.js";

/** @import { Change } from "./change.js" */

/** @typedef {{name: string, type: string, content: Uint8Array}} FileToSave */

/** @param {string} path */
const lastPart = (path) => path.split("/").pop() ?? path;

/** What names an archive or a patch: the first article in it, or the first file. @param {Change} change */
const nameOf = (change) => lastPart(mainFile(change)?.path ?? "change").replace(/\.\w+$/, "");

/** @param {Change} change @returns {FileToSave} */
export function fileToSend(change) {
  const [first, second] = change.files;
  const content = first && contentOf(first);
  if (first && content && !second)
    return { name: lastPart(first.path), type: first.bytes ? "application/octet-stream" : "text/markdown", content };
  /** @type {Record<string, Uint8Array>} */
  const packed = { "READ-ME.txt": toBytes(readMe(change)) };
  for (const file of change.files) {
    const bytes = contentOf(file);
    if (bytes) packed[file.path] = bytes;
  }
  return { name: `${nameOf(change)}.zip`, type: "application/zip", content: zipSync(packed) };
}

/** @param {Change} change */
function readMe({ title, summary, files }) {
  const gone = files.filter((file) => !contentOf(file)).map(({ path }) => `- ${path}`);
  const lines = [
    title,
    ...(summary.trim() ? ["", summary.trim()] : []),
    "",
    "The files of this archive belong into the folder of the project, each at the place that its name says.",
    "Compare each with what is there: somebody else may have changed it since.",
    ...(gone.length ? ["", "These files are to be deleted:", ...gone] : []),
  ];
  return `${lines.join("\r\n")}\r\n`;
}

/** @param {Change} change @returns {FileToSave} */
export const patchToSend = (change) => ({
  name: `${nameOf(change)}.patch`,
  type: "text/x-patch",
  content: toBytes(patchOf(change)),
});
