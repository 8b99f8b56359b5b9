/**
 * What a reader types into the search, as a question to lunr. The theme asks for every word as the beginning of one; here a
 * word also stands for its other forms, its American spelling, the drug or class that it names, and, where the site has no such
 * word, for those that are one letter away. It runs in the theme's search worker: press/runtime/search_worker.py.
 */

import { americanSpellings } from "./spelling.js";

/** Fewer letters than these are in too many words to be beginnings of them, to be cut, or to be corrected. */
const BEGINS = 2;
const CUT = 4;
const CORRECTED = 4;
/** How much more it counts to find the word itself than a word that begins so, and that than another form of it. */
const ITSELF = 6;
const BEGINNING = 2;
const FORM = 1;
/** A page with all of the words comes before one that is called by one of them. */
const SHARE = 3;

/**
 * @typedef {object} Wanted a word that was typed, and what answers it
 * @property {string} word
 * @property {{term: string, whole: boolean, boost: number}[]} terms `whole` where a longer word does not do
 */

/** lunr as the theme's worker has it. @typedef {any} Lunr */

/** Small letters without marks that mean something to lunr, cut where the index is. @param {string} text @param {RegExp} separator */
export function wordsOf(text, separator) {
  const words = text
    .toLowerCase()
    .replaceAll(/["“”^~*+:]/g, " ")
    .split(separator);
  return words.filter(Boolean);
}

/**
 * @param {string} text
 * @param {any} index of lunr
 * @param {Record<string, string[]>} means words that the site seldom has, and those that it has for them
 * @param {Lunr} lunr
 */
export function asked(text, index, means, lunr) {
  const words = wordsOf(text, lunr.tokenizer.separator);
  // Of “how fast to infuse” only two words say what is looked for.
  const telling = words.filter((word) => lunr.stopWordFilter(word));
  const wanted = (telling.length ? telling : words.slice(-1)).map((word) => answers(word, index, means, lunr));
  return {
    /** Whether anything was asked. */
    any: wanted.length > 0,
    /** @param {any} query of lunr */
    build(query) {
      for (const { term, whole, boost } of wanted.flatMap(({ terms }) => terms)) {
        const { NONE, TRAILING } = lunr.Query.wildcard;
        query.term(term, { boost, wildcard: whole ? NONE : TRAILING, usePipeline: false });
      }
    },
    /** For the word that the theme offers to complete. */
    clauses: words.slice(-1).map((term) => ({ term })),
    /** Which of the words are answered by what was found. @param {string[]} keys words of the index */
    found: (keys) =>
      Object.fromEntries(
        wanted.map(({ word, terms }) => [
          word,
          terms.some(({ term, whole }) => keys.some((key) => (whole ? key === term : key.startsWith(term)))),
        ]),
      ),
  };
}

/** How much a page counts by the share of the words that it has. @param {Record<string, boolean>} found */
export function share(found) {
  const all = Object.values(found);
  return (all.filter(Boolean).length / all.length) ** SHARE;
}

/**
 * @param {string} word
 * @param {any} index
 * @param {Record<string, string[]>} means
 * @param {Lunr} lunr
 * @returns {Wanted}
 */
function answers(word, index, means, lunr) {
  const { TokenSet } = lunr;
  /** Words of the index. @param {any} pattern @returns {string[]} */
  const matching = (pattern) => index.tokenSet.intersect(pattern).toArray();
  /** @param {string} start */
  const begins = (start) => matching(TokenSet.fromString(`${start}*`)).length > 0;
  /** @type {Wanted["terms"]} */
  const terms = [];
  /** @param {string} start */
  const take = (start) => {
    if (word in index.invertedIndex || start in index.invertedIndex)
      terms.push({ term: start, whole: true, boost: ITSELF });
    if (start.length >= BEGINS) terms.push({ term: start, whole: false, boost: BEGINNING });
    const stem = stemOf(start, lunr);
    if (stem) terms.push({ term: stem, whole: false, boost: FORM });
  };
  for (const start of [word, ...americanSpellings(word)]) {
    if (begins(start) || begins(stemOf(start, lunr) || start)) take(start);
  }
  for (const term of (means[word] ?? []).flatMap((phrase) => phrase.split(" ")))
    terms.push({ term, whole: term.length < CUT, boost: FORM });
  if (!terms.length && word.length >= CORRECTED && !/\d/.test(word)) {
    for (const term of matching(TokenSet.fromFuzzyString(word, 1))) terms.push({ term, whole: true, boost: FORM });
  }
  // lunr asks for at least one term.
  return { word, terms: terms.length ? terms : [{ term: word, whole: true, boost: FORM }] };
}

/** What all forms of a word begin with; nothing where that is the word, or says too little. @param {string} word @param {Lunr} lunr */
function stemOf(word, lunr) {
  const stem = lunr.stemmer(new lunr.Token(word, {})).toString();
  return stem.length >= CUT && stem !== word && word.startsWith(stem) ? stem : "";
}
