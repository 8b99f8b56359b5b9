/**
 * Which calculators were used in this browser, the last one first: ids and nothing else, kept on this device alone. The reader can
 * switch it off; storage that is forbidden is switched off.
 */
const KEY = "press.recent";
const MOST = 6;
const ID = /^[a-z]\w*$/;

/** @typedef {Pick<Storage, "getItem" | "setItem">} Keeper */

/** The ids; null when the reader wants none kept. @param {Keeper} storage @returns {string[] | null} */
export function recentIds(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "[]");
    if (kept === false) return null;
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string" && ID.test(id)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts one first. @param {Keeper} storage @param {string} id */
export function noteUsed(storage, id) {
  const ids = recentIds(storage);
  if (ids && ID.test(id)) keep(storage, [id, ...ids.filter((other) => other !== id)].slice(0, MOST));
}

/** Empties the list; from now on it is kept or not. @param {Keeper} storage @param {boolean} isKept */
export function switchRecent(storage, isKept) {
  keep(storage, isKept ? [] : false);
}

/** @param {Keeper} storage @param {string[] | false} value */
function keep(storage, value) {
  try {
    storage.setItem(KEY, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: nothing is kept.
  }
}
