/**
 * Entries that somebody else typed: those of a link, of a saved file, of a records system. A form may only answer them when
 * it asks just what they say, and what it cannot hold must be seen by whoever opens them.
 */

/** Longest fragment and largest file that are read: no form holds more, and a page must not stand still over one. */
export const LONGEST_LINK = 100_000;
export const LARGEST_FILE = 1_000_000;
/** Entries of one form, rows counted in. */
export const MOST_ENTRIES = 2_000;
const SHOWN = 10;
const LONGEST_SHOWN = 60;

/**
 * What was given and does not stand in the form now: the names and values of each, those that are doubled as well.
 *
 * @param {[string, string][]} given
 * @param {[string, string][]} placed what the form holds
 * @returns {[string, string][]}
 */
export function unplaced(given, placed) {
  const left = placed.map(keyOf);
  return given.filter(([name, value]) => {
    if (!value.trim()) return false;
    const place = left.indexOf(keyOf([name, value]));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** @param {[string, string]} entry */
function keyOf([name, value]) {
  return JSON.stringify([name, value]);
}

/**
 * Why entries may not be answered as they are; empty when they may.
 *
 * @param {{what: string, version: string | null, left: [string, string][]}} given what they come with ("link", "file"), the
 *   version of the calculator that they were made with, and what the form could not hold
 * @param {string} version of the calculator here
 * @param {Record<string, string>} [recalled] why versions of it were withdrawn
 * @returns {string[]}
 */
export function doubts({ what, version: made, left }, version, recalled = {}) {
  const found = [];
  const withdrawn = recalled[made ?? ""];
  if (withdrawn)
    found.push(`Version ${made} of the calculator, with which this ${what} was made, is withdrawn. ${withdrawn}`);
  if (made !== version) {
    const other = made === null ? "does not say its version" : `was made with version ${shortened(made)}`;
    found.push(
      `This ${what} ${other} of the calculator. This is version ${version}: what it asks may have changed. Compare each entry with its source.`,
    );
  }
  if (left.length) {
    const shown = left.slice(0, SHOWN).map(([name, value]) => `${shortened(name)}: ${shortened(value)}`);
    const more = left.length > SHOWN ? ` and ${left.length - SHOWN} more` : "";
    found.push(
      `${left.length === 1 ? "One entry" : `${left.length} entries`} of this ${what} ${left.length === 1 ? "has" : "have"} no place in this form and ${left.length === 1 ? "is" : "are"} left out: ${shown.join("; ")}${more}.`,
    );
  }
  return found;
}

/**
 * Why so many entries, or rows, are refused; empty when they are not.
 *
 * @param {string} what they come with
 * @param {[string, string][]} entries
 * @param {{name: string, one: string, most: number, count: number}[]} rows of each question that repeats
 * @returns {string}
 */
export function tooMany(what, entries, rows) {
  if (entries.length > MOST_ENTRIES) {
    return `This ${what} holds ${entries.length} entries, and at most ${MOST_ENTRIES} are read.`;
  }
  const over = rows.find(({ count, most }) => count > most);
  return over ? `This ${what} holds ${over.count} of “${over.one}”, and this form takes at most ${over.most}.` : "";
}

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
