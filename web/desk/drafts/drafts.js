/** What an editor has written and not handed in. It is kept in this browser, on this device, and nowhere else. */
import { note, notes, strikeOut } from "./journal.js";

/**
 * A file that was begun here. `base` is the text that it was begun from, null for a new one; `text` is null where a command took
 * the file away. A picture has its bytes instead, as `base64`.
 *
 * @typedef {{path: string, text: string | null, base: string | null, at: number, title?: string, base64?: string}} Draft
 */

const NAME = "editors-desk";
const STORE = "drafts";

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** Keeps a file as it is now; one that is again as it was begun from is forgotten. @param {Draft} draft */
export async function keepDraft(draft) {
  const { path } = draft;
  if (draft.base64) {
    strikeOut(path);
    await put(draft);
    return;
  }
  // Before anything is waited for: a tab that is killed meanwhile has noted it.
  const noted = note(draft);
  await (isAsBegun(draft) ? remove(path) : put(draft));
  strikeOut(path, noted);
}

/** Every draft of this device, the newest first. @returns {Promise<Draft[]>} */
export async function drafts() {
  const noted = notes();
  const kept = /** @type {Draft[]} */ (await inStore("readonly", (store) => store.getAll()));
  return newest(kept, noted).sort((one, other) => other.at - one.at);
}

/** @param {string} path @returns {Promise<Draft | undefined>} */
export async function draftOf(path) {
  const noted = notes().filter((draft) => draft.path === path);
  const kept = /** @type {Draft | undefined} */ (await inStore("readonly", (store) => store.get(path)));
  return newest(kept ? [kept] : [], noted)[0];
}

/** @param {string} path */
export async function forget(path) {
  strikeOut(path);
  await remove(path);
}

/** What is kept, with what was still on its way when it was asked for. @param {readonly Draft[]} kept @param {readonly Draft[]} noted */
function newest(kept, noted) {
  const all = new Map(kept.map((draft) => [draft.path, draft]));
  for (const draft of noted) if ((all.get(draft.path)?.at ?? 0) <= draft.at) all.set(draft.path, draft);
  return [...all.values()].filter((draft) => !isAsBegun(draft));
}

/** @param {Draft} draft */
const isAsBegun = ({ text, base, base64 }) => !base64 && text === base;
/** @param {Draft} draft */
const put = (draft) => inStore("readwrite", (store) => store.put(draft));
/** @param {string} path */
const remove = (path) => inStore("readwrite", (store) => store.delete(path));

/**
 * @template Result
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} act
 * @returns {Promise<Result>}
 */
async function inStore(mode, act) {
  opened ??= database();
  const base = await opened.catch((thrown) => {
    opened = undefined; // The next try asks again.
    throw thrown;
  });
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    // At once, without waiting for the page to hear that it was done.
    if (mode === "readwrite") transaction.commit();
    // A full disk is known when the whole is written, not when it was asked for.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser did not write it."));
  });
}

/** @returns {Promise<IDBDatabase>} */
function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "path" });
    request.onsuccess = () => {
      const base = request.result;
      const isGone = () => {
        opened = undefined;
      };
      // Another tab with a newer desk must not wait for this one.
      base.onversionchange = () => {
        base.close();
        isGone();
      };
      // The browser closes it where the disk fails or the reader clears what the site keeps.
      base.onclose = isGone;
      resolve(base);
    };
    request.onerror = () => reject(request.error ?? new Error("The browser keeps nothing here."));
  });
}
