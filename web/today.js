/** The day of the reader's own clock, written so that every country reads it alike. */
export function today() {
  return dayOf(new Date());
}

/** The time of the reader's own clock, with the day when that is not today. @param {number} at milliseconds */
export function clockTime(at) {
  const then = new Date(at);
  const time = [then.getHours(), then.getMinutes()].map(twoFigures).join(":");
  return dayOf(then) === today() ? time : `${time} on ${dayOf(then)}`;
}

/** @param {Date} day */
function dayOf(day) {
  // Not by Intl: a browser that has not yet formatted a date needs a tenth of a second to learn how.
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(twoFigures).join("-");
}

/** @param {number} part */
function twoFigures(part) {
  return String(part).padStart(2, "0");
}
