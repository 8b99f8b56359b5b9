/** Paragraphs: two line ends in a row part them, and words that stand bare between blocks are one. */

import { element, isBlock, isElement, rewrite, text } from "./tree.js";

/** @import { Element, Parents, Root, RootContent } from "hast" */

/** Blocks that hold other blocks. */
const HOLDERS = [
  "article",
  "aside",
  "blockquote",
  "brought-note",
  "center",
  "div",
  "figure",
  "footer",
  "header",
  "main",
  "nav",
  "section",
];
const OWN_BLOCK = ["brought-note", "table"];

/** @param {Root} root */
export function withParagraphs(root) {
  rewrite(root, (node, parent) => {
    if (isElement(node, "br") && isElement(parent, "ul", "ol", "table", "tbody", "tr")) return [];
    if (isElement(node, "dl")) return definitions(node);
    if (isElement(node, ...HOLDERS)) inParagraphs(node);
    return isElement(node, "p") && !isElement(parent, "td", "th") ? parted(node) : undefined;
  });
  inParagraphs(root);
}

/** Puts bare words between blocks into paragraphs. @param {Parents} parent */
function inParagraphs(parent) {
  /** @type {RootContent[]} */
  const made = [];
  /** @type {Element["children"]} */
  let bare = [];
  const finish = () => {
    made.push(...parted(element("p", bare)));
    bare = [];
  };
  for (const child of /** @type {Element["children"]} */ (parent.children)) {
    if (
      isElement(child) &&
      child.tagName !== "br" &&
      (isBlock(child) || OWN_BLOCK.includes(child.tagName)) &&
      child.tagName !== "img"
    ) {
      finish();
      made.push(child);
    } else bare.push(child);
  }
  finish();
  parent.children = /** @type {Element["children"]} */ (made);
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
    } else if (node.type !== "text" || node.value.trim() || !breaks) {
      breaks = 0;
      parts.at(-1)?.push(node);
    }
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

/** Terms and their definitions as paragraphs that begin with the term. @param {Element} list @returns {Element["children"]} */
function definitions(list) {
  /** @type {Element["children"]} */
  const made = [];
  /** @type {Element["children"]} */
  let terms = [];
  for (const child of list.children.flatMap((one) => (isElement(one, "div") ? one.children : [one]))) {
    if (!isElement(child)) continue;
    if (child.tagName === "dt") {
      terms = [...terms, ...(terms.length ? [text(", ")] : []), element("strong", child.children)];
    } else {
      const isOfBlocks = child.children.some((one) => isElement(one) && isBlock(one));
      const [first, ...others] = isOfBlocks ? child.children : [element("p", child.children)];
      const opening = terms.length ? [...terms, text(": ")] : [];
      terms = [];
      if (isElement(first, "p")) made.push(element("p", [...opening, ...first.children]), ...others);
      else made.push(...(opening.length ? [element("p", opening)] : []), ...child.children);
    }
  }
  return terms.length ? [...made, element("p", terms)] : made;
}
