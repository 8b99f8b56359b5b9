/** Markup read as plain data by the browser's own parser. */

import { inertMarkup } from "../../trusted.js";

/** @import { Element, Root } from "hast" */

/** @typedef {(markup: string) => Root} Parse */

/** Attributes that hast calls otherwise. @type {Record<string, string>} */
const NAMES = { colspan: "colSpan", rowspan: "rowSpan" };

/** @type {Parse} */
export const hast = (markup) => ({ type: "root", children: childrenOf(inertMarkup(markup)) });

/** @param {Node} node @returns {Element["children"]} */
const childrenOf = (node) => Array.from(node.childNodes).flatMap(ofNode);

/** @param {Node} child @returns {Element["children"]} */
function ofNode(child) {
  if (child.nodeType === Node.TEXT_NODE) return [{ type: "text", value: child.nodeValue ?? "" }];
  if (child.nodeType !== Node.ELEMENT_NODE) return []; // a comment
  const { localName, attributes } = /** @type {globalThis.Element} */ (child);
  const properties = Object.fromEntries(Array.from(attributes, ({ name, value }) => propertyOf(name, value)));
  return [{ type: "element", tagName: localName, properties, children: childrenOf(child) }];
}

/** @param {string} name @param {string} value @returns {[string, string | string[] | boolean]} */
function propertyOf(name, value) {
  if (name === "class") return ["className", value.split(/\s+/).filter(Boolean)];
  if (name === "hidden" || name === "checked") return [name, true];
  return [NAMES[name] ?? name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), value];
}
