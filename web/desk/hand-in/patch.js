/** A change as a patch that `git apply` takes, byte for byte. */
import { formatPatch, structuredPatch } from "diff";
import { whyNot } from "./change.js";

/** @import { Change, ChangedFile } from "./change.js" */

/** Only texts go into a patch. @param {Change} change */
export const fitsPatch = ({ files }) => files.every(({ bytes, baseBytes }) => !bytes && !baseBytes);

/** @param {Change} change @returns {string} empty where nothing differs */
export function patchOf(change) {
  const refused = whyNot(change);
  if (refused) throw new Error(refused);
  return change.files.map(ofFile).join("");
}

/** @param {ChangedFile} file */
function ofFile({ path, text, base }) {
  if (text === base) return "";
  const patch = structuredPatch(`a/${path}`, `b/${path}`, base ?? "", text ?? "", undefined, undefined, { context: 3 });
  const kind =
    base === null ? { isCreate: true, newMode: "100644" } : text === null ? { isDelete: true, oldMode: "100644" } : {};
  return formatPatch({
    ...patch,
    ...kind,
    isGit: true,
    oldFileName: base === null ? "/dev/null" : `a/${path}`,
    newFileName: text === null ? "/dev/null" : `b/${path}`,
  });
}
