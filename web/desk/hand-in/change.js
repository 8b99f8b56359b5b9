/**
 * What an editor hands in: files of the repository, each with the text that it was begun from.
 *
 * @typedef {object} ChangedFile
 * @property {string} path from the top of the repository, with slashes
 * @property {string} [name] what the editor calls it; otherwise its path
 * @property {string | null} text null where the file is to go
 * @property {Uint8Array} [bytes] the content of a picture, in place of the text
 * @property {string | null} base the text that it was begun from; null where there was no file
 * @property {Uint8Array} [baseBytes] the picture that it was begun from, in place of the text
 *
 * @typedef {object} Change
 * @property {string} title one line: what was done
 * @property {string} summary more of it, for whoever takes the change in; may be empty
 * @property {readonly ChangedFile[]} files
 * @property {string} [branch] a name to begin with; otherwise one is made from the first file
 */

/** The folders that editors change. Programs and settings are no editor's work. */
const FOLDERS = ["content/", "docs/"];
const LONGEST_NAME = 50;

/** @param {string} text */
export const toBytes = (text) => new TextEncoder().encode(text);

/** The text of bytes, to the byte; null where they are none, such as a picture. @param {Uint8Array} bytes */
export function toText(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** @param {ChangedFile} file @returns {Uint8Array | null} */
export const contentOf = ({ bytes, text }) => bytes ?? (text === null ? null : toBytes(text));

/** @param {ChangedFile} file @returns {Uint8Array | null} */
export const baseOf = ({ baseBytes, base }) => baseBytes ?? (base === null ? null : toBytes(base));

/** @param {Uint8Array | null} one @param {Uint8Array | null} other */
export function same(one, other) {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

export const NO_TITLE = "Say in one line what you changed: others see it as the name of the change.";

/** What keeps a change from being handed in, in words; an empty text where nothing does. @param {Change} change */
export function whyNot({ title, files }) {
  if (!files.length) return "There is nothing to hand in: choose an article first.";
  if (!title.trim()) return NO_TITLE;
  for (const { path } of files) {
    const isPlain =
      /^[\w.@+() -]+(?:\/[\w.@+() -]+)*$/.test(path) && !path.split("/").some((part) => /^\.|[. ]$/.test(part));
    if (!isPlain || !FOLDERS.some((folder) => path.startsWith(folder)))
      return `${path} cannot be handed in from here: only files in ${FOLDERS.join(" and ")} can, and their names have no special signs.`;
  }
  const twice = files.find(({ path }, place) => files.findIndex((other) => other.path === path) !== place);
  return twice ? `${twice.path} is there twice. Keep one.` : "";
}

/** What names a change where one name is needed: its first article, or its first file. @param {Pick<Change, "files">} change */
export const mainFile = ({ files }) =>
  files.find(({ path, text }) => path.startsWith("content/articles/") && text !== null) ?? files[0];

/** The name of the branch to begin with. @param {Change} change @param {Date} now */
export function branchName({ branch, files }, now) {
  if (branch) return branch;
  const name =
    mainFile({ files })
      ?.path.split("/")
      .pop()
      ?.replace(/\.\w+$/, "") ?? "change";
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, "");
  return `desk/${plain || "change"}-${now.toISOString().slice(0, 10)}`;
}
