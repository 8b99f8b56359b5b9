/**
 * Markup read as plain data (hast), by a parser of its own: a browser's parser holds pasted styles and programs against the policy of
 * the page, even where they could never run. So nothing that is pasted ever comes near the page.
 */

import { parseFragment } from "parse5";

/** @import { Element, ElementContent, Root } from "hast" */
/** @import { DefaultTreeAdapterTypes as Tree } from "parse5" */

/** Attributes that hast calls otherwise. @type {Record<string, string>} */
const NAMES = { colspan: "colSpan", rowspan: "rowSpan" };

/** @param {string} markup @returns {Root} */
export const hast = (markup) => ({ type: "root", children: parseFragment(markup).childNodes.flatMap(ofNode) });

/** @param {Tree.ChildNode} node @returns {ElementContent[]} */
function ofNode(node) {
  if ("value" in node) return [{ type: "text", value: node.value }];
  if (!("tagName" in node)) return []; // a comment
  const inside = "content" in node ? node.content : node;
  const properties = Object.fromEntries(node.attrs.map(({ name, value }) => propertyOf(name, value)));
  return [{ type: "element", tagName: node.tagName, properties, children: inside.childNodes.flatMap(ofNode) }];
}

/** @param {string} name @param {string} value @returns {[string, Element["properties"][string]]} */
function propertyOf(name, value) {
  if (name === "class") return ["className", value.split(/\s+/).filter(Boolean)];
  if (name === "hidden" || name === "checked") return [name, true];
  return [NAMES[name] ?? name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), value];
}
