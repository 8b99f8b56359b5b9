/**
 * Arithmetic on the clock of this device, and nothing else. Everything is counted from what the clock shows: timers stand still
 * while a phone is locked or a tab sleeps, and what was counted by them would be wrong afterwards.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** By how many minutes clocks are moved in summer and winter, and zones with half an hour. */
const SHIFTS = [-60, -30, 0, 30, 60];
/** Milliseconds by which a clock may be set back without a word: computers correct their clocks by less all the time. */
const SET_BACK = 30_000;
/** Milliseconds between two looks after which nobody can have been told of anything in between. */
const STOOD_STILL = 90_000;

/**
 * When something began, or why nothing can be counted from there.
 *
 * none      no time was entered
 * skipped   the clock was moved ahead that day, and never showed this time
 * future    it is still to come
 * old       it is more than a day ago
 * running   it is counted; `isSecond` where the clock showed the time twice that day, and tells which time is meant
 *
 * @typedef {{state: "none"}} None
 * @typedef {{state: "skipped"}} Skipped
 * @typedef {{state: "future" | "old", at: number}} Outside
 * @typedef {{state: "running", at: number, minute: number, isSecond: boolean | null}} Running
 * @typedef {None | Skipped | Outside | Running} Start
 */

/**
 * The start as it stands to the present. A time without a day is the one that is nearest: ten past midnight it is of yesterday.
 *
 * @param {{day: string | null, time: string | null}} entered
 * @param {number} now milliseconds
 * @returns {Start}
 */
export function startOf({ day, time }, now) {
  if (!time) return { state: "none" };
  const found = day ? shown(day, time) : nearest(time, now);
  const at = found.findLast((one) => one <= now) ?? found[0];
  if (at === undefined) return { state: "skipped" };
  if (at > now) return { state: "future", at };
  if (now - at > DAY) return { state: "old", at };
  const isSecond = found.length > 1 ? at === found[1] : null;
  return { state: "running", at, minute: Math.floor((now - at) / MINUTE), isSecond };
}

/** When the clock shows a time on a day: twice when it is put back, never when it is moved over it. @param {string} day @param {string} time */
function shown(day, time) {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const about = new Date(year, month - 1, date, hour, minute).getTime();
  const near = SHIFTS.map((shift) => about + shift * MINUTE);
  return near.filter((at) => {
    const then = new Date(at);
    return then.getDate() === date && then.getHours() === hour && then.getMinutes() === minute;
  });
}

/** Those of the day on which the time is nearest. @param {string} time @param {number} now */
function nearest(time, now) {
  const days = [-1, 0, 1].map((after) => {
    const noon = new Date(now);
    noon.setHours(12, 0, 0, 0);
    noon.setDate(noon.getDate() + after);
    return shown([noon.getFullYear(), noon.getMonth() + 1, noon.getDate()].join("-"), time);
  });
  const distance = (/** @type {number[]} */ times) => Math.min(...times.map((at) => Math.abs(at - now)));
  return days.reduce((best, times) => (distance(times) < distance(best) ? times : best));
}

/** @param {number} start milliseconds @param {number} minute after it */
export const timeOf = (start, minute) => start + minute * MINUTE;

/**
 * Time from now on, or that has passed, as a countdown has it.
 *
 * @param {number} milliseconds
 */
export function countdown(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const last = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${last}` : `${minutes}:${last}`;
}

/**
 * A look at the clock beside the one before.
 *
 * @typedef {{kind: "back", from: number, to: number} | {kind: "still", from: number, to: number}} Jump
 */

/** Whether the clock went on as it should between two looks: by the time that has passed, in small steps. */
export class Looks {
  /** @type {{wall: number, passed: number} | null} */
  #last = null;

  /**
   * @param {number} wall what the clock shows, in milliseconds
   * @param {number} passed milliseconds that have passed since the page began; in some browsers not while the device slept
   * @returns {Jump | null} null where nothing is to be said
   */
  look(wall, passed) {
    const last = this.#last;
    this.#last = { wall, passed };
    if (!last) return null;
    const expected = last.wall + passed - last.passed;
    if (wall < expected - SET_BACK) return { kind: "back", from: expected, to: wall };
    return wall - last.wall > STOOD_STILL ? { kind: "still", from: last.wall, to: wall } : null;
  }
}
