/**
 * The run of a check: every question of some calculators is asked of this browser, one after the other.
 */
import { judged } from "./judgment.js";
/** @import { Expected, Judgment, Row } from "./judgment.js" */

/** @typedef {{expected: Expected, row: Row} & Judgment} Result */
/** @typedef {{calculator: string, entries: [string, string][]}} Question */

/** Fires "change" after each answer and at the end. */
export class Verification extends EventTarget {
  /** @type {Result[]} */
  results = [];
  /** Why it ended before the last question; empty while it runs and when it was finished. */
  ended = "";
  isRunning = false;

  #ask;

  /**
   * @param {Expected[]} asked
   * @param {(question: Question) => Promise<string>} ask
   */
  constructor(asked, ask) {
    super();
    this.asked = asked;
    this.count = asked.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#ask = ask;
  }

  get differing() {
    return this.results.filter(({ agrees }) => !agrees);
  }

  /** Every question was asked, and each reply is the tested program's. */
  get isPassed() {
    return this.results.length === this.count && this.differing.length === 0;
  }

  /** @param {AbortSignal} signal stops it */
  async run(signal) {
    this.isRunning = true;
    try {
      for (const expected of this.asked) for (const row of expected.rows) await this.#one(expected, row, signal);
    } catch (thrown) {
      this.ended = thrown instanceof Error ? thrown.message : String(thrown);
    }
    this.isRunning = false;
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Expected} expected @param {Row} row @param {AbortSignal} signal */
  async #one(expected, row, signal) {
    if (signal.aborted) throw new Error("It was stopped.");
    const text = await this.#ask({ calculator: expected.calculator, entries: row.entries });
    this.results.push({ expected, row, ...judged(row, text) });
    this.dispatchEvent(new Event("change"));
  }
}
