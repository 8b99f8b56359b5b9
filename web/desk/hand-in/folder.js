/**
 * Handing in to a folder of the repository on this computer. All files are written beside the old ones first, and only then put in
 * their places; if one cannot be, those before it are put back.
 */
import { contentOf, same, whyNot } from "./change.js";
import { compared } from "./newer.js";
import { CONFLICT, notDone } from "./propose.js";

/** @import { Change, ChangedFile } from "./change.js" */
/** @import { Outcome } from "./propose.js" */

const WRONG_FOLDER =
  "This is not the folder of the project: the right one holds a file mkdocs.yml and a folder content with articles in it. Nothing was written. Choose again.";

/**
 * @param {FileSystemDirectoryHandle} root
 * @param {Change} change
 * @param {{progress: (words: string) => void}} steps
 * @returns {Promise<Outcome>}
 */
export async function writeFolder(root, change, { progress }) {
  const refused = whyNot(change);
  if (refused) return notDone(refused);
  try {
    if (!(await isProject(root))) return notDone(WRONG_FOLDER);
    progress("Comparing with what is in the folder …");
    /** @type {Map<string, Uint8Array | null>} */
    const there = new Map();
    for (const { path } of change.files) there.set(path, await read(root, path));
    const { toWrite, conflicts } = compared(change, there);
    if (conflicts.length) return notDone(CONFLICT, { conflict: conflicts, change });
    const where = `the folder “${root.name}” on this computer`;
    if (!toWrite.length)
      return {
        done: true,
        certain: true,
        words: `There is nothing left to write: ${where} has just these texts already.`,
      };
    progress("Writing …");
    await writeAll(root, toWrite, there);
    const count = toWrite.length === 1 ? "1 file is" : `${toWrite.length} files are`;
    return {
      done: true,
      certain: true,
      words:
        `Written: ${count} in ${where} (${toWrite.map(({ path }) => path).join(", ")}). ` +
        "Nobody else has them yet. Hand in from there as you do otherwise, or tell whoever looks after the folder.",
    };
  } catch (fault) {
    if (fault instanceof NotPutBack) return notDone(fault.message);
    return notDone(`${wordsFor(fault)} Nothing in the folder was changed, and your text is still here.`);
  }
}

/** @param {FileSystemDirectoryHandle} root */
async function isProject(root) {
  try {
    await root.getFileHandle("mkdocs.yml");
    await (await root.getDirectoryHandle("content")).getDirectoryHandle("articles");
    return true;
  } catch (fault) {
    if (isAbsent(fault)) return false;
    throw fault;
  }
}

/** @param {unknown} fault */
const isAbsent = (fault) => fault instanceof Error && ["NotFoundError", "TypeMismatchError"].includes(fault.name);

/** The folder of a file, and its name in it. @param {FileSystemDirectoryHandle} root @param {string} path @param {boolean} create */
async function place(root, path, create) {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  let folder = root;
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
  return { folder, name };
}

/** @param {FileSystemDirectoryHandle} root @param {string} path @returns {Promise<Uint8Array | null>} null where there is none */
async function read(root, path) {
  try {
    const { folder, name } = await place(root, path, false);
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (fault) {
    if (isAbsent(fault)) return null;
    throw fault;
  }
}

/** Writes beside the file, until `close` puts it in its place. @param {FileSystemDirectoryHandle} root @param {string} path @param {Uint8Array} content */
async function begun(root, path, content) {
  const { folder, name } = await place(root, path, true);
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await stream.write(/** @type {Uint8Array<ArrayBuffer>} */ (content));
  } catch (fault) {
    await stream.abort().catch(() => {}); // the first fault is the one to tell
    throw fault;
  }
  return stream;
}

/** @param {FileSystemDirectoryHandle} root @param {string} path */
async function remove(root, path) {
  const { folder, name } = await place(root, path, false);
  await folder.removeEntry(name);
}

/**
 * @param {FileSystemDirectoryHandle} root
 * @param {readonly ChangedFile[]} files
 * @param {ReadonlyMap<string, Uint8Array | null>} before what was there when it was compared
 */
async function writeAll(root, files, before) {
  /** @type {Map<string, FileSystemWritableFileStream>} */
  const streams = new Map();
  /** Files whose place in the folder may have been touched. @type {Set<string>} */
  const touched = new Set();
  try {
    for (const file of files) {
      const content = contentOf(file);
      if (!content) continue;
      // A new file stands empty in its place from here on.
      if (!before.get(file.path)) touched.add(file.path);
      streams.set(file.path, await begun(root, file.path, content));
    }
    for (const { path } of files) {
      const now = await read(root, path);
      const isNew = !before.get(path) && streams.has(path);
      if (!(isNew ? now?.length === 0 : same(now, before.get(path) ?? null))) throw new Error("changed");
    }
    for (const file of files) {
      touched.add(file.path);
      const stream = streams.get(file.path);
      streams.delete(file.path);
      if (stream) await stream.close();
      else await remove(root, file.path);
      if (!same(await read(root, file.path), contentOf(file))) throw new Error("read back");
    }
  } catch (fault) {
    for (const stream of streams.values()) await stream.abort().catch(() => {}); // the first fault is the one to tell
    await putBack(root, touched, before);
    throw fault;
  }
}

/** Files were changed and could not be put back: the message names them. */
class NotPutBack extends Error {}

/** @param {FileSystemDirectoryHandle} root @param {ReadonlySet<string>} paths @param {ReadonlyMap<string, Uint8Array | null>} before */
async function putBack(root, paths, before) {
  /** @type {string[]} */
  const left = [];
  for (const path of paths) {
    const old = before.get(path) ?? null;
    try {
      if (same(await read(root, path), old)) continue;
      if (old) await (await begun(root, path, old)).close();
      else await remove(root, path);
    } catch {
      left.push(path);
    }
  }
  if (left.length)
    throw new NotPutBack(
      `Writing stopped in the middle, and ${left.join(", ")} could not be put back as before. Look at it in the folder. ` +
        "Your text is still here: hand in again, or save it as one file.",
    );
}

/** @param {unknown} fault */
function wordsFor(fault) {
  const { name, message } = fault instanceof Error ? fault : new Error();
  if (message === "changed") return "Another program changed one of the files at this moment. Hand in again.";
  if (message === "read back") return "What was written could not be read back. Look at the disk.";
  if (name === "NotAllowedError" || name === "SecurityError")
    return "The browser was not allowed to write there. Choose the folder again and allow it.";
  if (name === "QuotaExceededError") return "The disk is full. Make room, then hand in again.";
  if (name === "NoModificationAllowedError")
    return "A file is open in another program, or it is protected against writing. Close that program, then hand in again.";
  if (name === "NotFoundError")
    return "The folder, or a file in it, was moved or deleted meanwhile. Choose the folder again.";
  return `The browser could not write there (${name}${message ? `: ${message}` : ""}).`;
}
