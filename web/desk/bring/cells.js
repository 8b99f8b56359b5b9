/** Cells copied from a spreadsheet, or from a table of a page. */

import { plainCharacters } from "./characters.js";
import { withoutMachinery } from "./left-out.js";
import { hast } from "./parse.js";
import { plain } from "./report.js";
import { gridOf } from "./tables.js";
import { elements, wordsOf } from "./tree.js";

const MARKUP = /<(?:table|html|td|tr)\b/i;

/**
 * The cells of what was copied: `text/html` with a table, or text with tabs between its cells. Null when it is neither.
 * A cell over several rows or columns stands in each of them.
 * @param {string} copied
 * @returns {string[][] | null}
 */
export function broughtCells(copied) {
  const rows = MARKUP.test(copied) ? ofMarkup(copied) : copied.includes("\t") ? ofTabs(copied) : [];
  const filled = rows.filter((row) => row.some(Boolean));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (!width) return null;
  return filled.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ""));
}

/** @param {string} markup */
function ofMarkup(markup) {
  const root = hast(markup);
  withoutMachinery(root);
  const table = [...elements(root)].find((one) => one.tagName === "table");
  return table ? gridOf(table).map(({ cells }) => cells.map((cell) => plain(plainCharacters(wordsOf(cell))))) : [];
}

/** A cell with a line end, a tab or a quotation mark in it is quoted. @param {string} written */
function ofTabs(written) {
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, quoted, bare = "", end] of written
    .replace(/\r\n?/g, "\n")
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(plain(plainCharacters(quoted === undefined ? bare : quoted.replaceAll('""', '"'))));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
