/** A text cut into the words by which it is found, in the same way as press/src/press/site/search_terms.py cuts the pages. */

const WORD = /[\p{L}\p{N}\p{M}]+(?:[./'’⁄][\p{L}\p{N}\p{M}]+)*/gu;
const COMPOUND = /\p{L}[\p{L}\p{N}\p{M}]*(?:[-‐‑][\p{L}\p{N}\p{M}]+)+/gu;
const LONGEST_COMPOUND = 20;
/** Signs that stand for another one. @type {[RegExp, string][]} */
const SAME = [
  [/’/g, "'"],
  [/[‐‑]/g, "-"],
  [/⁄/g, "/"],
  [/[µμ]/g, "u"],
];
/** A number and its unit in one, as they are often typed. */
const JOINED_UNIT =
  /(?<![\p{L}\p{N}.])(\d+(?:\.\d+)?)(mg|mcg|ug|g|kg|lbs?|ml|l|mm|mmhg|h|hrs?|hours?|mins?|minutes?|days?|weeks?|wks?)(?![\p{L}\p{N}])/gu;
const PLAIN = /^[ -~\n]*$/;

/** @typedef {{word: string, start: number, end: number}} Placed a word and its place in the text */

/** Small letters without accents, each sign in one form. @param {string} text */
export function folded(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return SAME.reduce((so, [sign, other]) => so.replaceAll(sign, other), plain);
}

/** Every word of a text in its order. @param {string} text @returns {Placed[]} */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
    word: folded(found).replace(/'s$/, ""),
    start: index,
    end: index + found.length,
  }));
}

/** The words with hyphens of a text, without these: hamd for HAM-D. @param {string} text @returns {Placed[]} */
export function compoundsOf(text) {
  return Array.from(text.matchAll(COMPOUND), ({ 0: found, index }) => ({
    word: folded(found).replaceAll("-", ""),
    start: index,
    end: index + found.length,
  })).filter(({ word }) => word.length <= LONGEST_COMPOUND);
}

/** What is found by its parts as well: iv and im for iv/im, but not 140/90. @param {string} word */
export function partsOf(word) {
  return word.includes("/") && !/^\p{N}/u.test(word) ? word.split("/") : [];
}

/** A text with a space between each number and its unit. @param {string} text */
export function withUnitsApart(text) {
  return text.replaceAll(JOINED_UNIT, "$1 $2");
}
