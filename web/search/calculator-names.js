/**
 * Finding a calculator by what it is called, and else by what it asks about. Its names are its title, and then all others, each
 * normalized.
 */

import { americanSpellings } from "./spelling.js";

/** Words of so few letters are inside too many others: they count where a word begins. */
const SHORT = 3;
/** Farther than every name that a calculator has. */
const FARTHEST = 1000;

/** @typedef {{names: string[], also: string[]}} Known what an item is called, and the words that it asks about */

/** Letters and figures only, so that HAM-D, HAMD and ham d all meet; mg/kg is two words. @param {string} text */
export function normalized(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("/", " ")
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
 * Whether each of the words, or another spelling of it, is in one of the names.
 *
 * @param {string[]} names
 * @param {string[]} words
 */
export function areFound(names, words) {
  const known = names.join(" ");
  return words.every((word) =>
    [word, ...americanSpellings(word)].some((spelling) =>
      spelling.length > SHORT ? known.includes(spelling) : ` ${known}`.includes(` ${spelling}`),
    ),
  );
}

/**
 * Which of the items are meant: those that are called so; where there are none, those that ask about it; and at last those
 * whose words are one letter away.
 *
 * @param {Known[]} items
 * @param {string} asked
 * @returns {Set<Known>}
 */
export function meant(items, asked) {
  const words = wordsOf(asked);
  const called = items.filter(({ names }) => areFound(names, words));
  if (called.length) return new Set(called);
  const asking = items.filter(({ names, also }) => areFound([...names, ...also], words));
  if (asking.length) return new Set(asking);
  const all = new Set(items.flatMap(({ names, also }) => wordsOf([...names, ...also].join(" "))));
  const corrected = words.map((word) => (areFound([...all], [word]) ? [word] : nearWords(word, all)));
  return new Set(
    items.filter(({ names, also }) =>
      corrected.every((nearby) => nearby.some((word) => areFound([...names, ...also], [word]))),
    ),
  );
}

/** @param {string} word @param {Set<string>} all */
function nearWords(word, all) {
  return word.length > SHORT && !/\d/.test(word) ? [...all].filter((known) => isOneLetterAway(word, known)) : [];
}

/**
 * Whether one letter more, less or other, or two that changed places, make one word the other.
 *
 * @param {string} one
 * @param {string} other
 */
export function isOneLetterAway(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, others] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === others ||
    rest === others.slice(1) ||
    rest.slice(1) === others.slice(1) ||
    (rest.slice(2) === others.slice(2) && rest[0] === others[1] && rest[1] === others[0])
  );
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
