/**
 * How old a kept copy is, in words. What counts is when it was last found to be the newest: a site that is not published
 * again for a year is not out of date.
 */

/** @import { CopyNotice } from "../kept-copy.js" */
/** @import { Kind } from "./page-source.js" */

const DAY = 86_400_000;

/**
 * @typedef {object} Age
 * @property {string} today ISO date, as the reader's device has it
 * @property {string} date ISO date of the edition
 * @property {string | null} confirmed ISO date on which it was last found to be the newest
 * @property {number} limit days after which answers say it; 0 for never
 */

/** Days from one ISO date to another. @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * What has to be said with every answer; null while the copy is fresh.
 *
 * @param {Age} age
 * @returns {CopyNotice | null}
 */
export function ageNotice({ today, date, confirmed, limit }) {
  if (!limit) return null;
  const since = confirmed ?? date;
  const days = daysBetween(since, today);
  // Another time zone may be a day behind.
  if (Math.min(days, daysBetween(date, today)) < -1) {
    return {
      text: `This device says that today is ${today}, but this copy of the site is of ${[date, since].sort().at(-1)}. Set the date of the device: until then nobody can tell how old this copy is.`,
      short: `age of the site copy unknown, device says ${today}`,
    };
  }
  if (days <= limit) return null;
  const found = confirmed ? "was last found to be the newest on" : "is of";
  return {
    text: `This copy of the site ${found} ${since}, ${days} days ago. Doses, limits and warnings may have changed or been withdrawn since. Go online, open this site, and take the newer version if one is offered.`,
    short: `site copy not compared with the newest for ${days} days`,
  };
}

/** Why a page comes from the store, where that is not simply for want of a network. @type {Record<Kind, string>} */
const REASONS = {
  ours: "",
  other: "",
  unreachable: "",
  slow: "The site is slow to answer.",
  fault: "The site has a fault.",
  foreign: "Something else answered in its place, such as the sign-in page of a network.",
};

/**
 * The quiet line above a page that comes from the store.
 *
 * @param {Pick<Age, "today" | "confirmed">} age
 * @param {{date: string, isOlder: boolean, why: Kind}} page the day of its edition, whether that is an older one, and why it is shown
 */
export function keptLine({ today, confirmed }, { date, isOlder, why }) {
  const days = daysBetween(date, today);
  const old = days < 0 ? "the date of this device is before it" : `${days} ${days === 1 ? "day" : "days"} old`;
  const what = isOlder ? "Kept copy from an older edition" : "Kept copy";
  const found = !isOlder && confirmed ? `Last found to be the newest on ${confirmed}.` : "";
  return [REASONS[why], `${what} of ${date}, ${old}.`, found].filter(Boolean).join(" ");
}
