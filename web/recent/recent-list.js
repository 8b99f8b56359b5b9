/**
 * Which tools were used in this browser, the last one first: ids and nothing else, kept on this device alone, and only once the
 * reader has said so.
 */
const KEY = "press.used";
/** Where earlier editions kept such a list without being asked. */
const UNASKED = "press.recent";
const MOST = 5;
const ID = /^[a-z]\w*$/;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Keeper */

/** The ids; null while the reader has not asked for a list. @param {Keeper} storage @returns {string[] | null} */
export function recentIds(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "null");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string" && ID.test(id)).slice(0, MOST) : null;
  } catch {
    return null;
  }
}

/** Puts one first, if there is to be a list. @param {Keeper} storage @param {string} id */
export function noteUsed(storage, id) {
  const ids = recentIds(storage);
  if (ids && ID.test(id)) keep(storage, [id, ...ids.filter((other) => other !== id)].slice(0, MOST));
}

/** Begins an empty list, or takes the list away. @param {Keeper} storage @param {boolean} isKept */
export function switchRecent(storage, isKept) {
  if (isKept) keep(storage, []);
  else storage.removeItem(KEY);
}

/** Takes away what was kept unasked. @param {Keeper} storage */
export function forgetUnasked(storage) {
  storage.removeItem(UNASKED);
}

/** @param {Keeper} storage @param {string[]} ids */
function keep(storage, ids) {
  try {
    storage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Storage is full or forbidden: nothing is kept.
  }
}
