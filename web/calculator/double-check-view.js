import { required } from "../dom.js";
import { contentOf, fill, repeat } from "./fill-template.js";

/** @import { DoubleCheck } from "../engine/reply.js" */

/**
 * The sheet that two people check on paper: its lines, or what stands against them.
 *
 * @param {DoubleCheck} sheet
 * @param {HTMLElement} calculator the element that holds the template
 */
export function doubleCheckView({ against, lines }, calculator) {
  const view = contentOf(required(calculator, ".double-check-template"));
  required(view, against.length ? ".to-check" : ".against").remove();
  repeat(view, ".against li", against, (item, reason) => fill(item, { reason }));
  repeat(view, ".to-check tbody tr", lines, (row, [item, text]) => fill(row, { item, text }));
  return view;
}
