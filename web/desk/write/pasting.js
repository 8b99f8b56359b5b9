/** What is pasted into the text: pictures are asked about, formatted text becomes Markdown, cells become a table, plain text stays as it is. */
import { element } from "../../dom.js";
import { isSigned } from "../bring/signs.js";
import { bringCells, bringFile, bringHtml, isFormatted } from "./bringing.js";
import { isInCode } from "./brought-place.js";

/** @import { BringOptions } from "./bringing.js" */
/** @import { InsertBar } from "./insert-bar.js" */

/**
 * @param {() => InsertBar} bar
 * @param {BringOptions} options
 */
export function pasteHooks(bar, options) {
  const { field, says } = options;
  const tried = (/** @type {Promise<void>} */ act) =>
    act.catch((thrown) => says(thrown instanceof Error ? thrown.message : String(thrown)));
  return {
    /** @param {ClipboardEvent} event */
    pasted: (event) => {
      const given = event.clipboardData;
      const html = given?.getData("text/html") ?? "";
      const text = given?.getData("text/plain") ?? "";
      const picture = [...(given?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      if (html && isFormatted(html)) {
        event.preventDefault();
        says("Reading what was pasted.");
        void tried(bringHtml(html, options));
      } else if (isCells(text) && !isInCode(field().value, field().selection[0])) {
        event.preventDefault();
        void tried(bringCells(text, options));
      } else if (picture && !text) {
        event.preventDefault();
        void tried(bar().picture(picture));
      }
    },
    open: () => {
      const chooser = element("input", { type: "file", accept: ".docx,.html,.htm" });
      chooser.addEventListener("change", () => {
        const file = chooser.files?.[0];
        if (!file) return;
        says(`Reading ${file.name}.`);
        void tried(bringFile(file, options));
      });
      chooser.click();
    },
  };
}

/** A cell in quotation marks, which may have tabs and line ends in it. */
const QUOTED = /(^|[\t\n])"(?:[^"]|"")*"(?=[\t\n]|$)/g;

/** Whether a text is two lines or more of as many cells, two at least, with a tab between two of them. A list, whose first line has the sign of an item, is none. @param {string} text */
export function isCells(text) {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(QUOTED, "$1x")
    .split("\n")
    .filter((line) => line.trim());
  const columns = new Set(lines.map((line) => line.split("\t").length));
  const isFilled = lines.every((line) => line.split("\t").filter((cell) => cell.trim()).length > 0);
  return (
    lines.length > 1 &&
    columns.size === 1 &&
    !columns.has(1) &&
    isFilled &&
    !isSigned(lines[0]?.split("\t") ?? []) &&
    !lines.every((line) => /^\t+[^\t]*$/.test(line))
  );
}
