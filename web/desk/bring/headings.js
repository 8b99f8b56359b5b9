/** Headings: the title is the only one of the first level, no level is left out, and no number stands before them. */

import { letters } from "./letters.js";
import { signOf } from "./lists.js";
import { plain } from "./report.js";
import { attribute, element, elements, hasClass, isElement, rewrite, styleOf, takeOut, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Into } from "./bring.js" */
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
 * Shifts the levels. The title is what the source calls so, a first heading of level 1 that has no other beside it, or a bold line at
 * the top. In an article it is a heading like others, and left out where the article has the same title.
 * @param {Root} root @param {Findings} findings @param {Into | undefined} into
 * @returns {string | null} the title that is the heading of level 1
 */
export function withShiftedLevels(root, findings, into) {
  const headings = () => [...elements(root)].filter((node) => HEADING.test(node.tagName));
  const title = titleOf(headings()) ?? firstLine(root, findings, into);
  const words = plain(wordsOf(title));
  const isIn = into !== undefined && !into.isBegun;
  if (title && isIn && isSame(words, into)) {
    takeOut(root, (node) => node === title);
    findings.named.push(words);
    findings.count("titles that the article has");
    findings.did(`The title “${words}” is that of the article already, and is not put into the text once more.`);
  } else if (title && isIn && (title.properties.dataTitle !== undefined || headings().length > 1)) {
    findings.did(
      `The article has the title “${into.title}”. What was brought has another, “${words}”: it is a heading of the text (##), and the headings below it stand one level deeper.`,
    );
  }
  const top = isIn ? undefined : title;
  shift(headings(), top, findings);
  return top ? words : null;
}

/** @param {Element[]} headings @returns {Element | undefined} */
function titleOf(headings) {
  const named = headings.find((node) => node.properties.dataTitle !== undefined);
  const first = headings.filter((node) => levelOf(node) === 1 && node.properties.dataTitle === undefined);
  const isAlone = first.length === 1 && headings[0] === first[0];
  return named ?? (isAlone ? first[0] : undefined);
}

/** A line at the top that is bold or says the title of the article, made a heading. @param {Root} root @param {Findings} findings @param {Into | undefined} into @returns {Element | undefined} */
function firstLine(root, findings, into) {
  const blocks = root.children.filter((node) => plain(wordsOf(node)));
  const [first] = blocks;
  if (!isElement(first, "p") || blocks.length < 2) return undefined;
  const words = plain(wordsOf(first));
  if (!isSame(words, into)) {
    if ((into && !into.isBegun) || !isBoldLine(first)) return undefined;
    findings.ask(`The bold line “${words}” at the top is taken for the title.`);
  }
  findings.count("titles that were plain lines");
  first.tagName = "h1";
  first.children = first.children.flatMap((child) => (isElement(child, "strong") ? child.children : [child]));
  first.properties = { dataTitle: "" };
  return first;
}

/** Whether these are the words of the title. @param {string} words @param {Into | undefined} into */
const isSame = (words, into) => into !== undefined && letters(words) !== "" && letters(words) === letters(into.title);

/** @param {Element[]} headings @param {Element | undefined} title the heading of level 1 @param {Findings} findings */
function shift(headings, title, findings) {
  /** @type {string[]} */
  const shifted = [];
  /** @type {Map<string, number>} how often a level became another */
  const changed = new Map();
  const levelIn = (/** @type {Element} */ node) => (node.properties.dataTitle === undefined ? levelOf(node) : 0);
  const highest = Math.min(...headings.filter((node) => node !== title).map(levelIn));
  /** @type {number[]} the levels of the source that are open */
  let open = [];
  for (const node of headings) {
    const level = levelIn(node);
    node.properties = {};
    if (node === title) {
      node.tagName = "h1";
      open = [];
      continue;
    }
    open = [...open.filter((one) => one < level), level];
    const made = Math.min(6, open.length + 1);
    if (made !== level - highest + 2) shifted.push(`"${plain(wordsOf(node))}" from ${Math.max(1, level)} to ${made}`);
    if (level !== made) {
      const told = `${level || "the title"} to ${made} (${"#".repeat(made)})`;
      changed.set(told, (changed.get(told) ?? 0) + 1);
    }
    node.tagName = `h${made}`;
  }
  if (changed.size) {
    const told = [...changed].map(([levels, times]) => `from ${levels} ${times === 1 ? "once" : `${times} times`}`);
    findings.did(`Levels of headings are changed: ${told.join(", ")}.`);
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
    if (!isBoldLine(node)) continue;
    const words = plain(wordsOf(node));
    findings.ask(`Is the bold line “${words}” a heading?`, words);
  }
}

/** @param {Element} node */
function isBoldLine(node) {
  const words = plain(wordsOf(node));
  const isShort = words.length <= LONGEST && words.split(" ").length <= MOST_WORDS;
  return words !== "" && isShort && !/[.;,!:]$/.test(words) && isBold(node);
}

/** @param {Element} node */
function isBold(node) {
  const seen = node.children.filter((child) => plain(wordsOf(child)));
  return seen.length > 0 && seen.every((child) => isElement(child, "strong"));
}

const FENCE = /^ {0,3}(?:\x60{3,}|~{3,})/;

/**
 * Bold lines of Markdown made sub-headings, one level below the heading that they stand under, once the editor has said that they are some.
 * @param {string} markdown @param {readonly string[]} lines their words: `heading` of a doubt @param {number} [above] the level of the heading under which all of it goes
 */
export function asSubheadings(markdown, lines, above = 1) {
  const bare = (/** @type {string} */ line) => line.replace(/\\(?=[!-/:-@[-`{-~])/g, "");
  let level = above;
  let isCode = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (FENCE.test(line)) isCode = !isCode;
      if (isCode) return line;
      level = /^(#{1,6}) /.exec(line)?.[1]?.length ?? level;
      const bold = /^\*\*(.+)\*\*$/.exec(line)?.[1];
      return bold !== undefined && lines.includes(bare(bold)) ? `${"#".repeat(Math.min(6, level + 1))} ${bold}` : line;
    })
    .join("\n");
}
