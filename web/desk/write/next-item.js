/** What Enter does in a list, as in Word: it begins the next item, and in an empty item it ends the list. */
import { isInCode } from "./brought-place.js";
import { lineAround } from "./change.js";

/** @import { Change } from "./change.js" */

const ITEM =
  /^(?<quote>(?:[ \t]*>)*)(?<indent>[ \t]*)(?<sign>[-*+]|(?<number>\d{1,9})(?<stop>[.)]))(?<gap>[ \t]+)(?<box>\[[ xX]\](?:[ \t]+|$))?(?<words>.*)$/;
/** Three or more of a sign alone are a dividing line. */
const RULE = /^[ \t>]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/;

/**
 * The change that Enter makes where the cursor stands in the words of an item; null where it is a line break and no more.
 *
 * @param {string} text
 * @param {[number, number]} selection
 * @returns {Change | null}
 */
export function nextItemAt(text, [from, to]) {
  const [start, end] = lineAround(text, from);
  const line = text.slice(start, end);
  const { quote = "", indent = "", sign = "", number, stop, gap = "", box, words = "" } = ITEM.exec(line)?.groups ?? {};
  if (!sign || from !== to || RULE.test(line) || isInCode(text, from)) return null;
  if (from < start + line.length - words.length) return null;
  if (words.trim() === "") {
    const outside = quote && `${quote} `;
    const above = text.slice(0, start).split("\n").at(-2) ?? "";
    // A line directly below an item would still be part of it.
    const insert = above.replaceAll(">", "").trim() === "" ? outside : `${quote}\n${outside}`;
    return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
  }
  const next = number === undefined ? sign : `${Number(number) + 1}${stop}`;
  const begun = `\n${quote}${indent}${next}${gap}${box ? "[ ] " : ""}`;
  // The words behind the cursor are those of the next item.
  const rest = text.slice(from, end).trimStart();
  const { length, below } = numberedOn(text.slice(end), quote + indent, Number(number), stop);
  const cursor = from + begun.length;
  const select = /** @type {[number, number]} */ ([cursor, cursor]);
  return below === ""
    ? { from, to: end - rest.length, insert: begun, select }
    : { from, to: end + length, insert: begun + rest + below, select };
}

/**
 * The items that follow in the same list, each with the next number, and the length of the text whose place they take.
 *
 * @param {string} text behind the line of the cursor @param {string} before what stands before each number @param {number} last @param {string | undefined} stop the sign behind it; none in a list without numbers
 */
function numberedOn(text, before, last, stop) {
  const [rest = "", ...lines] = text.split("\n");
  const made = [rest];
  let number = last;
  let many = 0;
  for (const line of lines) {
    const typed = line.startsWith(before) ? /^(\d{1,9})([.)])(?=[ \t])/.exec(line.slice(before.length)) : null;
    const isOther = line.trim() !== "" && !/^[ \t>]/.test(line);
    if (typed ? Number(typed[1]) !== number + 1 || typed[2] !== stop : isOther) break;
    if (typed) number += 1;
    made.push(typed ? `${before}${number + 1}${line.slice(before.length + (typed[1]?.length ?? 0))}` : line);
    if (typed) many = made.length;
  }
  const length = [rest, ...lines].slice(0, many).join("\n").length;
  return { length, below: made.slice(0, many).join("\n") };
}
