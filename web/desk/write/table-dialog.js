/** A table as a small grid: typed, pasted from a spreadsheet, with rows and columns added and removed. */
import { element } from "../../dom.js";
import { ask, button } from "../dialog.js";
import { squared, withColumn, withoutColumn, withoutRow, withRow } from "./table-at.js";

/**
 * Asks for the cells of a table; the first row is its head.
 *
 * @param {string[][]} given
 * @param {(copied: string) => string[][] | null} cellsOf what a spreadsheet has put on the clipboard
 * @returns {Promise<string[][] | null>}
 */
export function askForTable(given, cellsOf) {
  return ask("Table", (done) => {
    let cells = squared(given);
    let [row, column] = [0, 0];
    const grid = element("table", { class: "desk-grid" });
    const says = element("p", { class: "desk-hint", role: "status" });
    const cellAt = (/** @type {number} */ y, /** @type {number} */ x) =>
      /** @type {HTMLElement | undefined} */ (grid.rows[y]?.cells[x]?.firstElementChild);

    const draw = (/** @type {string} */ words = "") => {
      grid.replaceChildren(...cells.map((own, y) => element("tr", {}, ...own.map((text, x) => cell(text, y, x)))));
      row = Math.min(row, cells.length - 1);
      column = Math.min(column, (cells[0]?.length ?? 1) - 1);
      says.textContent = `${words ? `${words} ` : ""}${cells.length} rows, ${cells[0]?.length ?? 0} columns.`;
    };
    const cell = (/** @type {string} */ text, /** @type {number} */ y, /** @type {number} */ x) => {
      const field = element("input", {
        type: "text",
        value: text,
        autocomplete: "off",
        "aria-label": y ? `Row ${y}, column ${x + 1}` : `Head of column ${x + 1}`,
      });
      field.addEventListener("input", () => {
        const own = cells[y];
        if (own) own[x] = field.value;
      });
      field.addEventListener("focus", () => {
        [row, column] = [y, x];
      });
      field.addEventListener("keydown", (event) => {
        const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        cellAt(y + step, x)?.focus();
      });
      field.addEventListener("paste", (event) => {
        const copied = event.clipboardData;
        const pasted = cellsOf(copied?.getData("text/html") || copied?.getData("text/plain") || "");
        if (!pasted || (pasted.length === 1 && pasted[0]?.length === 1)) return;
        event.preventDefault();
        cells = placed(cells, pasted, y, x);
        draw("Pasted.");
        cellAt(y, x)?.focus();
      });
      return element(y ? "td" : "th", {}, field);
    };
    const changing = (/** @type {string} */ words, /** @type {() => string[][]} */ change) =>
      button(words, () => {
        cells = change();
        draw();
      });
    draw();
    return {
      content: [
        element("p", {}, "The first row is the head. Cells copied from a spreadsheet can be pasted into any cell."),
        element("div", { class: "desk-grid-region", role: "region", tabindex: "0", "aria-label": "Cells" }, grid),
        element(
          "div",
          { class: "desk-actions", role: "group", "aria-label": "Rows and columns" },
          changing("Add row", () => withRow(cells, row + 1)),
          changing("Remove row", () => withoutRow(cells, row)),
          changing("Add column", () => withColumn(cells, column + 1)),
          changing("Remove column", () => withoutColumn(cells, column)),
        ),
        says,
      ],
      act: [{ words: "Insert table", run: () => done(cells) }],
      first: cellAt(0, 0),
    };
  });
}

/**
 * Cells with others laid over them from a place on; the grid grows as far as is needed.
 *
 * @param {string[][]} cells
 * @param {string[][]} over
 * @param {number} top
 * @param {number} start
 */
export function placed(cells, over, top, start) {
  const grown = squared([...cells, ...Array(Math.max(0, top + over.length - cells.length)).fill([])]);
  over.forEach((own, y) => {
    own.forEach((text, x) => {
      const row = grown[top + y];
      if (row) row[start + x] = text;
    });
  });
  return squared(grown.map((row) => Array.from(row, (text) => text ?? "")));
}
