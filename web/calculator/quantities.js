/** Numbers with their units, and days: each in an element that keeps it on one line and in its order. */

import { element } from "../dom.js";

/**
 * Wraps every quantity in the texts of a view.
 *
 * @param {Node} view
 * @param {string} pattern what a quantity is, as the page says it
 */
export function keepQuantitiesWhole(view, pattern) {
  const quantity = new RegExp(`(${pattern})`, "u");
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    const pieces = text.data.split(quantity);
    if (pieces.length === 1) continue;
    // Every second piece is a quantity.
    text.replaceWith(
      ...pieces.map((words, place) =>
        place % 2 ? element("bdi", { class: "quantity", translate: "no" }, words) : words,
      ),
    );
  }
}
