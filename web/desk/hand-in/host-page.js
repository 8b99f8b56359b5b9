/**
 * GitHub's own page for a new file or for a file that is there. It takes a text in its address as long as the address is short
 * enough; a longer one goes by way of the clipboard. Signed in there, the editor needs no token.
 */
import { inAddress } from "./requests.js";

/** @import { Change, ChangedFile } from "./change.js" */
/** @import { Settings } from "./settings.js" */

/** Longer addresses are refused by servers, in characters after encoding. */
export const LONGEST_ADDRESS = 8_000;

/** The one text that the page takes; null where a change has several. @param {Change} change */
export function oneText({ files }) {
  const [text, more] = files.filter(({ bytes }) => !bytes);
  return text && !more && text.text !== null ? text : null;
}

/**
 * @param {Settings} settings
 * @param {ChangedFile} file
 * @param {boolean} isNew
 * @returns {{address: string, copy: string}} `copy` is the text for the clipboard; empty where the address holds it
 */
export function pageFor({ address, repository, branch }, { path, text }, isNew) {
  const root = `${address}/${repository}`;
  const copy = text ?? "";
  if (!isNew) return { address: `${root}/edit/${inAddress(branch)}/${inAddress(path)}`, copy };
  const page = `${root}/new/${inAddress(branch)}?filename=${encodeURIComponent(path)}`;
  const whole = `${page}&value=${encodeURIComponent(copy)}`;
  return whole.length <= LONGEST_ADDRESS ? { address: whole, copy: "" } : { address: page, copy };
}

/** Where a picture is put by hand. @param {Settings} settings @param {string} path */
export function uploadPage({ address, repository, branch }, path) {
  const folder = path.split("/").slice(0, -1).join("/");
  return `${address}/${repository}/upload/${inAddress(branch)}/${inAddress(folder)}`;
}
