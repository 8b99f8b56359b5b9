/** What is pasted into the text: pictures are asked about, formatted text becomes Markdown, plain text stays as it is. */
import { element } from "../../dom.js";
import { bringFile, bringHtml, isFormatted } from "./bringing.js";

/** @import { BringOptions } from "./bringing.js" */
/** @import { InsertBar } from "./insert-bar.js" */

/**
 * @param {() => InsertBar} bar
 * @param {() => BringOptions} bringing
 * @param {(words: string) => void} says
 */
export function pasteHooks(bar, bringing, says) {
  const tried = (/** @type {Promise<void>} */ act) =>
    act.catch((thrown) => says(thrown instanceof Error ? thrown.message : String(thrown)));
  return {
    /** @param {ClipboardEvent} event */
    pasted: (event) => {
      const given = event.clipboardData;
      const html = given?.getData("text/html") ?? "";
      const picture = [...(given?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      if (html && isFormatted(html)) {
        event.preventDefault();
        says("Reading what was pasted.");
        void tried(bringHtml(html, bringing()));
      } else if (picture && !given?.getData("text/plain")) {
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
        void tried(bringFile(file, bringing()));
      });
      chooser.click();
    },
  };
}
