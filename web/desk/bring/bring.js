/**
 * Bring along: text from Word, Google Docs, LibreOffice, web pages and spreadsheets as the Markdown of an article, with an account of
 * what was kept and what was not.
 *
 *     const { markdown, report, references, pictures } = broughtHtml(event.clipboardData.getData("text/html"));
 *     const brought = await broughtDocx(await file.arrayBuffer());
 *     const cells = broughtCells(event.clipboardData.getData("text/html") || event.clipboardData.getData("text/plain"));
 *     const article = withKeys(markdown, { 1: "murrough-2013", 2: "daly-2019" });
 *
 * Nothing that is pasted ever becomes a part of the page: it is read as plain data by a parser of its own.
 */

import { keptOf, nameMissing, sourceCounts } from "./account.js";
import { withPlainCharacters } from "./characters.js";
import { markCitations } from "./citations.js";
import { askOfBoldLines, withHeadings, withShiftedLevels } from "./headings.js";
import { withPlainInline } from "./inline.js";
import { withoutLeftOut, withoutMachinery } from "./left-out.js";
import { withPictures, withPlainLinks } from "./links.js";
import { withLists } from "./lists.js";
import { markdownTree, writtenMarkdown } from "./markdown.js";
import { withoutNotes } from "./notes.js";
import { withParagraphs } from "./paragraphs.js";
import { hast } from "./parse.js";
import { withoutReferences } from "./references.js";
import { Findings } from "./report.js";
import { withPlainTables } from "./tables.js";
import { withTabbedLines, withTabs } from "./tabs.js";
import { wordsOf } from "./tree.js";
import { tellTypedItems, withTypedItems } from "./typed-items.js";
import { withFormulas } from "./web-formulas.js";

export { broughtCells } from "./cells.js";
export { asSubheadings } from "./headings.js";
export { withKeys, withNumbers, withoutKey } from "./keys.js";

/** @import { BroughtReport } from "./report.js" */
/** @import { Picture } from "./links.js" */
/** @import { Reference } from "./references.js" */

/**
 * @typedef {object} Brought
 * @property {string} markdown without front matter; citations are written `[@pasted-1; @pasted-2]`: see keys.js
 * @property {string | null} title that of the document, where the Markdown begins with it as its heading of level 1
 * @property {BroughtReport} report
 * @property {Reference[]} references the list of references, which is not in the Markdown
 * @property {Picture[]} pictures files to be saved where the Markdown has their `address`, or under another name in both
 */

/**
 * @typedef {object} Options
 * @property {Into} [into] the article that the text goes into; without one it is a text of its own
 */

/**
 * @typedef {object} Into an article
 * @property {string} title its title; no other heading gets level 1
 * @property {boolean} isBegun whether nothing is written below the title, so that what is brought may have another
 */

/** @typedef {{findings: Findings, words: string, counts: Record<string, number>, pictures: Picture[]}} ReadFile what is known of a file before its text is read */

/**
 * The text of a clipboard (`text/html`) or of a file of HTML.
 * @param {string} html
 * @param {Options} [options]
 * @returns {Brought}
 */
export const broughtHtml = (html, options = {}) => brought(html, options);

/**
 * The text of a .docx file. Its reader is fetched with the first file.
 * @param {ArrayBuffer} file
 * @param {Options} [options]
 * @returns {Promise<Brought>} refused with a sentence for the editor where the file is none
 */
export async function broughtDocx(file, options = {}) {
  const { readDocx } = await import("./docx.js");
  const { html, ...read } = await readDocx(file);
  return brought(html, options, read);
}

/** @param {string} html @param {Options} options @param {ReadFile} [read] @returns {Brought} */
function brought(html, { into }, read) {
  const root = hast(html);
  const findings = read?.findings ?? new Findings();
  const pictures = read?.pictures ?? [];
  withoutMachinery(root);
  withTabs(root);
  withPlainCharacters(root, findings);
  const words = read?.words ?? wordsOf(root);
  const counts = read?.counts ?? sourceCounts(root);
  withoutLeftOut(root, findings);
  withFormulas(root, findings);
  withPictures(root, findings, pictures);
  withoutNotes(root, findings);
  withHeadings(root, findings);
  const items = withTypedItems(root, findings);
  withLists(root, findings);
  withPlainInline(root, findings);
  withParagraphs(root);
  withTabbedLines(root, findings);
  withPlainLinks(root, findings);
  withPlainTables(root, findings);
  const title = withShiftedLevels(root, findings, into);
  askOfBoldLines(root, findings);
  const tree = markdownTree(root);
  const listed = withoutReferences(tree, findings);
  tellTypedItems(items, listed.references, findings);
  markCitations(tree, listed, findings);
  const markdown = writtenMarkdown(tree);
  const { references } = listed;
  nameMissing(words, markdown, references, findings);
  const kept = keptOf(words, counts, markdown, references, findings);
  const { lost, doubts, done } = findings;
  return { markdown, title, references, pictures, report: { kept, lost, doubts, done } };
}
