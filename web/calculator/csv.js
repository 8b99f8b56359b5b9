/**
 * A table as comma-separated values, by RFC 4180. The stops and cautions of its answer are its last rows, as wide as the others.
 *
 * @param {{head: string[], rows: string[][]}} table
 * @param {readonly string[]} [dangers]
 */
export function asCsv({ head, rows }, dangers = []) {
  const told = dangers.map((danger) => [danger, ...head.slice(1).map(() => "")]);
  return `${[head, ...rows, ...told].map(line).join("\r\n")}\r\n`;
}

/** @param {string[]} cells */
function line(cells) {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
