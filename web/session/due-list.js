import { timeOf } from "./wall-clock.js";

/** @import { Due, DueReading } from "../engine/reply.js" */
/** @typedef {Pick<DueReading, "minute" | "words" | "late"> & {at: number, mark: "late" | "due" | "next"}} Item */

/**
 * What is late, what is due, and the first one still to come, in that order of time. Which of them have been taken, and how many
 * minutes make one late, Python says; here they are only held against the clock.
 *
 * @param {Pick<Due, "readings" | "next" | "late_after">} due
 * @param {number} start milliseconds
 * @param {number} now
 * @returns {Item[]}
 */
export function dueList({ readings, next, late_after }, start, now) {
  if (!next) return [];
  const waiting = readings.filter(({ state, minute }) => state === "due" && minute !== next.minute);
  const items = [...waiting, next]
    .sort((one, other) => one.minute - other.minute)
    .map(({ minute, words, late }) => ({ minute, words, late, at: timeOf(start, minute), mark: mark(minute) }));
  const upcoming = items.findIndex((item) => item.mark === "next");
  return upcoming < 0 ? items : items.slice(0, upcoming + 1);

  /** @param {number} minute @returns {Item["mark"]} */
  function mark(minute) {
    if (now < timeOf(start, minute)) return "next";
    // Late are more than so many minutes: a reading of just that minute is in time.
    return now < timeOf(start, minute + late_after + 1) ? "due" : "late";
  }
}

/** What has not been said yet of what is due or late. Each is said once, what was missed only as it is now. */
export class Said {
  /** @type {Set<string>} */
  #said = new Set();

  /** @param {Item[]} items @param {number} start @returns {Item[]} */
  unsaid(items, start) {
    const name = (/** @type {Item} */ { minute, mark }) => `${start} ${minute} ${mark}`;
    const fresh = items.filter((item) => item.mark !== "next" && !this.#said.has(name(item)));
    for (const item of fresh) this.#said.add(name(item));
    return fresh;
  }
}
