/** Headings: the title is the only one of the first level, no level is left out, and no number stands before them. */

import { signOf } from "./lists.js";
import { plain } from "./report.js";
import { attribute, element, elements, hasClass, isElement, rewrite, styleOf, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Findings } from "./report.js" */

const HEADING = /^h([1-6])$/;
const LONGEST = 80;
const MOST_WORDS = 10;
const TYPED_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.|[A-Z]\.)\s+(?=\p{L})/u;

/** @param {Element} node */
const levelOf = (node) => Number(HEADING.exec(node.tagName)?.[1] ?? 0);

/** Makes headings of what Word and Google Docs only style as such. To be done before lists are made. @param {Root} root @param {Findings} findings */
export function withHeadings(root, findings) {
  /** @type {string[]} */
  const numbers = [];
  rewrite(root, (node) => {
    if (!isElement(node)) return undefined;
    const level = givenLevel(node);
    if (level === undefined) return undefined;
    const sign = signOf(node);
    const children = withoutNumber(node.children, numbers, sign);
    if (!plain(wordsOf(element("p", children))))
      return children.some((child) => isElement(child)) ? [element("p", children)] : [];
    return [element(`h${Math.max(1, level)}`, children, level === 0 ? { dataTitle: "" } : {})];
  });
  if (numbers.length) findings.lose("numbers of headings", numbers.join(" "));
}

/** The level that a paragraph has as a heading, 0 for the title of the document. @param {Element} node */
function givenLevel(node) {
  if (hasClass(node, /^(?:MsoTitle|title)$/) && /^(?:p|h1|div)$/.test(node.tagName)) return 0;
  if (HEADING.test(node.tagName)) return levelOf(node);
  if (node.tagName !== "p") return undefined;
  const named = /(?:^|\s)(?:MsoHeading|Heading)([1-6])(?:\s|$)/i.exec(attribute(node, "className"))?.[1];
  return named || styleOf(node)["mso-outline-level"]
    ? Number(named ?? styleOf(node)["mso-outline-level"]) || undefined
    : undefined;
}

/**
 * Takes the number from the front of a heading: the page has none, and in Markdown it would begin a list.
 * @param {Element["children"]} children @param {string[]} numbers those that were taken @param {string | undefined} sign set by Word
 */
function withoutNumber(children, numbers, sign) {
  const words = plain(wordsOf(element("p", children)));
  const typed = TYPED_NUMBER.exec(words)?.[0].trim();
  if (sign) numbers.push(sign);
  if (!typed || sign) return children;
  numbers.push(typed);
  let left = typed.length;
  const made = structuredClone(children);
  for (const one of textsIn(element("p", made))) {
    one.value = one.value.replace(/^\s+/, "");
    const cut = Math.min(left, one.value.length);
    one.value = one.value.slice(cut).replace(/^\s+/, "");
    left -= cut;
    if (left <= 0) break;
  }
  return made;
}

/** @param {import("hast").Nodes} node @returns {Generator<import("hast").Text>} */
function* textsIn(node) {
  if (node.type === "text") yield node;
  else if ("children" in node) for (const child of node.children) yield* textsIn(child);
}

/**
 * Shifts the levels. The title is what the source calls so, or a first heading of level 1 that has no other beside it.
 * @param {Root} root @param {Findings} findings
 * @param {boolean} isInArticle whether the text goes into an article that has its title
 */
export function withShiftedLevels(root, findings, isInArticle) {
  const headings = [...elements(root)].filter((node) => HEADING.test(node.tagName));
  const named = headings.filter((node) => node.properties.dataTitle !== undefined);
  const first = headings.filter((node) => levelOf(node) === 1 && node.properties.dataTitle === undefined);
  const title = isInArticle
    ? undefined
    : (named[0] ?? (first.length === 1 && headings[0] === first[0] ? first[0] : undefined));
  /** @type {string[]} */
  const shifted = [];
  const highest = Math.min(...headings.filter((node) => node !== title).map((node) => Math.max(1, levelOf(node))));
  /** @type {number[]} the levels of the source that are open */
  let open = [];
  for (const node of headings) {
    const level = node.properties.dataTitle !== undefined ? 0 : levelOf(node);
    node.properties = {};
    if (node === title) {
      node.tagName = "h1";
      open = [];
      continue;
    }
    open = [...open.filter((one) => one < level), level];
    const made = Math.min(6, open.length + 1);
    if (made !== Math.max(1, level) - highest + 2)
      shifted.push(`"${plain(wordsOf(node))}" from ${Math.max(1, level)} to ${made}`);
    node.tagName = `h${made}`;
  }
  if (shifted.length) {
    const told = `${shifted.slice(0, 3).join(", ")}${shifted.length > 3 ? ` and ${shifted.length - 3} more` : ""}`;
    findings.ask(`Levels of headings are changed, so that none is left out: ${told}.`);
  }
}

/** Asks of lines that are bold from end to end and look like headings. @param {Root} root @param {Findings} findings */
export function askOfBoldLines(root, findings) {
  for (const node of root.children) {
    if (!isElement(node, "p")) continue;
    const words = plain(wordsOf(node));
    if (
      words &&
      words.length <= LONGEST &&
      words.split(" ").length <= MOST_WORDS &&
      !/[.;,!:]$/.test(words) &&
      isBold(node)
    ) {
      findings.ask(`Is the bold line "${words}" a heading? If so, write ## before it and take the stars away.`, words);
    }
  }
}

/** @param {Element} node */
function isBold(node) {
  const seen = node.children.filter((child) => plain(wordsOf(child)));
  return seen.length > 0 && seen.every((child) => isElement(child, "strong"));
}

/**
 * A bold line of Markdown made a heading, once the editor has said that it is one.
 * @param {string} markdown @param {string} heading its words: `heading` of a doubt @param {number} [level]
 */
export function asHeading(markdown, heading, level = 2) {
  const bare = (/** @type {string} */ line) => line.replace(/\\(?=[!-/:-@[-`{-~])/g, "");
  return markdown
    .split("\n")
    .map((line) => {
      const bold = /^\*\*(.+)\*\*$/.exec(line)?.[1];
      return bold !== undefined && bare(bold) === heading ? `${"#".repeat(level)} ${bold}` : line;
    })
    .join("\n");
}
