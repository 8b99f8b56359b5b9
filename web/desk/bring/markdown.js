/** The cleaned tree as Markdown: through its own tree (mdast), in which citations are found. */

import { toMdast } from "hast-util-to-mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { attribute, isElement } from "./tree.js";

/** @import { Element, Root as Hast } from "hast" */
/** @import { Nodes, Parents, PhrasingContent, Root, Text } from "mdast" */
/** @import { Handle, Options } from "mdast-util-to-markdown" */

/**
 * Signs of one line that Markdown has no node for: `sup` and `sub` around words, `br` in a cell, `tab` between
 * words, and `cite`, a citation.
 * @typedef {{type: "textDirective", name: "sup" | "sub" | "br" | "tab" | "cite", children: PhrasingContent[], numbers?: number[], part?: string}} Sign
 */

const OPENING = /^[\s([{“‘"'.,;:!?)\]}%–—-]+/;
const CLOSING = /[\s([{“‘"'.,;:!?)\]}–—-]+$/;
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_BEHIND = /^[\p{L}\p{N}]/u;

/** @param {Sign["name"]} name @param {PhrasingContent[]} [children] */
export const sign = (name, children = []) =>
  /** @type {PhrasingContent} */ (/** @type {unknown} */ ({ type: "textDirective", name, children }));

/** @param {Nodes} node @returns {Sign | undefined} */
export const asSign = (node) =>
  /** @type {string} */ (node.type) === "textDirective"
    ? /** @type {Sign} */ (/** @type {unknown} */ (node))
    : undefined;

/**
 * The tree of Markdown of a cleaned tree of HTML, with its notes at its end.
 * @param {Hast} root
 * @returns {Root}
 */
export function markdownTree(root) {
  const notes = root.children.filter((node) => isElement(node, "brought-note"));
  const tree = made({ ...root, children: root.children.filter((node) => !isElement(node, "brought-note")) });
  while (tree.children.at(-1)?.type === "thematicBreak") tree.children.pop(); // it parted the text from its notes
  for (const note of notes) {
    const id = attribute(/** @type {Element} */ (note), "dataNote");
    const { children } = made({ type: "root", children: /** @type {Element} */ (note).children });
    tree.children.push({
      type: "footnoteDefinition",
      identifier: id,
      label: id,
      children: /** @type {[]} */ (children),
    });
  }
  tidy(tree);
  return tree;
}

/** @param {Hast} root @returns {Root} */
function made(root) {
  return /** @type {Root} */ (
    toMdast(root, {
      document: true,
      handlers: {
        sup: (state, /** @type {Element} */ node) => sign("sup", /** @type {PhrasingContent[]} */ (state.all(node))),
        sub: (state, /** @type {Element} */ node) => sign("sub", /** @type {PhrasingContent[]} */ (state.all(node))),
        "brought-mark": (_, /** @type {Element} */ node) => {
          const note = attribute(node, "dataNote");
          if (note) return { type: "footnoteReference", identifier: note, label: note };
          return sign(node.properties.dataTab === undefined ? "br" : "tab");
        },
        img: (_, /** @type {Element} */ node) => ({
          type: "image",
          url: attribute(node, "src"),
          alt: attribute(node, "alt"),
        }),
        wbr: () => undefined,
      },
    })
  );
}

/** Joins pieces of one kind, and puts spaces and signs at the edge of bold words outside, where Markdown needs them. @param {Nodes} node */
function tidy(node) {
  if (!("children" in node)) return;
  if (node.type === "list") node.spread = false;
  if (node.type === "listItem") node.spread = node.children.filter((child) => child.type === "paragraph").length > 1;
  for (const child of node.children) tidy(child);
  const parent = /** @type {Parents} */ (node);
  parent.children = /** @type {typeof parent.children} */ (joined(/** @type {PhrasingContent[]} */ (parent.children)));
}

/** @param {PhrasingContent[]} children @returns {PhrasingContent[]} */
function joined(children) {
  /** @type {PhrasingContent[]} */
  const made = [];
  const put = (/** @type {PhrasingContent} */ node) => {
    const last = made.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else if (isEmphasis(node) && last?.type === node.type) {
      /** @type {typeof node} */ (last).children = joined([
        .../** @type {typeof node} */ (last).children,
        ...node.children,
      ]);
    } else if (
      asSign(node) &&
      last &&
      asSign(last)?.name === asSign(node)?.name &&
      /^su[bp]$/.test(asSign(node)?.name ?? "")
    ) {
      /** @type {Sign} */ (asSign(last)).children = joined([
        ...(asSign(last)?.children ?? []),
        ...(asSign(node)?.children ?? []),
      ]);
    } else made.push(node);
  };
  // First all that is alike, so that the edges are those of whole pieces.
  for (const child of children) put(child);
  return made
    .flatMap((child, i) => (isEmphasis(child) ? parted(child, made[i - 1], made[i + 1]) : [child]))
    .reduce(intoTexts, /** @type {PhrasingContent[]} */ ([]));
}

/** @param {PhrasingContent[]} made @param {PhrasingContent} node */
function intoTexts(made, node) {
  const last = made.at(-1);
  if (node.type === "text" && last?.type === "text") last.value += node.value;
  else made.push(node);
  return made;
}

/** @param {Nodes} node */
const isEmphasis = (node) => node.type === "strong" || node.type === "emphasis" || node.type === "delete";

/** @param {string} value @returns {PhrasingContent[]} */
const texts = (value) => (value ? [/** @type {Text} */ ({ type: "text", value })] : []);

/**
 * Whether a node begins (0) or ends (-1) with a letter, a number or a bracket, also one that Markdown writes.
 * @param {PhrasingContent | undefined} node @param {0 | -1} place
 */
const isWord = (node, place) =>
  node?.type === "text"
    ? /[\p{L}\p{N}()[\]%/_]/u.test(node.value.at(place) ?? "")
    : node?.type === "link" || node?.type === "footnoteReference" || (node && asSign(node)?.name === "cite");

/** @param {PhrasingContent | undefined} one @param {PhrasingContent | undefined} other */
const areDigits = (one, other) =>
  one?.type === "text" && other?.type === "text" && /\d$/.test(one.value) && /^\d/.test(other.value);

/**
 * @param {PhrasingContent & {children: PhrasingContent[]}} node @param {PhrasingContent | undefined} before @param {PhrasingContent | undefined} behind
 * @returns {PhrasingContent[]}
 */
function parted(node, before, behind) {
  const first = node.children[0];
  const last = node.children.at(-1);
  let opening = "";
  let closing = "";
  if (first?.type === "text") {
    opening =
      (before?.type === "text" && WORD_BEFORE.test(before.value) ? OPENING : /^\s+/).exec(first.value)?.[0] ?? "";
    first.value = first.value.slice(opening.length);
  }
  if (last?.type === "text") {
    closing =
      (behind?.type === "text" && WORD_BEHIND.test(behind.value) ? CLOSING : /\s+$/).exec(last.value)?.[0] ?? "";
    last.value = last.value.slice(0, last.value.length - closing.length);
  }
  node.children = node.children.filter((child) => child.type !== "text" || child.value);
  // Between letters and numbers a star is a sign of multiplication: the words count more than the italics.
  const isInWord =
    (!opening && isWord(before, -1) && isWord(first, 0)) || (!closing && isWord(last, -1) && isWord(behind, 0));
  if (node.type === "emphasis" && (isInWord || before?.type === "strong" || behind?.type === "strong"))
    return [...texts(opening), ...node.children, ...texts(closing)];
  if (node.type === "delete") {
    // Between two numbers two tildes are shown as they stand.
    if (!opening && areDigits(before, first)) opening = " ";
    if (!closing && areDigits(last, behind)) closing = " ";
  }
  return [...texts(opening), ...(node.children.length ? [node] : []), ...texts(closing)];
}

/** @type {Handle & {peek?: Handle}} */
const writeSign = (node, _, state, info) => {
  if (node.name === "br") return "<br>";
  if (node.name === "tab") return "\t";
  if (node.name === "cite") return citation(node.numbers, node.part);
  const tracker = state.createTracker(info);
  tracker.move(`<${node.name}>`);
  const inside = state.containerPhrasing(node, { ...tracker.current(), before: ">", after: "<" });
  return `<${node.name}>${inside}</${node.name}>`;
};
writeSign.peek = (node) => (node.name === "cite" ? "[" : node.name === "tab" ? "\t" : "<");

/** @type {Handle & {peek?: Handle}} */
const writeDelete = (node, _, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter(/** @type {"strong"} */ ("strikethrough"));
  tracker.move("~~");
  const inside = state.containerPhrasing(node, { ...tracker.current(), before: "~", after: "~" });
  exit();
  return `~~${inside}~~`;
};
writeDelete.peek = () => "~";

/** The form of a citation until its works have keys: `[@pasted-1; @pasted-2, table 1]`. @param {number[]} numbers @param {string} [part] */
export const citation = (numbers, part) =>
  `[${numbers.map((number) => `@pasted-${number}`).join("; ")}${part ? `, ${part}` : ""}]`;

/** @type {Options} */
const HOUSE = {
  bullet: "-",
  emphasis: "*",
  strong: "*",
  fences: true,
  listItemIndent: "one",
  resourceLink: true,
  rule: "-",
  tightDefinitions: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
  handlers: /** @type {Options["handlers"]} */ ({ textDirective: writeSign, delete: writeDelete }),
  // A lone ~ is a sign of our Markdown's readers, two strike out; a : or ~ that begins a line defines a term.
  unsafe: [
    { character: "~", after: "~", inConstruct: "phrasing" },
    { character: "~", before: "~", inConstruct: "phrasing" },
    { atBreak: true, character: "~" },
    { atBreak: true, character: ":", after: "[ \\t]" },
  ],
};

/** @param {Root} tree */
export const writtenMarkdown = (tree) =>
  toMarkdown(tree, HOUSE).replace(/^\|(?: - \|)+$/gm, (line) => line.replaceAll(" - ", "---"));
