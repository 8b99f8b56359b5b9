/** Which pages come first: those that say most of the words asked for, by what is known of each without its text. */

import { stemOf } from "./word-forms.js";
import { folded, wordsOf } from "./words.js";

/** @import { Asked } from "./asked-words.js" */
/** @import { Base, Facet, Listed } from "./index-files.js" */

/** @typedef {{kind?: string, category?: string, audience?: string}} Filters what the reader narrows the search to; all of it where nothing is said */
/** @typedef {{number: number, score: number, share: number, times: number}} Ranked a page, the share of the words that it has, and how much more it counts for its names */

/** A page with all of the words comes before one that says much of one of them. */
const SHARE = 3;
/** A page with less than this share of what the best one has of the words is not found. */
const LEAST_SHARE = 0.5;
/**
 * How much more a calculator, worksheet or sheet counts whose title is what was asked for, or begins so; that is called so besides, by
 * the first of its other names most; and that has all of the words somewhere in its names.
 */
const TITLED = 6;
const TITLE_BEGINS = 5;
const CALLED = 4.5;
const LATER_NAME = 0.6;
/** Of that so much, where the question has one of the words that the site has for it. */
const MEANT = 0.7;
const NAMED = 1.5;
/** What a tool is called besides is rather what it is about. */
const NAMES = 7;
/** From this on the question is a name of the tool, and is not looked for word by word. */
const WHOLE = 3;
/** Fewer letters are the beginning of too many titles. */
const BEGINS = 3;
/** Words that are looked for count more the fewer pages have them; a name that no page has in its text counts so much. */
const UNKNOWN = 1;

/**
 * @param {Asked[]} asked
 * @param {string} text the question
 * @param {Listed} listed
 * @param {Base} base
 * @param {Filters} filters
 * @returns {Ranked[]} the best first
 */
export function ranked(asked, text, listed, base, filters) {
  const all = listed.of.length;
  const worths = asked.map(({ pages }) => Math.log(1 + all / (pages.size || all)));
  /** @type {Map<number, {score: number, has: number}>} */
  const found = new Map();
  asked.forEach(({ pages }, at) => {
    const worth = worths[at] ?? 0;
    for (const [number, strength] of pages) {
      const page = found.get(number) ?? { score: 0, has: 0 };
      page.score += worth * strength;
      page.has += 1;
      found.set(number, page);
    }
  });
  const questions = questionsOf(text, asked, base);
  const calls = new Map(namedTools(base).map((tool) => [tool.number, called(tool, questions)]));
  for (const [number, times] of calls)
    if (times >= WHOLE && !found.has(number)) found.set(number, { score: UNKNOWN, has: asked.length });
  const pages = [...found].flatMap(([number, { score, has }]) => {
    const facet = /** @type {Facet} */ (listed.facets[/** @type {number} */ (listed.of[number])]);
    if (!isWanted(facet, filters)) return [];
    const times = calls.get(number) ?? 1;
    const share = times >= WHOLE ? 1 : has / asked.length;
    return [{ number, share, times, score: score * share ** SHARE * facet[1] * times }];
  });
  const best = Math.max(...pages.map(({ share }) => share));
  return pages
    .filter(({ share }) => share >= best * LEAST_SHARE)
    .sort((one, other) => other.score - one.score || one.number - other.number);
}

/** The tools that a question names, the nearest first, by what is known of them without their pages. @param {string} text @param {Base} base */
export function namedIn(text, base) {
  const common = new Set(base.common.split(" "));
  const words = wordsOf(text).map(({ word }) => word);
  const meant = words.flatMap((word, at) => (base.means[word] ?? []).map((phrase) => words.with(at, phrase).join(" ")));
  const questions = [text, ...meant].map((question) => ({ ...named(question, common), share: 1 }));
  const times = new Map(namedTools(base).map((tool) => [tool.number, called(tool, questions)]));
  return base.tools
    .filter(([number]) => (times.get(number) ?? 1) > 1)
    .sort((one, other) => (times.get(other[0]) ?? 1) - (times.get(one[0]) ?? 1));
}

/** @param {Facet} facet @param {Filters} filters */
export function isWanted([kind, , category, audience, recommends], filters) {
  const isKind = !filters.kind || kind === filters.kind || (filters.kind === "recommendation" && recommends === 1);
  return (
    isKind &&
    (!filters.category || category === filters.category) &&
    (!filters.audience || audience === filters.audience)
  );
}

/**
 * How much more a tool counts because the question names it: what the question says in all, or a name that is all in it.
 *
 * @param {NamedTool} tool
 * @param {Question[]} questions
 */
function called({ names, all }, questions) {
  return Math.max(...questions.map((question) => 1 + (calledBy(question) - 1) * question.share));

  /** @param {Question} question */
  function calledBy(question) {
    let most = 1;
    for (const [at, name] of names.entries()) {
      const worth = at ? Math.max(NAMED, CALLED - LATER_NAME * (at - 1)) : TITLED;
      if (question.bare === name.bare) most = Math.max(most, worth);
      else if (!at && question.bare.length >= BEGINS && name.bare.startsWith(question.bare))
        most = Math.max(most, TITLE_BEGINS);
      else if (name.stems.length && name.stems.every((stem) => question.stems.includes(stem)))
        most = Math.max(most, 1 + (worth - 1) * (name.stems.length / question.stems.length) ** 2);
    }
    const isNamed =
      question.stems.length && question.stems.every((stem) => stem.length >= BEGINS && all.includes(stem));
    return isNamed ? Math.max(most, NAMED) : most;
  }
}

/** @typedef {{bare: string, stems: string[]}} Named letters and figures only; its telling words, without their endings */
/** @typedef {Named & {share: number}} Question a way to read the question, and how much it counts */
/** @typedef {{number: number, names: Named[], all: string}} NamedTool the title and then all other names, and all of their letters */

/** @type {WeakMap<Base, NamedTool[]>} */
const known = new WeakMap();

/** @param {Base} base @returns {NamedTool[]} */
function namedTools(base) {
  const common = new Set(base.common.split(" "));
  const tools =
    known.get(base) ??
    base.tools.map(([number, , title, , , others]) => {
      const names = [title, ...others].slice(0, NAMES).map((name) => named(name, common));
      return { number, names, all: names.map(({ bare }) => bare).join(" ") };
    });
  known.set(base, tools);
  return tools;
}

/** @param {string} name @param {Set<string>} common @returns {Named} */
function named(name, common) {
  const words = wordsOf(name).map(({ word }) => word);
  return { bare: bare(name), stems: words.filter((word) => !common.has(word)).map(stemOf) };
}

/**
 * The question as it was typed, as it was corrected, and with what the site says for one of its words.
 *
 * @param {string} text
 * @param {Asked[]} asked
 * @param {Base} base
 * @returns {Question[]}
 */
function questionsOf(text, asked, { means, common }) {
  const words = new Set(common.split(" "));
  const corrected = asked.map(({ typed, corrected: other }) => other ?? typed);
  const meant = corrected.flatMap((word, at) =>
    (means[word] ?? []).map((phrase) => corrected.with(at, phrase).join(" ")),
  );
  return [
    { ...named(text, words), share: 1 },
    { ...named(corrected.join(" "), words), share: 1 },
    ...meant.map((question) => ({ ...named(question, words), share: MEANT })),
  ].filter((question) => question.bare);
}

/** Letters and figures only: what a name and a question have in common however they are written. @param {string} text */
const bare = (text) => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
