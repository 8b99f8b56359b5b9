/** What is bold, italic, raised or struck out by a style, made elements that say so. Colors, fonts and underlines are left out. */

import { plain } from "./report.js";
import { attribute, element, isElement, rewrite, styleOf, text, wordsOf } from "./tree.js";

/** @import { Element, Root, RootContent } from "hast" */
/** @import { Findings } from "./report.js" */

/** They stand inside of a line. */
const INLINE = new Set(
  "a abbr acronym b big cite dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);
const HEADINGS = /^h[1-6]$/;
/** What each kind of element is called in the end. @type {Record<string, string>} */
const NAMES = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  cite: "em",
  var: "em",
  dfn: "em",
  s: "del",
  strike: "del",
  sup: "sup",
  sub: "sub",
};

/** @param {Root} root @param {Findings} findings */
export function withPlainInline(root, findings) {
  /** @type {string[]} */ const struck = [];
  /** @type {string[]} */ const underlined = [];
  boldHeadCells(root);
  rewrite(root, (node, parent) => {
    if (!isElement(node)) return undefined;
    if (!INLINE.has(node.tagName))
      return HEADINGS.test(node.tagName) ? [{ ...node, children: plainHeading(node.children) }] : undefined;
    const style = styleOf(node);
    if (node.tagName === "u" || (style["text-decoration"] ?? "").includes("underline")) {
      if (!isInside(parent, "a") && node.tagName !== "a") underlined.push(plain(wordsOf(node)));
    }
    if (!node.children.length && node.tagName !== "a") return [];
    if (node.tagName === "q") return [text("“"), ...node.children, text("”")];
    const names = namesOf(node, style);
    if (names.includes("del")) struck.push(plain(wordsOf(node)));
    /** @type {Element["children"]} */
    let inside = node.tagName === "a" ? [{ ...node, properties: linkProperties(node) }] : node.children;
    for (const name of names) inside = [element(name, inside)];
    return inside;
  });
  if (underlined.some(Boolean)) {
    findings.tell("underlining (the words are kept)", underlined.filter(Boolean).join(" | "));
  }
  if (struck.some(Boolean)) {
    const words = struck.filter(Boolean).map((one) => `"${one}"`);
    findings.ask(
      `Words are struck out in the source, and here too: ${words.join(", ")}. If they are not valid, delete them.`,
    );
  }
}

/** @param {Element} node @param {Record<string, string>} style */
function namesOf(node, style) {
  const names = new Set(NAMES[node.tagName] ? [NAMES[node.tagName] ?? ""] : []);
  const weight = style["font-weight"];
  if (weight) {
    if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) names.add("strong");
    else names.delete("strong"); // Google Docs wraps a whole document in a b that is not bold
  }
  if (/^italic|^oblique/.test(style["font-style"] ?? "")) names.add("em");
  else if (style["font-style"] === "normal") names.delete("em");
  if (/line-through/.test(style["text-decoration"] ?? style["text-decoration-line"] ?? "")) names.add("del");
  const raised = style["vertical-align"] ?? "";
  if (/^super/.test(raised) || (Number.parseFloat(raised) > 0 && node.tagName === "span")) names.add("sup");
  if (/^sub/.test(raised) || (Number.parseFloat(raised) < 0 && node.tagName === "span")) names.add("sub");
  return [...names].filter((name) => !node.children.every((child) => isElement(child, name)) || !node.children.length);
}

/** @param {Element} node @returns {Element["properties"]} */
const linkProperties = (node) => (attribute(node, "href") ? { href: attribute(node, "href") } : {});

/** @param {unknown} parent @param {string} name */
const isInside = (parent, name) => isElement(parent, name);

/** A heading is bold by itself. @param {Element["children"]} children @returns {Element["children"]} */
function plainHeading(children) {
  return children.flatMap((child) => {
    if (!isElement(child)) return [child];
    if (child.tagName === "br") return [text(" ")];
    const inside = plainHeading(child.children);
    return child.tagName === "strong" ? inside : [{ ...child, children: inside }];
  });
}

/** A cell that is bold by its style says so in its words. @param {Root} root */
function boldHeadCells(root) {
  rewrite(root, (/** @type {RootContent} */ node) => {
    if (!isElement(node, "td") || !/^(?:bold|[6-9]00)$/.test(styleOf(node)["font-weight"] ?? "")) return undefined;
    return [{ ...node, children: [element("strong", node.children)] }];
  });
}
