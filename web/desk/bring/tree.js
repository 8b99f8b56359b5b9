/** Reading and changing a tree of HTML that is plain data (hast), so that nothing pasted ever lives on the page. */

/** @import { Element, Nodes, Parents, Root, RootContent, Text } from "hast" */

const BLOCKS = new Set(
  (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hr html img legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
/** Their words stand apart from those around them, as a raised 2 does from the number before it. */
const APART = new Set(["sup", "sub", "del", "ins", "brought-mark", "mi", "mn", "mo", "mtext"]);

/** @param {unknown} node @param {...string} names @returns {node is Element} */
export function isElement(node, ...names) {
  const found = /** @type {Nodes} */ (node);
  return found?.type === "element" && (names.length === 0 || names.includes(found.tagName));
}

/** Whether an element is a block: words before and behind it do not join. @param {Element} element */
export const isBlock = (element) => BLOCKS.has(element.tagName);

/** @param {string} tagName @param {Element["children"]} children @param {Element["properties"]} [properties] @returns {Element} */
export const element = (tagName, children, properties = {}) => ({ type: "element", tagName, properties, children });

/** @param {string} value @returns {Text} */
export const text = (value) => ({ type: "text", value });

/** Every element below, from top to bottom. @param {Nodes} node @returns {Generator<Element>} */
export function* elements(node) {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "element") yield child;
    yield* elements(child);
  }
}

/** The words of a node; where a block, a line or a raised sign begins or ends, a space. @param {Nodes | undefined} node @returns {string} */
export function wordsOf(node) {
  if (!node) return "";
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const inside = node.children.map(wordsOf).join("");
  if (node.type !== "element") return inside;
  if (node.tagName.startsWith("annotation")) return ""; // a formula once more, for another program
  const alt = node.tagName === "img" ? attribute(node, "alt") : "";
  return isBlock(node) || isApart(node) ? ` ${alt}${inside} ` : inside;
}

/** @param {Element} node */
const isApart = (node) => APART.has(node.tagName) || /vertical-align:\s*su/.test(String(node.properties.style ?? ""));

/**
 * Replaces nodes, from the innermost to the outermost. `change` gives what stands in the place of a node, or nothing to leave it.
 * @param {Parents} parent
 * @param {(node: RootContent, parent: Parents) => RootContent[] | undefined} change
 */
export function rewrite(parent, change) {
  const made = parent.children.flatMap((child) => {
    if ("children" in child) rewrite(child, change);
    return change(/** @type {RootContent} */ (child), parent) ?? [child];
  });
  parent.children = /** @type {Element["children"]} */ (made);
}

/**
 * Takes nodes out, from the outermost to the innermost, so that each is met whole.
 * @param {Parents} parent @param {(node: RootContent, parent: Parents) => boolean} isTaken
 */
export function takeOut(parent, isTaken) {
  const left = parent.children.filter((child) => !isTaken(/** @type {RootContent} */ (child), parent));
  parent.children = /** @type {Element["children"]} */ (left);
  for (const child of left) if ("children" in child) takeOut(child, isTaken);
}

/** @param {Element} node @returns {Element["children"]} */
export const unwrapped = (node) => node.children;

/** An attribute as text; "" where there is none. @param {Element} node @param {string} name as hast spells it */
export function attribute(node, name) {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(" ") : value === undefined || value === null ? "" : String(value);
}

/** @param {Element} node @param {RegExp} pattern */
export const hasClass = (node, pattern) =>
  attribute(node, "className")
    .split(/\s+/)
    .some((name) => pattern.test(name));

/** The declarations of a style attribute, names and values in small letters. @param {Element} node @returns {Record<string, string>} */
export function styleOf(node) {
  const declarations = attribute(node, "style")
    .split(";")
    .map((one) => one.split(/:(.*)/s));
  return Object.fromEntries(declarations.map(([name = "", value = ""]) => [plainWord(name), plainWord(value)]));
}

/** @param {string} word */
const plainWord = (word) => word.trim().toLowerCase();
