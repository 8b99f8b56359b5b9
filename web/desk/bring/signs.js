/** What parts the signs of items from the cells of tables, where both have a tab behind them. */

/** The sign of an item or of a note, which has a tab behind it in most documents. Grades such as `++` and `--` are none. */
const SIGN = /^(?:[[(]?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)\]]+|[-–—]|[^\p{L}\p{N}+=<>~±≈≤≥%#?/–—-]{1,2}|o)$/iu;
/** What stands before the words of a caption. */
const LABEL = /^(?:table|figure|fig\.|box|chart|appendix)\s*\S{0,4}$/i;
const BARE_NUMBER = /^\d{1,3}$/;
/** What only the words of a reference have. */
export const WORK =
  /\bdoi\b|10\.\d{4,9}\/|\bPMID\b|\b(?:19|20)\d\d[a-z]?(?:\s?\w{3}\s?\d*)?;\s?\d+|\((?:19|20)\d\d[a-z]?\)\.?\s+\p{Lu}|\bet al\b/iu;

/** @param {string[]} cells */
const filledOf = (cells) => cells.map((cell) => cell.replace(/\s+/g, " ").trim()).filter(Boolean);

/** Whether a line is a sign and its words, no more. @param {string[]} cells the words between its tabs */
export function isSigned(cells) {
  const [first = "", second = "", ...others] = filledOf(cells);
  const isSign = SIGN.test(first) || LABEL.test(first) || (BARE_NUMBER.test(first) && WORK.test(second));
  return second !== "" && !others.length && isSign;
}

/** Whether two cells of a line or more have words. @param {string[]} cells */
export const isDivided = (cells) => filledOf(cells).length > 1 && !isSigned(cells);

/**
 * Where lines that follow each other are the rows of a table: all have as many cells. A line that is not divided by itself, such as
 * one with a single word, is a row where it has as many tabs as the row before it.
 * @param {string[][]} lines the cells of each
 * @returns {[number, number][]} from the first row to before the first line that is none
 */
export function tablesAmong(lines) {
  const isRow = lines.map(isDivided);
  const joins = (/** @type {number} */ i, /** @type {number} */ beside) =>
    isRow[beside] &&
    lines[i]?.length === lines[beside]?.length &&
    !(isSigned(lines[i] ?? []) && lines[i]?.length === 2);
  for (let i = 1; i < lines.length; i += 1) isRow[i] ||= Boolean(joins(i, i - 1));
  // Above the first row, a single word is a line of its own.
  for (let i = lines.length - 2; i >= 0; i -= 1) isRow[i] ||= isSigned(lines[i] ?? []) && Boolean(joins(i, i + 1));
  /** @type {[number, number][]} */
  const tables = [];
  for (let start = 0, end = 0; start < lines.length; start = end) {
    while (end < lines.length && isRow[end] === isRow[start]) end += 1;
    const group = lines.slice(start, end);
    const [columns = 0] = group.map((cells) => cells.length);
    const isEven = group.every((cells) => cells.length === columns);
    const divided = group.filter(isDivided).length;
    if (isRow[start] && isEven && group.length > 1 && (divided > 1 || columns > 2)) tables.push([start, end]);
  }
  return tables;
}
