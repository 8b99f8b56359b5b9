/**
 * A worksheet as a file that the clinician keeps: nothing of it stays in the browser when its tab is closed.
 *
 * @typedef {{calculator: string, version: string, saved: string, entries: [string, string][], days: [string, string][]}} Saved
 */

const FORMAT = "ketamine-association-worksheet";
/** Changes when older pages could no longer read what newer ones save. */
const FORMAT_VERSION = 1;

/** @param {Saved} saved */
export function asFile(saved) {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, ...saved }, null, 1)}\n`;
}

/**
 * The entries of a saved file, or why it cannot be opened.
 *
 * @param {string} text
 * @param {string} calculator
 * @param {string} [here] the version of the calculator on this page: what a newer one has saved may hold more than this one can
 * @param {readonly string[]} [takes] other calculators of whose files a part can be taken
 * @returns {{entries: [string, string][], days: [string, string][], saved: string, version: string | null, from?: string} | {refused: string}}
 */
export function fromFile(text, calculator, here, takes = []) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { refused: "Choose a saved worksheet: this file is not one." };
  }
  if (typeof found !== "object" || found === null || found.format !== FORMAT || !areEntries(found.entries)) {
    return { refused: "Choose a saved worksheet: this file holds none." };
  }
  if (found.formatVersion !== FORMAT_VERSION) {
    return {
      refused:
        "This file was saved by another edition of this site. Load the page anew, or open the file where it was saved.",
    };
  }
  const saved = String(found.saved ?? "").slice(0, 10);
  if (takes.includes(found.calculator)) {
    return { entries: found.entries, days: [], saved, version: null, from: found.calculator };
  }
  if (found.calculator !== calculator) {
    return { refused: `This file was saved from “${String(found.calculator).slice(0, 60)}”. Open it there.` };
  }
  const version = typeof found.version === "string" ? found.version : null;
  if (version && here && isNewer(version, here)) {
    return {
      refused: `Load this page anew: this file was saved with version ${version.slice(0, 20)} of this calculator, and this page has ${here}. If it stays so, open the file where it was saved.`,
    };
  }
  const days = areEntries(found.days) ? found.days : [];
  return { entries: found.entries, days, saved, version };
}

/** Whether a version such as 2.10 comes after another, such as 2.9. @param {string} version @param {string} other */
function isNewer(version, other) {
  return version.localeCompare(other, "en", { numeric: true }) > 0;
}

/** @param {unknown} entries @returns {entries is [string, string][]} */
function areEntries(entries) {
  return (
    Array.isArray(entries) &&
    entries.every(
      (entry) => Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string"),
    )
  );
}
