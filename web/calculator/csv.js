/** A table as comma-separated values, by RFC 4180. @param {{head: string[], rows: string[][]}} table */
export function asCsv({ head, rows }) {
  return `${[head, ...rows].map(line).join("\r\n")}\r\n`;
}

/** @param {string[]} cells */
function line(cells) {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
