/** @import { Answer, Table } from "./reply.js" */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A column of days that are planned; days on which something was measured are headed otherwise. */
const PLANNED = "Date";

/** Whether a table is a plan of dates. @param {Table} table */
export function isPlan({ head, rows }) {
  return head[0] === PLANNED && rows.length > 0 && rows.every(([day = ""]) => DAY.test(day));
}

/**
 * A plan of dates as an iCalendar file (RFC 5545): an all-day entry for each row. It names no patient.
 *
 * @param {Answer} answer
 * @param {Table} plan
 * @param {Date} [now]
 */
export function asCalendar(answer, plan, now = new Date()) {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const entries = plan.rows.flatMap(([day = "", ...words]) => [
    "BEGIN:VEVENT",
    `UID:${crypto.randomUUID()}@${location.hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(words.filter(Boolean).join(", "))}`,
    `DESCRIPTION:${escaped(`${answer.title} ${answer.version}. Check before use.`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${location.hostname}//${answer.calculator} ${answer.version}//EN`, ...entries, "END:VCALENDAR"];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

/** @param {string} words */
function escaped(words) {
  return words.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll("\n", "\\n");
}

const encoder = new TextEncoder();

/** No line may be longer than 75 bytes; a folded line goes on after a space. @param {string} line */
function folded(line) {
  const parts = [""];
  for (const char of line) {
    const last = parts.length - 1;
    if (encoder.encode(parts[last] + char).length > 74) parts.push(` ${char}`);
    else parts[last] += char;
  }
  return parts;
}
