/**
 * What a reader types, as words that pages may have for it: the word itself, its American spelling, its other forms, what begins so,
 * what the site calls it, and, where the site has no such word, those that are one letter away.
 */

import { isOneLetterAway } from "./calculator-names.js";
import { pagesOf } from "./index-files.js";
import { americanSpellings } from "./spelling.js";
import { isForm, stemOf } from "./word-forms.js";
import { compoundsOf, withUnitsApart, wordsOf } from "./words.js";

/** @import { Base, IndexFiles } from "./index-files.js" */

/** How much a page counts that has another word in its place. */
const FORM = 0.7;
const BEGINNING = 0.45;
const MEANT = 0.6;
/** What the site has for a word begins with the nearest: for a brand its drug, and then the class of the drug. */
const MEANT_FARTHER = 0.35;
const CORRECTED = 0.5;
/** Fewer letters are in too many words to be beginnings of them, or to be corrected. */
const BEGINS = 2;
const LEAST_CORRECTED = 4;
const MOST_CORRECTIONS = 3;
/** Letters by which words are looked up that are one letter away. */
const KNOWN_LETTERS = 2;
const LONGEST_PHRASE = 4;

/**
 * @typedef {object} Asked one word that was typed, or several that are one name
 * @property {string} typed
 * @property {Map<number, number>} pages how much each page says of it, 1 at most
 * @property {Set<string>} terms words of pages that answer it
 * @property {string | undefined} corrected the word that was taken for it
 */

/** The words of a question and those of its quotations. @param {string} text */
export function questionOf(text) {
  const quoted = Array.from(text.matchAll(/["“”„]([^"“”„]+)["“”„]/gu), ([, words = ""]) => words.trim());
  return { words: withUnitsApart(text.normalize("NFKC").replaceAll(/["“”„]/gu, " ")), quoted: quoted.filter(Boolean) };
}

/**
 * @param {string} text
 * @param {IndexFiles} index
 * @returns {Promise<Asked[]>}
 */
export async function askedWords(text, index) {
  const base = await index.base();
  const common = new Set(base.common.split(" "));
  const all = joined(text, base);
  const telling = all.filter(({ word }) => !common.has(word));
  const words = telling.length ? telling : all.slice(-1);
  return Promise.all(words.map(({ word, end, parts }) => asked(word, parts, end === text.length, index, base)));
}

/**
 * The words of a text; those that are one name together, or one word with hyphens, as one.
 *
 * @param {string} text
 * @param {Base} base
 * @returns {{word: string, end: number, parts: string[]}[]} `parts` where a word was made of several
 */
function joined(text, { means }) {
  const words = wordsOf(text);
  const hyphened = compoundsOf(text);
  const found = [];
  while (words.length) {
    const name = longestName(words, means);
    const compound = hyphened.find(({ start }) => start === words[0]?.start);
    const size = name || (compound ? words.filter(({ end }) => end <= compound.end).length : 1);
    const taken = words.splice(0, size);
    const parts = taken.map(({ word }) => word);
    const word = name || !compound ? parts.join(" ") : compound.word;
    found.push({ word, end: taken.at(-1)?.end ?? 0, parts: size > 1 ? parts : [] });
  }
  return found;
}

/** How many words at the beginning are one name; 0 where they are none. @param {{word: string}[]} words @param {Base["means"]} means */
function longestName(words, means) {
  for (let size = Math.min(LONGEST_PHRASE, words.length); size > 1; size -= 1)
    if (
      means[
        words
          .slice(0, size)
          .map(({ word }) => word)
          .join(" ")
      ]
    )
      return size;
  return 0;
}

/**
 * @param {string} word
 * @param {string[]} parts of a word with hyphens or a name in several words
 * @param {boolean} isBegun whether it may go on
 * @param {IndexFiles} index
 * @param {Base} base
 * @returns {Promise<Asked>}
 */
async function asked(word, parts, isBegun, index, base) {
  const found = { typed: word, pages: new Map(), terms: new Set(), corrected: undefined };
  const own = take(word, 1, isBegun, found, index);
  // On a slow line each answer takes long: what is wanted after this one is asked for at once.
  fetchAll([...parts, ...(base.means[word] ?? []).flatMap((phrase) => phrase.split(" "))], index);
  await own;
  if (parts.length) await takeTogether(parts, found.pages.size ? FORM : 1, found, index);
  await takeMeant(word, 1, found, index, base);
  if (found.pages.size || word.length < LEAST_CORRECTED || /[^\p{L}]/u.test(word)) return found;
  const near = await nearWords(word, index, base);
  for (const other of near) {
    await take(other, CORRECTED, false, found, index);
    await takeMeant(other, CORRECTED, found, index, base);
  }
  return { ...found, corrected: near[0] };
}

/** Fetches the files of words that will be taken. @param {string[]} words @param {IndexFiles} index */
function fetchAll(words, index) {
  for (const word of words)
    for (const spelling of [word, ...americanSpellings(word)])
      index.words(...looksThrough(spelling, false)).catch(() => {}); // whoever takes the word learns of it
}

/**
 * From where to where a word is looked for in the order of the alphabet.
 *
 * @param {string} spelling
 * @param {boolean} begins whether what begins so is wanted
 * @returns {[string, string]}
 */
function looksThrough(spelling, begins) {
  const stem = stemOf(spelling);
  const from = begins && spelling < stem ? spelling : stem;
  return [from, `${from}${begins || stem !== spelling || stem.length > 3 ? "\uffff" : ""}`];
}

/**
 * The pages of a word, of its forms and, where it may go on, of what begins so.
 *
 * @param {string} word
 * @param {number} worth
 * @param {boolean} isBegun
 * @param {Asked} found
 * @param {IndexFiles} index
 */
async function take(word, worth, isBegun, found, index) {
  for (const spelling of [word, ...americanSpellings(word)]) {
    const stem = stemOf(spelling);
    const begins = isBegun && spelling.length >= BEGINS;
    const words = await index.words(...looksThrough(spelling, begins));
    for (const [other, steps] of Object.entries(words)) {
      const share =
        other === spelling ? 1 : isForm(stem, other) ? FORM : begins && other.startsWith(spelling) ? BEGINNING : 0;
      if (!share) continue;
      found.terms.add(other);
      for (const [page, strength] of pagesOf(steps)) raise(found.pages, page, strength * share * worth);
    }
  }
}

/**
 * The pages that have all of several words.
 *
 * @param {string[]} words
 * @param {number} worth
 * @param {Asked} found
 * @param {IndexFiles} index
 */
async function takeTogether(words, worth, found, index) {
  const each = await Promise.all(
    words.map(async (word) => {
      /** @type {Asked} */
      const one = { typed: word, pages: new Map(), terms: new Set(), corrected: undefined };
      await take(word, 1, false, one, index);
      return one;
    }),
  );
  const [first, ...others] = each;
  if (!first) return;
  let any = false;
  for (const [page, strength] of first.pages) {
    if (!others.every(({ pages }) => pages.has(page))) continue;
    any = true;
    raise(found.pages, page, worth * Math.min(strength, ...others.map(({ pages }) => pages.get(page) ?? 0)));
  }
  if (any) for (const { terms } of each) for (const term of terms) found.terms.add(term);
}

/**
 * The pages of what the site has for a word.
 *
 * @param {string} word
 * @param {number} worth
 * @param {Asked} found
 * @param {IndexFiles} index
 * @param {Base} base
 */
async function takeMeant(word, worth, found, index, { means }) {
  for (const [at, phrase] of (means[word] ?? []).entries())
    await takeTogether(phrase.split(" "), worth * (at ? MEANT_FARTHER : MEANT), found, index);
}

/**
 * Words of the site that are one letter away from one that it does not have, those with the same first letter before others.
 *
 * @param {string} word
 * @param {IndexFiles} index
 * @param {Base} base
 */
async function nearWords(word, index, { means, tools }) {
  // A wrong letter is either behind the first letters or before the last ones.
  const [begun, ended] = await Promise.all([
    index.beginningWith(word.slice(0, KNOWN_LETTERS)),
    index.endingWith(word.slice(-KNOWN_LETTERS)),
  ]);
  const named = tools.flatMap(([, , title, , , names]) => [title, ...names].flatMap((name) => wordsOf(name)));
  const all = new Set([...begun, ...ended, ...Object.keys(means), ...named.map(({ word }) => word)]);
  const near = [...all].filter((other) => other !== word && isOneLetterAway(word, other));
  const first = (/** @type {string} */ other) => Number(other[0] !== word[0]);
  return near
    .sort((one, other) => first(one) - first(other) || Number(one.length < other.length) * 2 - 1)
    .slice(0, MOST_CORRECTIONS);
}

/** A page that has several of the words says more than one that has the best of them. @param {Map<number, number>} pages @param {number} page @param {number} strength */
function raise(pages, page, strength) {
  pages.set(page, 1 - (1 - (pages.get(page) ?? 0)) * (1 - strength));
}
