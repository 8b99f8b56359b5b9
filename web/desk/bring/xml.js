/** Reading and changing the parts of a .docx file. Names are without their prefix, which files choose for themselves. */

import { symbol } from "./characters.js";

/** Where words of a file end and others begin. */
const APART = new Set([
  "p",
  "del",
  "ins",
  "moveFrom",
  "moveTo",
  "tc",
  "tr",
  "tab",
  "ptab",
  "br",
  "cr",
  "num",
  "den",
  "sup",
  "sub",
  "deg",
]);
const WORDS = new Set(["t", "delText"]);

/** The elements directly below, of these names or of any. @param {Node} node @param {...string} names @returns {Element[]} */
export const children = (node, ...names) =>
  /** @type {Element[]} */ (
    Array.from(node.childNodes).filter(
      (child) => child.nodeType === 1 && (!names.length || names.includes(/** @type {Element} */ (child).localName)),
    )
  );

/** The first element directly below of this name. @param {Node | undefined} node @param {string} name @returns {Element | undefined} */
export const child = (node, name) => (node ? children(node, name)[0] : undefined);

/** Every element below, from top to bottom; of these names or of any. @param {Node} node @param {...string} names @returns {Element[]} */
export const below = (node, ...names) =>
  children(node).flatMap((one) => [
    ...(!names.length || names.includes(one.localName) ? [one] : []),
    ...below(one, ...names),
  ]);

/** The closest element around of this name. @param {Node} node @param {...string} names @returns {Element | undefined} */
export function around(node, ...names) {
  for (let one = node.parentNode; one; one = one.parentNode)
    if (names.includes(/** @type {Element} */ (one).localName)) return /** @type {Element} */ (one);
  return undefined;
}

/** @param {Element | undefined} node @param {string} name @returns {string} */
export function attributeOf(node, name) {
  const found = node && Array.from(node.attributes).find((one) => (one.localName ?? one.name) === name);
  return found ? found.value : "";
}

/** A property that is on, off, or not there. @param {Element | undefined} properties @param {string} name */
export function isOn(properties, name) {
  const found = child(properties, name);
  return found !== undefined && !/^(?:0|false|none)$/.test(attributeOf(found, "val"));
}

/** The words of a part, what is deleted, hidden or in a formula included; of two forms of a drawing only the newer. @param {Node} node @returns {string} */
export function wordsOfXml(node) {
  const name = /** @type {Element} */ (node).localName;
  if (name === "Fallback" || name === "instrText") return "";
  if (WORDS.has(name)) return node.textContent ?? "";
  if (name === "sym") return symbolOf(/** @type {Element} */ (node)) ?? "";
  if (name === "noBreakHyphen") return "\u2011";
  const inside = children(node).map(wordsOfXml).join("");
  const isRaised = name === "r" && /^su[bp]/.test(attributeOf(child(child(node, "rPr"), "vertAlign"), "val"));
  return APART.has(name) || isRaised ? ` ${inside} ` : inside;
}

/** The sign that a `w:sym` shows. @param {Element} node */
export const symbolOf = (node) => symbol(attributeOf(node, "font"), Number.parseInt(attributeOf(node, "char"), 16));

/** @param {Node} node */
export const removed = (node) => node.parentNode?.removeChild(node);

/** Puts the children of an element in its place. @param {Element} node */
export function unwrap(node) {
  for (const inner of Array.from(node.childNodes)) node.parentNode?.insertBefore(inner, node);
  removed(node);
}

/** Makes elements as the part writes its own. @param {Document} part */
export function maker(part) {
  const { namespaceURI, prefix } = /** @type {Element} */ (part.documentElement);
  const named = (/** @type {string} */ name) => (prefix ? `${prefix}:${name}` : name);
  /** @param {string} name @param {Record<string, string>} [attributes] @param {Node[]} [inside] */
  const make = (name, attributes = {}, inside = []) => {
    const made = part.createElementNS(namespaceURI, named(name));
    for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(namespaceURI, named(key), value);
    for (const one of inside) made.appendChild(one);
    return made;
  };
  /** A run of words. @param {string} words @param {string} [raised] superscript or subscript */
  const run = (words, raised) => {
    const text = make("t", {}, [part.createTextNode(words)]);
    text.setAttribute("xml:space", "preserve");
    return make("r", {}, raised ? [make("rPr", {}, [make("vertAlign", { val: raised })]), text] : [text]);
  };
  return { make, run };
}
