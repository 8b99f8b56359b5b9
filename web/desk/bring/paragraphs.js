/** Paragraphs: two line ends in a row part them, and words that stand bare between blocks are one. */

import { element, isElement, rewrite } from "./tree.js";

/** @import { Element, Root } from "hast" */

/** @param {Root} root */
export function withParagraphs(root) {
  rewrite(root, (node, parent) => {
    if (isElement(node, "br") && isElement(parent, "ul", "ol", "table", "tbody", "tr")) return [];
    if (isElement(node, "p") && !isElement(parent, "td", "th")) return parted(node);
    return undefined;
  });
}

/** A paragraph as several, where empty lines stand in it. @param {Element} paragraph @returns {Element[]} */
function parted(paragraph) {
  /** @type {Element["children"][]} */
  const parts = [[]];
  let breaks = 0;
  for (const node of paragraph.children) {
    if (isElement(node, "br")) {
      breaks += 1;
      if (breaks === 2) {
        parts.at(-1)?.pop();
        parts.push([]);
      } else if (breaks === 1) parts.at(-1)?.push(node);
      continue;
    }
    if (node.type === "text" && !node.value.trim() && breaks) continue;
    breaks = 0;
    parts.at(-1)?.push(node);
  }
  return parts
    .map(withoutEdges)
    .filter((part) => part.length)
    .map((part) => element("p", part, paragraph.properties));
}

/** @param {Element["children"]} part */
function withoutEdges(part) {
  const made = [...part];
  const isEdge = (/** @type {Element["children"][number] | undefined} */ node) =>
    isElement(node, "br") || (node?.type === "text" && !node.value.trim());
  while (isEdge(made[0])) made.shift();
  while (isEdge(made.at(-1))) made.pop();
  return made;
}
