/**
 * The drafts that are on their way into the database. A browser undoes whatever a database has not completed when its tab is killed,
 * even a transaction that the tab has asked to be committed. Local storage takes a text in one step, and nothing undoes that.
 */

/** @import { Draft } from "./drafts.js" */

const NAME = "editors-desk-writing ";

/** Notes a draft before the database is asked to keep it. @param {Draft} draft @returns {string} the note, by which it is struck out again */
export function note(draft) {
  const words = JSON.stringify(draft);
  try {
    localStorage.setItem(NAME + draft.path, words);
  } catch {
    // There is no room for it. An older note would pass for the newest text.
    strikeOut(draft.path);
  }
  return words;
}

/** Removes the note of a file. @param {string} path @param {string} [words] only if it is this one still */
export function strikeOut(path, words) {
  try {
    if (words === undefined || localStorage.getItem(NAME + path) === words) localStorage.removeItem(NAME + path);
  } catch {
    // A browser that keeps nothing has no notes.
  }
}

/** Every note that is not struck out. @returns {Draft[]} */
export function notes() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(NAME));
    return names.flatMap((name) => draftIn(localStorage.getItem(name) ?? ""));
  } catch {
    return [];
  }
}

/** One that cannot be read takes no other along. @param {string} words @returns {Draft[]} */
function draftIn(words) {
  try {
    return [JSON.parse(words)];
  } catch {
    return [];
  }
}
