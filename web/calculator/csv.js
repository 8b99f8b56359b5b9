/**
 * A table as comma-separated values, by RFC 4180. The stops and cautions of its answer are its last rows, as wide as the others.
 *
 * It begins with a byte order mark, or Excel would take it for another character set. Where a comma is the reader's decimal mark,
 * their Excel parts columns at semicolons, and would read 1,500 as one and a half.
 *
 * @param {{head: string[], rows: string[][]}} table
 * @param {readonly string[]} [dangers]
 * @param {boolean} [hasDecimalComma]
 */
export function asCsv({ head, rows }, dangers = [], hasDecimalComma = false) {
  const told = dangers.map((danger) => [danger, ...head.slice(1).map(() => "")]);
  const separator = hasDecimalComma ? ";" : ",";
  const line = (/** @type {string[]} */ cells) =>
    cells.map((cell) => quoted(harmless(hasDecimalComma ? withDecimalCommas(cell) : cell), separator)).join(separator);
  return `\ufeff${[head, ...rows, ...told].map(line).join("\r\n")}\r\n`;
}

const NUMBER = /^[−-]?\d+(?:[.,]\d+)*%?$/;
/** With thousands divided, or with decimals; not the parts of a version such as 1.0.2. */
const NUMBERS = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![.,]?\d)/g;

/** A number begins with the minus that spreadsheets read; anything else that they would take for a formula is a text. @param {string} cell */
function harmless(cell) {
  if (NUMBER.test(cell)) return cell.replace("−", "-");
  return /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** @param {string} cell */
function withDecimalCommas(cell) {
  return cell.replaceAll(NUMBERS, (number) => number.replaceAll(",", "").replace(".", ","));
}

/** @param {string} cell @param {string} separator */
function quoted(cell, separator) {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
