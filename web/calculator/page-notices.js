/** What the page says at a form that must stand with every answer and every record of it, such as a withdrawn source. */

/** @import { CopyNotice } from "../kept-copy.js" */

/** @param {ParentNode} calculator @returns {CopyNotice[]} */
export function pageNotices(calculator) {
  const said = calculator.querySelectorAll(".recalled[data-record]");
  return Array.from(said, (words) => ({
    text: (words.textContent ?? "").replace(/\s+/g, " ").trim(),
    short: words.getAttribute("data-record") ?? "",
  }));
}
