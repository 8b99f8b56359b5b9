import { today } from "../today.js";
import { doubts, unplaced } from "./given-entries.js";
import { Measurements, measurementsOf, mostDaysOf } from "./measurements.js";

/** @import { CalculatorForm } from "./calculator-form.js" */
/** @import { Left } from "./restore-on-back.js" */

/** @typedef {{entries: [string, string][], days: [string, string][]}} Entered what a form holds, and the days of what has one */
/**
 * Entries of a link, of a file, or kept in this tab.
 *
 * @typedef {Entered & {what: string, version: string | null, doubts?: string[]}} Given
 */

/** What a form holds: its entries, the days of its measurements, and why they may not be answered yet. */
export class FormContents {
  #form;
  #version;
  #recalled;
  #measurements;
  /** Why the entries may not be answered before the reader has said so. @type {string[]} */
  doubts = [];

  /**
   * @param {HTMLElement} calculator
   * @param {CalculatorForm} form
   */
  constructor(calculator, form) {
    this.#form = form;
    this.#version = calculator.dataset.version ?? "";
    this.#recalled = JSON.parse(calculator.dataset.recalled ?? "{}");
    this.#measurements = new Measurements(measurementsOf(form.element), mostDaysOf(calculator.ownerDocument));
  }

  /** @returns {Entered} */
  get entered() {
    const { entries } = this.#form;
    return { entries, days: this.#measurements.days(entries, today()) };
  }

  /**
   * The same, with entries in the way that is read alike everywhere: so they go into links, files and records.
   *
   * @template {Entered} Given
   * @param {Given} entered
   * @returns {Given}
   */
  writtenAlike(entered) {
    return { ...entered, entries: this.#form.readings.writtenAlike(entered.entries) };
  }

  /** What is to be found again. @param {{usedAt: number, typedAt: number}} times when it was last touched and typed in @returns {Left} */
  left(times) {
    return { entries: this.#form.entries, known: this.#measurements.known, doubts: this.doubts, ...times };
  }

  /** @param {Left} left */
  refill({ entries, known, doubts }) {
    this.#form.refill(entries);
    this.#measurements.known = known;
    this.doubts = doubts;
  }

  /**
   * Fills in what was given. Says why not; empty when it was.
   *
   * @param {Given} given
   */
  open({ what, entries, days, version, doubts: earlier = [] }) {
    const refused = this.#form.tooMany(what, entries);
    if (refused) return refused;
    this.#form.refill(entries);
    const placed = this.#form.entries;
    const left = [...unplaced(entries, placed), ...this.#measurements.unplaced(entries, days)];
    const found = [
      ...doubts({ what, version, left }, this.#version, this.#recalled),
      ...this.#measurements.take({ what, entries, days }, placed, today()),
    ];
    this.doubts = [...new Set([...earlier, ...found])];
    return "";
  }

  clear() {
    this.doubts = [];
    this.#measurements.known = new Map();
  }
}
