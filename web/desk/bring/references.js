/** The list of references of a text, taken out of it: each work with its number, its words and its identifiers. */

import { asSign } from "./markdown.js";
import { plain } from "./report.js";
import { WORK } from "./signs.js";

/** @import { FootnoteDefinition, Nodes, Root, RootContent } from "mdast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{number: number, text: string, doi: string | null, pmid: string | null}} Reference as the service `reference` takes it */
/** @typedef {{number: number | undefined, text: string, sign: string}} Entry `sign` is its number as it was typed */
/** @typedef {{references: Reference[], isNumbered: boolean, ofNotes: Map<string, number>}} Listed `ofNotes`: notes that name a work, by id */

const TITLE =
  /^(?:\d+\.?\s*)?(?:references?(?: list)?|reference list|bibliography|literature(?: cited)?|works cited|sources|citations)\s*:?$/i;
const NUMBER =
  /^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})(?:[.)]|\t|(?=\s{2,})|(?=\s+\p{Lu}\p{L}+ \p{Lu}{1,3}\b)))\s*/u;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;:)\]]/i;
const PMID = /(?:\bPMID:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov|\/)\/?)(\d{4,9})\b/i;
const GOES_ON = /^(?:\p{Ll}|doi|https?:|PMID|Available|Accessed|\d{4};)/u;

/**
 * Takes the list out of the text. Where there is none, notes that name works are taken as one.
 * @param {Root} tree @param {Findings} findings
 * @returns {Listed}
 */
export function withoutReferences(tree, findings) {
  const range = listRange(tree);
  const listed = range ? ofList(tree, range, findings) : { references: [], isNumbered: true, ofNotes: new Map() };
  return listed.references.length ? listed : ofNotes(tree, findings);
}

/** The words of a node, with the addresses of its links where they name a work. @param {Nodes} node @returns {string} */
export function saidBy(node) {
  if (asSign(node)?.name === "tab") return "\t";
  if (node.type === "break" || asSign(node)?.name === "br") return "\n";
  if (node.type === "link") {
    const words = node.children.map(saidBy).join("");
    return DOI.test(node.url) && !DOI.test(words) ? `${words} ${node.url}` : words;
  }
  if ("value" in node) return node.value;
  if (node.type === "image") return node.alt ?? "";
  return "children" in node ? node.children.map(saidBy).join("") : "";
}

/** The places of the list among the children of the tree, heading first. @param {Root} tree @returns {[number, number] | undefined} */
function listRange(tree) {
  const isTitle = (/** @type {RootContent} */ node) =>
    /^(?:heading|paragraph)$/.test(node.type) && TITLE.test(plain(saidBy(node)));
  const start = tree.children.findLastIndex(isTitle);
  const title = tree.children[start];
  if (!title) return undefined;
  let end = start + 1;
  for (; end < tree.children.length; end += 1) {
    const node = tree.children[end];
    if (node?.type === "footnoteDefinition" || node?.type === "table") break;
    // Below a line that is no heading in the source, any heading ends the list.
    if (node?.type === "heading" && (title.type !== "heading" || node.depth <= title.depth)) break;
  }
  return [start, end];
}

/** @param {Root} tree @param {[number, number]} range @param {Findings} findings @returns {Listed} */
function ofList(tree, [start, end], findings) {
  /** @type {Entry[]} */
  const entries = [];
  let last = start + 1;
  for (let place = start + 1; place < end; place += 1) {
    const node = /** @type {RootContent} */ (tree.children[place]);
    const lines =
      node.type === "list"
        ? itemsOf(node)
        : saidBy(node)
            .split("\n")
            .map((line) => numbered(line));
    const isOfList = node.type === "list" || lines.every((line) => isEntry(line, entries));
    if (!isOfList) break;
    for (const line of lines) {
      const before = entries.at(-1);
      if (before && line.number === undefined && before.number !== undefined && GOES_ON.test(line.text))
        before.text += ` ${line.text}`;
      else if (line.text) {
        entries.push(line);
        findings.named.push(line.sign);
      }
    }
    if (node.type === "list") findings.count("items of references", node.children.length);
    findings.count("links of references", linksIn(node));
    last = place + 1;
  }
  if (!entries.length) return { references: [], isNumbered: true, ofNotes: new Map() };
  const [title] = tree.children.splice(start, last - start);
  if (title) findings.named.push(saidBy(title));
  findings.count("headings of references", title?.type === "heading" ? 1 : 0);
  const isNumbered = entries.some((entry) => entry.number !== undefined);
  let number = 0;
  const references = entries.map((entry) => {
    number = entry.number ?? number + 1;
    return reference(number, entry.text);
  });
  const twice = references.filter((one, i) => references.findIndex((other) => other.number === one.number) !== i);
  for (const one of twice)
    findings.ask(`Two references have the number ${one.number}: "${one.text}". Look which of them is cited.`);
  return { references, isNumbered, ofNotes: new Map() };
}

/** @param {Nodes} node @returns {number} */
const linksIn = (node) =>
  (node.type === "link" ? 1 : 0) +
  ("children" in node ? node.children.reduce((sum, child) => sum + linksIn(child), 0) : 0);

/** @param {import("mdast").List} list */
function itemsOf(list) {
  return list.children.map((item, i) => {
    const line = numbered(item.children.map(saidBy).join(" "));
    return line.number === undefined && list.ordered ? { ...line, number: (list.start ?? 1) + i } : line;
  });
}

/** @param {string} line @returns {Entry} */
function numbered(line) {
  const found = NUMBER.exec(line);
  const number = found?.[1] ?? found?.[2] ?? found?.[3];
  return {
    number: number === undefined ? undefined : Number(number),
    text: plain(found ? line.slice(found[0].length) : line),
    sign: found?.[0] ?? "",
  };
}

/** @param {{number: number | undefined, text: string}} line @param {{number: number | undefined}[]} before */
const isEntry = (line, before) =>
  line.number !== undefined || !line.text || WORK.test(line.text) || (before.length > 0 && GOES_ON.test(line.text));

/** @param {number} number @param {string} text @returns {Reference} */
export function reference(number, text) {
  const doi = DOI.exec(text)?.[0] ?? null;
  return { number, text, doi: doi && decoded(doi), pmid: PMID.exec(text)?.[1] ?? null };
}

/** @param {string} doi */
function decoded(doi) {
  try {
    return decodeURIComponent(doi);
  } catch {
    return doi; // a % of its own
  }
}

/** @param {Root} tree @param {Findings} findings @returns {Listed} */
function ofNotes(tree, findings) {
  const notes = /** @type {FootnoteDefinition[]} */ (
    tree.children.filter((node) => node.type === "footnoteDefinition")
  );
  const naming = notes.filter((note) => WORK.test(plain(saidBy(note))));
  if (!naming.length || naming.length * 2 < notes.length)
    return { references: [], isNumbered: true, ofNotes: new Map() };
  const ids = new Map(naming.map((note, i) => [note.identifier, i + 1]));
  const references = naming.map((note, i) => reference(i + 1, plain(saidBy(note))));
  findings.count("notes as references", ids.size);
  findings.count(
    "links of references",
    naming.reduce((sum, note) => sum + linksIn(note), 0),
  );
  tree.children = tree.children.filter((node) => !(node.type === "footnoteDefinition" && ids.has(node.identifier)));
  return { references, isNumbered: true, ofNotes: ids };
}
