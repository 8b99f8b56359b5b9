/** The files of the search index, each fetched once when it is wanted: press/src/press/site/search_index.py says what is in them. */

/** @typedef {[number, string, string, string, string, string[]]} Tool number, address, title, kind, what it is for, its other names */
/** @typedef {[kind: string, weight: number, category: string, audience: string, recommends: 0 | 1]} Facet */
/** @typedef {[id: string, title: string, lines: string[], share?: number]} Section */
/** @typedef {[address: string, title: string, about: string, sections: Section[], recommendations: [string, string][]]} Page */
/**
 * @typedef {object} Base
 * @property {string} pages
 * @property {string[]} words the first word of each part and its name, by turns
 * @property {string[]} beginnings
 * @property {string[]} ends
 * @property {Record<string, string[]>} means
 * @property {string} common
 * @property {Record<string, string>} categories
 * @property {Record<string, string>} audiences
 * @property {Tool[]} tools
 */
/** @typedef {{facets: Facet[], of: number[], names: string}} Listed */
/** @typedef {Record<string, number[]>} Words */
/** @typedef {(address: string) => Promise<any>} Fetch a file of the index, by its address relative to its folder */

const NAME_LENGTH = 10;
/** A number of a page and how much that page says of a word are one number: see search_index.py. */
const STEP = 32;
/** As many steps of how much a page says of a word; each is the square root of what it counts. */
const STRONGEST = 31;

export class IndexFiles {
  #fetch;
  /** @type {Map<string, Promise<any>>} */
  #fetched = new Map();

  /** @param {Fetch} fetch */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** @returns {Promise<Base>} */
  base() {
    return this.#once("base.json");
  }

  /** @returns {Promise<Listed>} */
  async pages() {
    return this.#part((await this.base()).pages);
  }

  /** @param {number} number @returns {Promise<Page>} */
  async page(number) {
    const { names } = await this.pages();
    return this.#part(`page-${names.slice(number * NAME_LENGTH, (number + 1) * NAME_LENGTH)}`);
  }

  /**
   * The words from one to another, with their pages, and perhaps others. Of a range that is in more parts than `most`, the first.
   *
   * @param {string} from
   * @param {string} to
   * @param {number} [most]
   * @returns {Promise<Words>}
   */
  async words(from, to, most = 3) {
    const found = await this.#between((await this.base()).words, from, to, most);
    return Object.assign({}, ...found);
  }

  /** The words with a beginning, without their pages. @param {string} beginning @returns {Promise<string[]>} */
  async beginningWith(beginning) {
    const found = await this.#between((await this.base()).beginnings, beginning, `${beginning}\uffff`);
    return found.flat();
  }

  /** The words with an end. @param {string} end @returns {Promise<string[]>} */
  async endingWith(end) {
    const start = reversed(end);
    const found = await this.#between((await this.base()).ends, start, `${start}\uffff`);
    return found.flat().map(reversed);
  }

  /** @param {string[]} bounds @param {string} from @param {string} to @param {number} [most] @returns {Promise<any[]>} */
  #between(bounds, from, to, most = 3) {
    const names = [];
    for (let at = 0; at < bounds.length && names.length < most; at += 2) {
      const next = bounds[at + 2];
      if ((next === undefined || next > from) && /** @type {string} */ (bounds[at]) <= to) names.push(bounds[at + 1]);
    }
    return Promise.all(names.map((name) => this.#part(/** @type {string} */ (name))));
  }

  /** @param {string} name */
  #part(name) {
    return this.#once(`parts/${name}.json`);
  }

  /** What could not be fetched is asked for again the next time. @param {string} address @returns {Promise<any>} */
  #once(address) {
    let fetched = this.#fetched.get(address);
    if (!fetched) {
      fetched = this.#fetch(address);
      this.#fetched.set(address, fetched);
      fetched.catch(() => this.#fetched.delete(address));
    }
    return fetched;
  }
}

/** The pages of a word, each with how much it says of it, 1 at most. @param {number[]} steps @returns {Map<number, number>} */
export function pagesOf(steps) {
  const found = new Map();
  let number = 0;
  for (const step of steps) {
    number += Math.floor(step / STEP);
    found.set(number, ((step % STEP) / STRONGEST) ** 2);
  }
  return found;
}

/** @param {string} word */
const reversed = (word) => [...word].reverse().join("");
