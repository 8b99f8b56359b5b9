/** A search of the whole site: the question, the pages that answer it, and what is shown of each. */

import { askedWords, questionOf } from "./asked-words.js";
import { shownOf } from "./passages.js";
import { namedIn, ranked } from "./ranking.js";

/** @import { Asked } from "./asked-words.js" */
/** @import { Facet, IndexFiles } from "./index-files.js" */
/** @import { Passage } from "./passages.js" */
/** @import { Filters, Ranked } from "./ranking.js" */

/**
 * @typedef {object} Result
 * @property {string} address relative to the site
 * @property {string} title
 * @property {string} about what the page is for
 * @property {Facet} facet
 * @property {Passage[]} passages
 */
/**
 * @typedef {object} Found
 * @property {Result[]} results the best first
 * @property {number} count of all pages that were found
 * @property {string[]} corrected words that were taken for those that were typed
 * @property {(more: number) => Promise<Result[]>} more the results, with so many further ones
 */

/** So many pages are looked into before the best of them is shown first. */
const LOOKED_INTO = 8;
const LOOKED_INTO_FOR_QUOTES = 24;
/** What the place of the words in its text does to a page, at most: beside what the index says of it. */
const BY_TEXT = 1;

/**
 * @param {string} text
 * @param {IndexFiles} index
 * @param {Filters} [filters]
 * @returns {Promise<Found>}
 */
export async function search(text, index, filters = {}) {
  const { words, quoted } = questionOf(text);
  const [asked, listed, base] = await Promise.all([askedWords(words, index), index.pages(), index.base()]);
  const all = asked.length ? ranked(asked, words, listed, base, filters) : [];
  const wanted = { quoted, recommendations: filters.kind === "recommendation" };
  const first = quoted.length || wanted.recommendations ? LOOKED_INTO_FOR_QUOTES : LOOKED_INTO;
  const best = await lookedInto(all.slice(0, first));
  best.sort((one, other) => other.score - one.score);
  let results = best.map(({ result }) => result);
  let looked = first;
  const unseen = Math.max(0, all.length - first);
  return {
    results,
    count: quoted.length || wanted.recommendations ? results.length : results.length + unseen,
    corrected: asked.flatMap(({ corrected }) => corrected ?? []),
    async more(size) {
      const next = await lookedInto(all.slice(looked, looked + size));
      looked += size;
      results = [...results, ...next.map(({ result }) => result)];
      return results;
    },
  };

  /** @param {Ranked[]} pages */
  async function lookedInto(pages) {
    const found = await Promise.all(pages.map((page) => lookInto(page)));
    return found.flatMap((page) => page ?? []);
  }

  /** @param {Ranked} page */
  async function lookInto({ number, score, times }) {
    const page = await index.page(number);
    const shown = shownOf(page, asked, wanted);
    if (!shown) return null;
    const facet = /** @type {Facet} */ (listed.facets[/** @type {number} */ (listed.of[number])]);
    const [address, title, about] = page;
    return {
      score: score * (1 + BY_TEXT * Math.max(shown.nearness, Math.min(1, times - 1))),
      result: { address, title, about, facet, passages: shown.passages },
    };
  }
}

/** Fetches what is known of the words of a question, while it is being typed. @param {string} text @param {IndexFiles} index */
export function prefetch(text, index) {
  askedWords(questionOf(text).words, index).catch(() => {});
}

/**
 * Calculators, worksheets and sheets by their names, from the one file that is always kept: what is left of a search without a network.
 *
 * @param {string} text
 * @param {IndexFiles} index
 * @returns {Promise<Found>}
 */
export async function namedTools(text, index) {
  const base = await index.base();
  const results = namedIn(text, base).map(([, address, title, kind, about]) => ({
    address,
    title,
    about,
    facet: /** @type {Facet} */ ([kind, 1, "", "", 0]),
    passages: [],
  }));
  return { results, count: results.length, corrected: [], more: async () => results };
}
