/** Finding a calculator by what it is called. Its names are its title, and then all others, each normalized. */

/** Words of so few letters are inside too many others: they count where a word begins. */
const SHORT = 3;
/** Farther than every name that a calculator has. */
const FARTHEST = 1000;

/** Letters and figures only, so that HAM-D, HAMD and ham d all meet. @param {string} text */
export function normalized(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, "");
}

/** @param {string} text names with a bar between them, as the page has them */
export function namesOf(text) {
  return text.split("|").map(normalized);
}

/** What is asked for, in words. @param {string} text */
export function wordsOf(text) {
  return normalized(text).split(/\s+/).filter(Boolean);
}

/**
 * Whether each of the words is in one of the names.
 *
 * @param {string[]} names
 * @param {string[]} words
 */
export function areFound(names, words) {
  const known = names.join(" ");
  return words.every((word) => (word.length > SHORT ? known.includes(word) : ` ${known}`.includes(` ${word}`)));
}

/**
 * How far what is asked for is from the names: a title that begins so comes first, then an earlier name before a later
 * one, a whole name before one that begins so, and at last what has the words elsewhere.
 *
 * @param {string[]} names
 * @param {string} asked
 */
export function distance(names, asked) {
  const start = normalized(asked).trim();
  if (names[0]?.startsWith(start)) return 0;
  const whole = names.indexOf(start);
  if (whole > 0) return whole;
  const begun = names.findIndex((name) => name.startsWith(start));
  return begun > 0 ? names.length + begun : FARTHEST;
}
