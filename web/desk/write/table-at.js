/** A table of the text as cells: the one that the cursor is in. What writes a table is press (`table`). */
import { lineAround } from "./change.js";

const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/**
 * The table around a place; null where there is none that can be read cell by cell.
 *
 * @param {string} text
 * @param {number} place
 * @returns {{from: number, to: number, cells: string[][]} | null}
 */
export function tableAt(text, place) {
  let [from, to] = lineAround(text, place);
  if (!ROW.test(text.slice(from, to))) return null;
  while (from > 0) {
    const [start, end] = lineAround(text, from - 1);
    if (!ROW.test(text.slice(start, end))) break;
    from = start;
  }
  while (to < text.length) {
    const [start, end] = lineAround(text, to + 1);
    if (!ROW.test(text.slice(start, end))) break;
    to = end;
  }
  const [head, rule, ...rows] = text.slice(from, to).split("\n");
  if (!head || !rule || !RULE.test(rule)) return null;
  return { from, to, cells: [head, ...rows].map(cellsOf) };
}

/** @param {string} row */
function cellsOf(row) {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** All rows with the same number of cells, at least one. @param {string[][]} cells */
export function squared(cells) {
  const width = Math.max(1, ...cells.map((row) => row.length));
  return cells.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

/** @param {string[][]} cells @param {number} at @returns {string[][]} */
export const withRow = (cells, at) => cells.toSpliced(at, 0, Array(cells[0]?.length ?? 1).fill(""));
/** @param {string[][]} cells @param {number} at */
export const withoutRow = (cells, at) => (cells.length > 1 ? cells.toSpliced(at, 1) : cells);
/** @param {string[][]} cells @param {number} at */
export const withColumn = (cells, at) => cells.map((row) => row.toSpliced(at, 0, ""));
/** @param {string[][]} cells @param {number} at */
export const withoutColumn = (cells, at) => cells.map((row) => (row.length > 1 ? row.toSpliced(at, 1) : row));
