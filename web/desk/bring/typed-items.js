/** Items of lists whose signs were typed by hand, also behind soft line ends: each a paragraph that names its sign. */

import { plain, shortened } from "./report.js";
import { attribute, element, isElement, styleOf, wordsOf } from "./tree.js";

/** @import { Element, ElementContent, Parents, Root, Text } from "hast" */
/** @import { Findings } from "./report.js" */

const BULLET = /^\s*([•·●○◦▪■□◆➢➤►‣⁃∙])\s*/;
const DASH = /^\s*([-–—])\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,2}[.)])\s+(?=\S)/;

/** To be done before lists are made. @param {Root} root @param {Findings} findings */
export function withTypedItems(root, findings) {
  /** @type {string[]} */
  const items = [];
  inside(root, items);
  if (!items.length) return;
  findings.count("items typed by hand", items.length);
  const told = `${items.slice(0, 3).join(", ")}${items.length > 3 ? ` and ${items.length - 3} more` : ""}`;
  findings.did(`Lines that began with a sign or number typed by hand are items of a list now: ${told}.`);
}

/** @param {Parents} parent @param {string[]} items */
function inside(parent, items) {
  for (const child of parent.children) if (isElement(child) && !isElement(child, "pre", "li")) inside(child, items);
  const lines = parent.children.flatMap((child) =>
    isPlain(child) ? partsOf(child) : [/** @type {ElementContent} */ (child)],
  );
  const signs = lines.map((line) => (isPlain(line) ? signOfLine(line) : ""));
  // Only space between paragraphs does not end a list.
  const filled = lines.flatMap((line, i) => (line.type === "text" && !line.value.trim() ? [] : [i]));
  parent.children = /** @type {Element[]} */ (
    lines.map((line, i) => {
      const place = filled.indexOf(i);
      const sign = signs[i] ?? "";
      const [before, behind] = [signs[filled[place - 1] ?? -1] ?? "", signs[filled[place + 1] ?? -1] ?? ""];
      if (!isElement(line, "p") || !isItem(sign, before, behind, line, parent)) return line;
      const made = withoutSign(line);
      items.push(`"${shortened(wordsOf(made))}"`);
      return made;
    })
  );
}

/** Whether a line is an item: a bullet is one, a dash or number alone may be something else. @param {string} sign @param {string} before @param {string} behind @param {Element} line @param {Parents} parent */
function isItem(sign, before, behind, line, parent) {
  if (BULLET.test(sign)) return true;
  if (isElement(parent, "td", "th")) return false; // a dash in a cell may say that there is nothing
  const number = Number.parseInt(sign, 10);
  if (Number.isNaN(number)) {
    const isMinus = /^\s*[-–—]\s+[\d.]/.test(wordsOf(line));
    return sign !== "" && (before === sign || behind === sign || (sign === "-" && !isMinus));
  }
  const end = sign.slice(-1);
  return before === `${number - 1}${end}` || behind === `${number + 1}${end}`;
}

/** A paragraph that no program has made an item. @param {unknown} node @returns {node is Element} */
const isPlain = (node) => isElement(node, "p") && !attribute(node, "dataSign") && !styleOf(node)["mso-list"];

/** A paragraph cut where a line of it begins with a sign. @param {Element} paragraph @returns {Element[]} */
function partsOf(paragraph) {
  /** @type {Element["children"][]} */
  const lines = [[]];
  for (const node of paragraph.children) {
    if (isElement(node, "br")) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  if (lines.length < 2 || !lines.some((line) => signOfLine(element("p", line)))) return [paragraph];
  /** @type {Element[]} */
  const made = [];
  for (const line of lines) {
    const last = made.at(-1);
    if (!last || signOfLine(element("p", line))) made.push(element("p", line, { ...paragraph.properties }));
    else last.children.push(element("br", []), ...line);
  }
  return made.filter((one) => plain(wordsOf(one)) || one.children.some((child) => isElement(child)));
}

/** The first text with words in it. @param {Element} node @returns {Text | undefined} */
function firstText(node) {
  for (const child of node.children) {
    if (child.type === "text" && child.value.trim()) return child;
    const found = isElement(child) ? firstText(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** @param {Element} paragraph */
function signOfLine(paragraph) {
  const words = firstText(paragraph)?.value ?? "";
  return (BULLET.exec(words) ?? DASH.exec(words) ?? NUMBER.exec(words))?.[1] ?? "";
}

/** @param {Element} paragraph @returns {Element} */
function withoutSign(paragraph) {
  const sign = signOfLine(paragraph);
  const first = firstText(paragraph);
  const kind = [BULLET, DASH, NUMBER].find((one) => one.test(first?.value ?? ""));
  if (first && kind) first.value = first.value.replace(kind, "");
  const indent = Number.parseFloat(styleOf(paragraph)["margin-left"] ?? "");
  const level = Number.isNaN(indent) || indent < 1 ? 1 : 2;
  return element("p", paragraph.children, { dataSign: /^\d/.test(sign) ? sign : "•", dataLevel: String(level) });
}
