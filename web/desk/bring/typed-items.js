/** Items of lists whose signs were typed by hand, also behind soft line ends: each a paragraph that names its sign. */

import { letters } from "./letters.js";
import { plain, shortened } from "./report.js";
import { tablesAmong } from "./signs.js";
import { isOneCell } from "./tables.js";
import { attribute, element, isElement, styleOf, wordsOf } from "./tree.js";

/** @import { Element, ElementContent, Parents, Root } from "hast" */
/** @import { Reference } from "./references.js" */
/** @import { Findings } from "./report.js" */

const BULLETS = "•·●○◦▪■□◆➢➤►‣⁃∙";
/** Alone, or directly before a word or number, a sign says something itself: `●` in a table of words, `·5 mg`. */
const BULLET = new RegExp(`^\\s*([${BULLETS}])\\s+(?=\\S)`);
const DASH = /^\s*([-–—])\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,2}[.)])\s+(?=\S)/;

/** To be done before lists are made. @param {Root} root @param {Findings} findings @returns {string[]} the words of each item */
export function withTypedItems(root, findings) {
  /** @type {string[]} */
  const items = [];
  inside(root, items);
  if (items.length) findings.count("items typed by hand", items.length);
  return items;
}

/**
 * Tells which lines became items. Those of the list of references are no items any more.
 * @param {string[]} items @param {Reference[]} references @param {Findings} findings
 */
export function tellTypedItems(items, references, findings) {
  const works = references.map(({ text }) => letters(text));
  // The list stands at the end, so an item above it with the words of a work is met last.
  const left = [...items].reverse().filter((words) => {
    const place = works.findLastIndex((work) => work.startsWith(letters(words)));
    if (place >= 0) works.splice(place, 1);
    return place < 0;
  });
  if (!left.length) return;
  const named = left.slice(-3).reverse();
  const told = named.map((words) => `"${shortened(words)}"`).join(", ");
  const more = left.length > 3 ? ` and ${left.length - 3} more` : "";
  findings.did(`Lines that began with a sign or number typed by hand are items of a list now: ${told}${more}.`);
}

/** A cell is left as it is: its signs are words of its table. Not so in a frame, which is no table. @param {Parents} parent @param {string[]} items */
function inside(parent, items) {
  for (const child of parent.children) {
    if (!isElement(child) || isElement(child, "pre", "li")) continue;
    if (!isElement(child, "table") || isOneCell(child)) inside(child, items);
  }
  const lines = parent.children.flatMap((child) =>
    isPlain(child) ? partsOf(child) : [/** @type {ElementContent} */ (child)],
  );
  const rows = rowsAmong(lines);
  const signs = lines.map((line) => (isPlain(line) && !rows.has(line) ? signOfLine(line) : ""));
  // Only space between paragraphs does not end a list.
  const filled = lines.flatMap((line, i) => (line.type === "text" && !line.value.trim() ? [] : [i]));
  parent.children = /** @type {Element[]} */ (
    lines.map((line, i) => {
      const place = filled.indexOf(i);
      const sign = signs[i] ?? "";
      const [before, behind] = [signs[filled[place - 1] ?? -1] ?? "", signs[filled[place + 1] ?? -1] ?? ""];
      if (!isElement(line, "p") || !isItem(sign, before, behind, line)) return line;
      const made = withoutSign(line);
      items.push(plain(wordsOf(made)));
      return made;
    })
  );
}

/** The paragraphs that begin with a row of a table, whose cells are parted by tabs. @param {ElementContent[]} paragraphs */
function rowsAmong(paragraphs) {
  const lines = paragraphs
    .filter((one) => one.type !== "text" || one.value.trim())
    .flatMap((one) =>
      brokenLines(isPlain(one) ? one.children : []).map((line, i) => ({
        paragraph: i ? undefined : one,
        cells: line.map(lineOf).join("").split("\t"),
      })),
    );
  const tables = tablesAmong(lines.map(({ cells }) => cells));
  return new Set(tables.flatMap(([start, end]) => lines.slice(start, end).map(({ paragraph }) => paragraph)));
}

/** Whether a line is an item: a bullet is one, a dash or number alone may be something else. @param {string} sign @param {string} before @param {string} behind @param {Element} line */
function isItem(sign, before, behind, line) {
  if (sign && BULLETS.includes(sign)) return true;
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
  const lines = brokenLines(paragraph.children);
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

/** @param {ElementContent[]} nodes */
function brokenLines(nodes) {
  /** @type {ElementContent[][]} */
  const lines = [[]];
  for (const node of nodes) {
    if (isElement(node, "br")) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** The words of a line, of which none are set apart: a raised sign before words has no space behind it. @param {ElementContent} node @returns {string} */
function lineOf(node) {
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(lineOf).join("") || (isElement(node, "img") ? "\uFFFC" : "") : "";
}

/** @param {Element} paragraph */
const foundIn = (paragraph) => {
  const words = (brokenLines(paragraph.children)[0] ?? []).map(lineOf).join("");
  return BULLET.exec(words) ?? DASH.exec(words) ?? NUMBER.exec(words);
};

/** @param {Element} paragraph */
const signOfLine = (paragraph) => foundIn(paragraph)?.[1] ?? "";

/** @param {Element} paragraph @returns {Element} */
function withoutSign(paragraph) {
  const sign = signOfLine(paragraph);
  withoutFirst(paragraph, [...sign]);
  const indent = Number.parseFloat(styleOf(paragraph)["margin-left"] ?? "");
  const level = Number.isNaN(indent) || indent < 1 ? 1 : 2;
  return element("p", paragraph.children, { dataSign: /^\d/.test(sign) ? sign : "•", dataLevel: String(level) });
}

/**
 * Takes signs and the space around them from the front, which may stand in several parts of a line.
 * @param {Element} node @param {string[]} left the signs that are still to be taken
 * @returns {boolean} whether words are reached
 */
function withoutFirst(node, left) {
  for (const child of node.children) {
    if (child.type === "text") {
      child.value = child.value.trimStart();
      while (left.length && child.value.startsWith(left[0] ?? "")) {
        child.value = child.value.slice(left.shift()?.length).trimStart();
      }
      if (child.value) return true;
    } else if (isElement(child) && (isElement(child, "img") || withoutFirst(child, left))) return true;
  }
  return false;
}
