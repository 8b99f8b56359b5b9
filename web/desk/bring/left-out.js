/** What the source holds besides its text: hidden and deleted words, comments, tables of contents, buttons. Each is named. */

import { plain } from "./report.js";
import { attribute, elements, hasClass, isElement, rewrite, styleOf, takeOut, unwrapped, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Findings } from "./report.js" */

/** They hold nothing that anybody sees. */
const MACHINERY = new Set(["base", "head", "link", "meta", "script", "style", "title", "xml"]);
/** Programs and pictures that no text can stand for, by the words that name them. @type {Record<string, string>} */
const EMBEDDED = {
  audio: "sound",
  button: "button",
  canvas: "drawing",
  embed: "embedded item",
  iframe: "embedded page",
  noscript: "words for browsers without scripts",
  object: "embedded item",
  select: "field of a form",
  svg: "drawing",
  template: "hidden words",
  textarea: "field of a form",
  video: "film",
};
const CONTENTS = /^(?:MsoToc(?:\d|Heading)|toc\d*|table-of-contents)$/i;
const COMMENT_MARK = /^#(?:_msocom_|cmnt)\d+|^#_cmntref/i;
const COMMENT_BACK = /^#(?:_msoanchor_|cmnt_ref)\d+/i;

/** Takes out what no reader of the source sees either. It has to be done before anything is counted. @param {Root} root */
export function withoutMachinery(root) {
  takeOut(
    root,
    (node) => node.type === "comment" || node.type === "doctype" || (isElement(node) && MACHINERY.has(node.tagName)),
  );
}

/** Takes out what does not belong to the text, and names it. @param {Root} root @param {Findings} findings */
export function withoutLeftOut(root, findings) {
  /** @type {string[]} */
  const contents = [];
  /** @type {Map<string, number>} */
  const wordless = new Map();
  takeOut(root, (node, parent) => {
    if (!isElement(node)) return false;
    const kind = kindLeftOut(node);
    if (kind === undefined) return false;
    const words = plain(wordsOf(node));
    if (kind === "table of contents") contents.push(words);
    else if (words || attribute(node, "src")) {
      findings.lose(kind, words || attribute(node, "src"), isElement(parent, "p", "li", "td") ? wordsOf(parent) : "");
    } else if (EMBEDDED[node.tagName]) wordless.set(kind, (wordless.get(kind) ?? 0) + 1);
    return true;
  });
  for (const [kind, times] of wordless) findings.tell(kind, `${times} without words`);
  if (contents.length)
    findings.lose("table of contents", contents.join(" "), "The page makes its own from the headings.");
  askOfMarked(root, findings);
  // Elements of Word's own: their words stay.
  rewrite(root, (node) => (isElement(node) && node.tagName.includes(":") ? unwrapped(node) : undefined));
}

/** @param {Element} node @returns {string | undefined} */
function kindLeftOut(node) {
  const style = styleOf(node);
  const href = attribute(node, "href");
  if (node.tagName in EMBEDDED) return EMBEDDED[node.tagName];
  if (style.display === "none" || style.visibility === "hidden" || style["mso-hide"] === "all") return "hidden words";
  if (node.properties.hidden !== undefined && node.properties.hidden !== false) return "hidden words";
  if (node.tagName === "del" || hasClass(node, /^msoDel$/i)) return "deleted words (tracked changes)";
  if (style["mso-element"] === "comment-list" || hasClass(node, /^MsoComment/i)) return "comment";
  if (hasClass(node, /^msocomanchor$/i) || COMMENT_MARK.test(href)) return "mark of a comment";
  if (isCommentOfDocs(node)) return "comment";
  if (hasClass(node, CONTENTS) || node.properties.dataBroughtContents !== undefined) return "table of contents";
  if (/^(?:header|footer)$/.test(style["mso-element"] ?? "")) return `${style["mso-element"]} of the pages`;
  if (hasClass(node, /^(?:sdheader|sdfooter)$/)) return "header or footer of the pages";
  if (/^(?:header|footer)$/.test(attribute(node, "title")) && node.tagName === "div")
    return `${attribute(node, "title")} of the pages`; // LibreOffice
  return undefined;
}

/** A comment at the end of a page of Google Docs: a block that begins with the way back to its mark. @param {Element} node */
function isCommentOfDocs(node) {
  if (node.tagName !== "div" && node.tagName !== "p") return false;
  const [first] = elements(node);
  const link = node.tagName === "div" && first?.tagName === "p" ? [...elements(first)][0] : first;
  return isElement(link, "a") && COMMENT_BACK.test(attribute(link, "href"));
}

/** Words that came along although the source marks them. @param {Root} root @param {Findings} findings */
function askOfMarked(root, findings) {
  /** @type {string[]} */ const inserted = [];
  /** @type {string[]} */ const marked = [];
  for (const node of elements(root)) {
    const style = styleOf(node);
    if (node.tagName === "ins" || hasClass(node, /^msoIns$/i)) inserted.push(plain(wordsOf(node)));
    const ground = style["mso-highlight"] ?? (node.tagName === "mark" ? "mark" : undefined);
    if (ground) marked.push(plain(wordsOf(node)));
  }
  if (inserted.length)
    findings.ask(`Words of tracked changes that nobody has accepted yet are taken as text: ${quoted(inserted)}.`);
  if (marked.length) findings.ask(`Words were highlighted in the source; the color is left out: ${quoted(marked)}.`);
}

/** @param {string[]} pieces */
const quoted = (pieces) =>
  pieces
    .filter(Boolean)
    .map((piece) => `"${piece}"`)
    .join(", ");
