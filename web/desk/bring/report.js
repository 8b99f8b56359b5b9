/**
 * What an editor is told about a text that was brought along.
 *
 * @typedef {{what: string, inSource: number, inMarkdown: number}} Kept counted on both sides, each side by itself
 * @typedef {{what: string, where: string, words: string}} Lost what is not in the Markdown: its kind, the words near it, its own words
 * @typedef {{words: string, heading?: string}} Doubt a question; `heading` is the bold line that may be a heading: see asSubheadings
 * @typedef {{kept: Kept[], lost: Lost[], doubts: Doubt[], done: string[]}} BroughtReport `done`: what was made otherwise than in the source, and needs no answer
 */

const LONGEST_PLACE = 60;

/** Collects what has to be told while a text is being read. */
export class Findings {
  /** @type {Lost[]} */
  lost = [];
  /** @type {Doubt[]} */
  doubts = [];
  /** What was made otherwise, a sentence each. @type {string[]} */
  done = [];
  /** Words that are accounted for, because an entry of `lost` has them. @type {string[]} */
  named = [];
  /** How many of a kind the source has, where that can only be counted while reading. @type {Map<string, number>} */
  counted = new Map();

  /**
   * Names what does not come along.
   * @param {string} what @param {string} words all of its words, so that none is gone in silence @param {string} [where]
   */
  lose(what, words, where = "") {
    this.tell(what, words, where);
    this.named.push(words);
  }

  /** Names what is lost beside the words, such as a form; `words` accounts for none. @param {string} what @param {string} words @param {string} [where] */
  tell(what, words, where = "") {
    this.lost.push({ what, where: shortened(where), words: plain(words) });
  }

  /** Asks; the same question once. @param {string} words @param {string} [heading] */
  ask(words, heading) {
    if (!this.doubts.some((doubt) => doubt.words === words)) {
      this.doubts.push(heading === undefined ? { words } : { words, heading });
    }
  }

  /** @param {string} words */
  did(words) {
    this.done.push(words);
  }

  /** @param {string} what @param {number} [times] */
  count(what, times = 1) {
    this.counted.set(what, (this.counted.get(what) ?? 0) + times);
  }
}

/** @param {string} words */
export const plain = (words) => words.replace(/\s+/g, " ").trim();

/** The beginning of a text, to find a place by. @param {string} words */
export function shortened(words) {
  const text = plain(words);
  return text.length > LONGEST_PLACE ? `${text.slice(0, LONGEST_PLACE).replace(/\s\S*$/, "")} …` : text;
}

/** `1 table`, `2 tables`. @param {number} number @param {string} one @param {string} [more] */
export const counted = (number, one, more = `${one}s`) => `${number} ${number === 1 ? one : more}`;
