/** Tables as Markdown can have them: a heading row, one line in each cell, no cell over several, none inside another. */

import { plain, shortened } from "./report.js";
import { attribute, element, elements, isBlock, isElement, rewrite, styleOf, takeOut, text, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{row: Element, cells: (Element | undefined)[]}} Row each cell once in every place that it covers */

const MOST_COLUMNS = 60;

/** @param {Root} root @param {Findings} findings */
export function withPlainTables(root, findings) {
  takeOut(root, (node) => isElement(node) && /^col(?:group)?$/.test(node.tagName));
  withoutNested(root, findings);
  rewrite(root, (node) => {
    if (!isElement(node, "table")) return undefined;
    const caption = node.children
      .filter((child) => isElement(child, "caption"))
      .map((one) => ({ .../** @type {Element} */ (one), tagName: "p" }));
    const rows = filled(gridOf(node));
    if (!rows.length) return caption;
    if (isFrame(rows)) {
      findings.ask(`A frame is left out, and its words are kept as text: "${shortened(wordsOf(node))}".`);
      return [...caption, ...rows.flatMap(({ cells }) => cells).flatMap((cell) => cell?.children ?? [])];
    }
    findings.count("tables");
    return [...caption, plainTable(rows, findings)];
  });
}

/** @param {Root} root @param {Findings} findings */
function withoutNested(root, findings) {
  rewrite(root, (node) => {
    if (!isElement(node, "td", "th")) return undefined;
    const inner = [...elements(node)].filter((one) => one.tagName === "table");
    if (!inner.length) return undefined;
    for (const table of inner) {
      findings.ask(
        `A table stood inside of a cell; its cells now follow each other there: "${shortened(wordsOf(table))}". Compare it with the source.`,
      );
      const lines = gridOf(table).map(({ cells }) =>
        [...new Set(cells)].map((cell) => plain(wordsOf(cell))).join("; "),
      );
      table.tagName = "div";
      table.children = lines.map((line) => element("p", [text(line)]));
      findings.count("tables inside of tables");
    }
    return undefined;
  });
}

/**
 * The rows of a table, each cell in every place that it covers. Rows of tables inside of it do not count.
 * @param {Element} table @returns {Row[]}
 */
export function gridOf(table) {
  const rows = rowsOf(table);
  /** @type {(Element | undefined)[][]} */
  const grid = rows.map(() => []);
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.children) {
      if (!isElement(cell, "td", "th")) continue;
      const line = grid[top] ?? [];
      while (line[left]) left += 1;
      const across = Math.min(MOST_COLUMNS, Math.max(1, Number(attribute(cell, "colSpan")) || 1));
      const down = Math.min(rows.length - top, Math.max(1, Number(attribute(cell, "rowSpan")) || 1));
      for (let y = top; y < top + down; y += 1) for (let x = left; x < left + across; x += 1) (grid[y] ?? [])[x] = cell;
      left += across;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return rows.map((row, y) => ({ row, cells: Array.from({ length: width }, (_, x) => grid[y]?.[x]) }));
}

/** @param {Element} table @returns {Element[]} */
function rowsOf(table) {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === "tr" ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Without rows and columns that are empty throughout. @param {Row[]} rows @returns {Row[]} */
function filled(rows) {
  const isFilled = (/** @type {Element | undefined} */ cell) =>
    Boolean(plain(wordsOf(cell))) ||
    (cell && [...elements(cell)].some((one) => /^(?:img|brought-mark)$/.test(one.tagName)));
  const left = rows.filter(({ cells }) => cells.some(isFilled));
  const columns = left[0]?.cells.map((_, x) => left.some(({ cells }) => isFilled(cells[x]))) ?? [];
  return left.map(({ row, cells }) => ({ row, cells: cells.filter((_, x) => columns[x]) }));
}

/** Whether only one cell of a table has words. @param {Element} table */
export const isOneCell = (table) => filled(gridOf(table)).flatMap(({ cells }) => cells).length === 1;

/** A frame around text, drawn as a table: one cell, or one column with headings or lists in it. @param {Row[]} rows */
function isFrame(rows) {
  const cells = rows.flatMap(({ cells }) => cells);
  if (cells.length === 1) return true;
  return (
    rows.every(({ cells }) => cells.length === 1) &&
    cells.some((cell) => cell && [...elements(cell)].some((one) => /^(?:h[1-6]|ul|ol|table)$/.test(one.tagName)))
  );
}

/** @param {Row[]} rows @param {Findings} findings @returns {Element} */
function plainTable(rows, findings) {
  const [first] = rows;
  const head = first?.cells ?? [];
  const isHead =
    isElement(head[0]) &&
    head.every((cell) => !cell || cell.tagName === "th" || isAllBold(cell) || !plain(wordsOf(cell)));
  const place = shortened(head.map((cell) => wordsOf(cell)).join(" | "));
  if (!isHead) findings.ask(`A table has no heading row, so its first row is taken for one: "${place}".`);
  const wide = rows.slice(1).filter(isWide);
  if (wide.length) {
    const told = wide.map(({ cells }) => `"${shortened(wordsOf(cells[0]))}"`).join(", ");
    findings.ask(`A row of a table was one wide cell, and now stands in the first column: ${told}.`);
  }
  const merged = mergedOf(rows.filter((row) => !wide.includes(row)));
  if (merged.length) {
    const told = merged.map((words) => `"${words}"`).join(", ");
    findings.ask(
      `Cells that were one over several rows or columns are repeated in each of them: ${told}. Look whether the table still says the same.`,
    );
  }
  const made = rows.map((row, y) =>
    element(
      "tr",
      row.cells.map((cell, x) =>
        element(y === 0 ? "th" : "td", wide.includes(row) && x > 0 ? [] : inOneLine(cell, y === 0, findings)),
      ),
    ),
  );
  return element("table", [element("thead", made.slice(0, 1)), element("tbody", made.slice(1))]);
}

/** @param {Row} row */
const isWide = ({ cells }) => cells.length > 1 && cells.every((cell) => cell === cells[0]);

/** The words of cells that cover several places. @param {Row[]} rows */
function mergedOf(rows) {
  const seen = new Map();
  for (const { cells } of rows) for (const cell of cells) if (cell) seen.set(cell, (seen.get(cell) ?? 0) + 1);
  return [...seen]
    .filter(([, times]) => times > 1)
    .map(([cell]) => shortened(wordsOf(cell)))
    .filter(Boolean);
}

/** @param {Element} cell */
function isAllBold(cell) {
  if (/^(?:bold|[6-9]00)$/.test(styleOf(cell)["font-weight"] ?? "")) return true;
  let bold = 0;
  const visit = (/** @type {Element["children"][number]} */ node, /** @type {boolean} */ isBold) => {
    if (node.type === "text" && node.value.trim()) bold += isBold ? 1 : Number.NEGATIVE_INFINITY;
    else if (isElement(node)) for (const child of node.children) visit(child, isBold || node.tagName === "strong");
  };
  for (const child of cell.children) visit(child, false);
  return bold > 0;
}

/** What a cell holds, in one line. @param {Element | undefined} cell @param {boolean} isHead @param {Findings} findings @returns {Element["children"]} */
function inOneLine(cell, isHead, findings) {
  /** @type {Element["children"][]} */
  const lines = [[]];
  /** @param {Element["children"]} nodes @param {string} sign */
  const visit = (nodes, sign) => {
    for (const node of nodes) {
      if (!isElement(node)) lines.at(-1)?.push(structuredClone(node));
      else if (node.tagName === "br") lines.push([]);
      else if (node.tagName === "strong" && isHead) visit(node.children, sign);
      else if (isBlock(node) && node.tagName !== "img") {
        lines.push(node.tagName === "li" && sign ? [text(sign)] : []);
        const counts = node.tagName === "ol";
        const items = counts ? node.children.filter((child) => isElement(child, "li")) : [];
        if (counts) for (const [i, item] of items.entries()) visit([item], `${i + 1}. `);
        else visit(node.children, sign);
        lines.push([]);
      } else lines.at(-1)?.push(structuredClone(node));
    }
  };
  visit(cell?.children ?? [], "");
  const written = lines.filter((line) =>
    line.some((node) => plain(wordsOf(node)) || (isElement(node) && /^(?:img|brought-mark)$/.test(node.tagName))),
  );
  const items = cell ? [...elements(cell)].filter((one) => one.tagName === "li").length : 0;
  if (items) {
    findings.count("items in cells", items);
    findings.ask(
      `A list stood in a cell of a table; its items now stand one below the other: "${shortened(wordsOf(cell))}".`,
    );
  }
  return written.flatMap((line, i) => (i ? [element("brought-mark", [], { dataBreak: "" }), ...line] : line));
}
