/** What is shown of a page that was found: the lines that have the words, each with its section and the places of the words in it. */

import { compoundsOf, folded, partsOf, wordsOf } from "./words.js";

/** @import { Asked } from "./asked-words.js" */
/** @import { Page, Section } from "./index-files.js" */

/**
 * @typedef {object} Passage
 * @property {string} id of the heading or the sentence that it leads to; empty for the page itself
 * @property {string} heading
 * @property {string} line
 * @property {[number, number][]} marks where words that were asked for begin and end in it
 * @property {number} score how well it shows what was asked for
 * @property {number} nearness how much of what was asked for stands together in it, from 0 to 1
 */
/** @typedef {{passages: Passage[], nearness: number}} Shown `nearness` is that of its nearest line */

/** So many passages are shown of a page. */
const MOST = 2;
/** Beside the best passage only those are shown that have nearly as much. */
const NEARLY = 0.7;
/** What is found in lists of sources alone is better shown by what the page is for; but an author is looked for in the references. */
const MINOR = 0.05;
const REFERENCES = "references";
/** How much it counts that a word is in the heading and not in the line. */
const IN_HEADING = 0.6;
const NEXT_TO_EACH_OTHER = 0.6;
/** Common words may stand between two that were asked for. */
const GAP = 3;

/**
 * @param {Page} page
 * @param {Asked[]} asked
 * @param {{quoted: string[], recommendations: boolean}} wanted words that must stand so, and whether only sentences that recommend are shown
 * @returns {Shown | null} null where a quotation is not on the page
 */
export function shownOf([, title, about, sections, recommendations], asked, { quoted, recommendations: only }) {
  const matches = matching(asked);
  /** @type {Section[]} */
  const all = only
    ? recommendations.map(([id, sentence]) => [id, "", [sentence]])
    : [["", title, about ? [about] : [], 0.8], ...sections];
  const phrases = quoted.map(spaced);
  if (phrases.length && !phrases.every((phrase) => all.some((section) => has(section, phrase)))) return null;
  const found = all.flatMap((section) => bestLine(section, asked, matches, phrases));
  if (!found.length) return only ? null : { passages: [], nearness: 0 };
  found.sort((one, other) => other.score - one.score);
  const best = found[0]?.score ?? 0;
  const nearest = Math.max(...found.map(({ nearness }) => nearness));
  const passages = found.filter(({ score, id }) => score >= best * NEARLY && (score > MINOR || id === REFERENCES));
  return { passages: passages.slice(0, MOST), nearness: Math.min(1, nearest) };
}

/** Which of the words asked for each word of a page answers. @param {Asked[]} asked */
function matching(asked) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  asked.forEach(({ terms }, at) => {
    for (const term of terms) found.set(term, [...(found.get(term) ?? []), at]);
  });
  return found;
}

/**
 * The line of a section that has most of the words; none where it has none.
 *
 * @param {Section} section
 * @param {Asked[]} asked
 * @param {Map<string, number[]>} matches
 * @param {string[]} phrases
 * @returns {Passage[]}
 */
function bestLine([id, heading, lines, share = 1], asked, matches, phrases) {
  const inHeading = new Set(answers(heading, matches).flatMap(({ at }) => at));
  /** @type {Passage | undefined} */
  let best;
  for (const line of lines.length ? lines : [""]) {
    const found = answers(line, matches);
    const inLine = new Set(found.flatMap(({ at }) => at));
    const above = [...inHeading].filter((at) => !inLine.has(at)).length;
    const isQuoted = phrases.some((phrase) => spaced(line).includes(phrase));
    const together = asked.length > 1 ? neighbors(found) / (asked.length - 1) : 1;
    const had = (inLine.size + IN_HEADING * above) / asked.length;
    const nearness = (had * (1 + NEXT_TO_EACH_OTHER * together)) / (1 + NEXT_TO_EACH_OTHER);
    const score = (nearness + Number(isQuoted)) * share;
    if (score > (best?.score ?? 0))
      best = { id, heading, line, marks: found.map(({ start, end }) => [start, end]), score, nearness };
  }
  return best ? [best] : [];
}

/** @typedef {{start: number, end: number, order: number, at: number[]}} Answer a word of a line, and which of those asked for it answers */

/** @param {string} line @param {Map<string, number[]>} matches @returns {Answer[]} */
function answers(line, matches) {
  const compounds = compoundsOf(line).filter(({ word }) => matches.has(word));
  return [
    ...wordsOf(line).flatMap(({ word, start, end }, order) => {
      const compound = compounds.find((whole) => start >= whole.start && end <= whole.end);
      const at = [word, ...partsOf(word), ...(compound ? [compound.word] : [])].flatMap(
        (part) => matches.get(part) ?? [],
      );
      return at.length ? [{ start, end, order, at }] : [];
    }),
  ];
}

/** How many of the words stand behind the one that they were asked behind. @param {Answer[]} found */
function neighbors(found) {
  const pairs = new Set();
  for (const [index, { order, at }] of found.entries()) {
    for (const next of found.slice(index + 1)) {
      if (next.order - order > GAP) break;
      for (const one of at) if (next.at.includes(one + 1)) pairs.add(one);
    }
  }
  return pairs.size;
}

/** @param {Section} section @param {string} phrase */
const has = ([, heading, lines], phrase) => [heading, ...lines].some((line) => spaced(line).includes(phrase));

/** A text as it is compared with a quotation: hyphens are spaces, and what stands between two words keeps them apart. @param {string} text */
const spaced = (text) => {
  const apart = folded(text).replaceAll(/[,;:!?]|\.(?!\d)/g, " $& ");
  return ` ${apart.replaceAll(/[^\p{L}\p{N}./%,;:!?]+/gu, " ").trim()} `;
};
