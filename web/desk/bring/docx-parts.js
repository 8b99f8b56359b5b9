/**
 * Prepares the parts of a .docx file for mammoth: numbers, symbols, formulas and text boxes are written as text, and what does not
 * belong to the text is taken out and named.
 */

import { symbol } from "./characters.js";
import { Counting, numberings } from "./docx-numbering.js";
import { stylesOf } from "./docx-styles.js";
import { linear, said } from "./formulas.js";
import { plain } from "./report.js";
import {
  around,
  attributeOf,
  below,
  child,
  children,
  isOn,
  maker,
  removed,
  symbolOf,
  unwrap,
  wordsOfXml,
} from "./xml.js";

/** @import { Formula } from "./formulas.js" */
/** @import { Findings } from "./report.js" */
/** @import { Style } from "./docx-styles.js" */

const WITH_TEXT = new Set(["document", "footnotes", "endnotes"]);
const SYMBOL_FONT = /^(?:symbol|wingdings(?: [23])?|webdings)$/i;

/**
 * @param {Map<string, Document>} parts changed in place
 * @param {Findings} findings
 * @returns {{words: string, counts: Record<string, number>}} all words of the file, and what it holds, before anything is changed
 */
export function prepared(parts, findings) {
  const named = (/** @type {string} */ name) =>
    [...parts.values()].filter((part) => part.documentElement?.localName === name);
  const styles = stylesOf(named("styles")[0]);
  const texts = [...parts.values()].filter((part) => WITH_TEXT.has(part.documentElement?.localName ?? ""));
  const others = [...named("hdr"), ...named("ftr"), ...named("comments")];
  for (const part of [...texts, ...others]) withSymbols(part, findings);
  const words = [...texts, ...others].map((part) => wordsOfXml(part));
  for (const part of named("hdr")) nameWords(part, "header of the pages", findings);
  for (const part of named("ftr")) nameWords(part, "footer of the pages", findings);
  nameComments(named("comments"), texts, findings);
  const counting = new Counting(numberings(named("numbering")[0]));
  const counts = { headings: 0, "items of lists": 0, tables: 0, "raised or lowered signs": 0 };
  for (const part of texts) {
    nameChanges(part, findings);
    withoutHidden(part, styles, findings);
    withTextBoxes(part, findings);
    nameDrawings(part, findings);
    withFormulas(part, findings);
    withoutContents(part, findings);
    withPlainElements(part);
    // In mammoth's HTML the notes are a list.
    counts["items of lists"] += below(part, "footnoteReference", "endnoteReference").length;
    counts.tables += below(part, "tbl").length;
    counts["raised or lowered signs"] += below(part, "r").filter((run) => isRaised(run) && !goesOn(run)).length;
    for (const paragraph of below(part, "p")) words.push(withSign(part, paragraph, styles, counting, counts));
  }
  // From now on the signs stand in the text.
  for (const part of named("numbering"))
    for (const one of children(/** @type {Element} */ (part.documentElement))) removed(one);
  return { words: words.join("\n"), counts };
}

/** How a run with words is raised or lowered; the sign of a note is counted with the notes. @param {Element | undefined} run */
const isRaised = (run) =>
  run && plain(wordsOfXml(run))
    ? /^su[bp]/.exec(attributeOf(child(child(run, "rPr"), "vertAlign"), "val"))?.[0]
    : undefined;

/** Whether a raised run only goes on with the one before it, as one sign. @param {Element} run */
function goesOn(run) {
  const before = run.parentNode ? children(run.parentNode, "r") : [];
  return isRaised(before[before.indexOf(run) - 1]) === isRaised(run);
}

/** @param {Document} part @param {string} what @param {Findings} findings */
function nameWords(part, what, findings) {
  const words = plain(wordsOfXml(part));
  if (words) findings.lose(what, words);
}

/** @param {Document[]} comments @param {Document[]} texts @param {Findings} findings */
function nameComments(comments, texts, findings) {
  const marks = new Map(
    texts
      .flatMap((part) => below(part, "commentReference"))
      .map((mark) => [attributeOf(mark, "id"), around(mark, "p")]),
  );
  for (const comment of comments.flatMap((part) => below(part, "comment"))) {
    const place = marks.get(attributeOf(comment, "id"));
    const author = attributeOf(comment, "author");
    const words = plain(wordsOfXml(comment));
    findings.lose(author ? `comment by ${author}` : "comment", words, place ? wordsOfXml(place) : "");
  }
}

/** Tracked changes: what is deleted does not come along, what is inserted does. @param {Document} part @param {Findings} findings */
function nameChanges(part, findings) {
  for (const row of below(part, "tr").filter((one) => child(child(one, "trPr"), "del"))) {
    findings.lose("deleted row of a table (tracked changes)", wordsOfXml(row));
    removed(row);
  }
  for (const gone of below(part, "del", "moveFrom").filter((one) => children(one, "r").length)) {
    const paragraph = around(gone, "p");
    const words = wordsOfXml(gone);
    const kind = gone.localName === "del" ? "deleted words" : "words moved elsewhere";
    if (words.trim()) findings.lose(`${kind} (tracked changes)`, words, paragraph ? wordsOfXml(paragraph) : "");
    removed(gone);
  }
  const inserted = below(part, "ins", "moveTo")
    .map((one) => plain(wordsOfXml(one)))
    .filter(Boolean);
  if (inserted.length) {
    findings.ask(
      `Words of tracked changes that nobody has accepted yet are taken as text: ${inserted.map((one) => `"${one}"`).join(", ")}.`,
    );
  }
}

/** @param {Document} part @param {Map<string, Style>} styles @param {Findings} findings */
function withoutHidden(part, styles, findings) {
  for (const run of below(part, "r")) {
    const properties = child(run, "rPr");
    const paragraph = around(run, "p");
    const inStyle = [child(properties, "rStyle"), child(child(paragraph, "pPr"), "pStyle")].some(
      (style) => styles.get(attributeOf(style, "val"))?.isHidden,
    );
    if (!isOn(properties, "vanish") && !(inStyle && !child(properties, "vanish"))) continue;
    const words = wordsOfXml(run);
    if (words.trim()) findings.lose("hidden words", words, paragraph ? wordsOfXml(paragraph) : "");
    removed(run);
  }
}

/** Signs of symbol fonts as the signs that they show. @param {Document} part @param {Findings} findings */
function withSymbols(part, findings) {
  const { make } = maker(part);
  for (const sign of below(part, "sym")) {
    const shown = symbolOf(sign);
    findings.count("symbols");
    if (!shown)
      findings.ask(
        `A sign of the font ${attributeOf(sign, "font")} (${attributeOf(sign, "char")}) is not known, and stands as ? in the text. Compare it with the source.`,
      );
    const text = make("t", {}, [part.createTextNode(shown ?? "?")]);
    sign.parentNode?.replaceChild(text, sign);
  }
  for (const run of below(part, "r")) {
    const font = attributeOf(child(child(run, "rPr"), "rFonts"), "ascii");
    if (!SYMBOL_FONT.test(font)) continue;
    for (const text of children(run, "t")) {
      text.textContent = [...(text.textContent ?? "")]
        .map((sign) => {
          const shown = /\s/.test(sign) ? sign : symbol(font, sign.codePointAt(0) ?? 0);
          if (shown && shown !== sign) findings.count("symbols");
          return shown ?? sign;
        })
        .join("");
    }
  }
}

/** Text boxes become paragraphs behind the one that holds them. @param {Document} part @param {Findings} findings */
function withTextBoxes(part, findings) {
  const { make } = maker(part);
  for (const choice of below(part, "AlternateContent")) {
    const newer = child(choice, "Choice");
    const older = child(choice, "Fallback");
    const boxes = newer ? below(newer, "txbxContent") : [];
    const paragraph = around(choice, "p");
    if (boxes.length && paragraph) {
      for (const box of boxes) {
        findings.ask(
          `A text box stands behind the paragraph that holds it: "${plain(wordsOfXml(box))}". Look whether it belongs there.`,
        );
        for (const inner of children(box).reverse()) paragraph.parentNode?.insertBefore(inner, paragraph.nextSibling);
      }
      removed(choice);
    } else if (newer && (below(newer, "blip").length || !older)) {
      if (older) removed(older);
      unwrap(newer);
      unwrap(choice);
    }
  }
  for (const box of below(part, "txbxContent")) {
    if (!around(box, "Fallback"))
      findings.ask(
        `A text box stands behind the paragraph that holds it: "${plain(wordsOfXml(box))}". Look whether it belongs there.`,
      );
  }
  for (const sign of below(part, "ptab")) sign.parentNode?.replaceChild(make("tab"), sign);
}

/** Charts and diagrams, of which only the words that describe them can be named. @param {Document} part @param {Findings} findings */
function nameDrawings(part, findings) {
  const { run } = maker(part);
  for (const data of below(part, "graphicData")) {
    const kind = /\/(chart|chartex|diagram)$/.exec(attributeOf(data, "uri"))?.[1];
    const drawing = around(data, "drawing");
    const holder = around(data, "r");
    if (!kind || !drawing || !holder) continue;
    const [about] = below(drawing, "docPr");
    const words = plain(attributeOf(about, "descr") || attributeOf(about, "title") || attributeOf(about, "name"));
    findings.lose(kind === "diagram" ? "diagram (SmartArt)" : "chart", words, wordsOfXml(around(data, "p") ?? data));
    holder.parentNode?.insertBefore(run(` [picture: ${words || kind}] `), holder);
    removed(drawing);
  }
}

/** Formulas in one line. @param {Document} part @param {Findings} findings */
function withFormulas(part, findings) {
  const { run } = maker(part);
  for (const formula of below(part, "oMath")) {
    const pieces = linear(asFormula(formula));
    const words = said(pieces);
    findings.count("formulas");
    findings.ask(`A formula is written in one line: "${words}". Compare it with the source.`);
    for (const piece of pieces) {
      const raised = piece.raised && (piece.raised === "sup" ? "superscript" : "subscript");
      formula.parentNode?.insertBefore(run(piece.words, raised), formula);
    }
    removed(formula);
  }
  for (const frame of below(part, "oMathPara")) unwrap(frame);
}

/** @param {Element} node @returns {Formula} */
const asFormula = (node) => ({
  name: node.localName,
  words: wordsOfXml(node),
  children:
    node.localName === "t"
      ? []
      : children(node)
          .filter((one) => !/Pr$/.test(one.localName))
          .map(asFormula),
});

/** @param {Document} part @param {Findings} findings */
function withoutContents(part, findings) {
  for (const frame of below(part, "sdt")) {
    const gallery = attributeOf(below(child(frame, "sdtPr") ?? frame, "docPartGallery")[0], "val");
    if (!/table of contents/i.test(gallery)) continue;
    findings.lose("table of contents", wordsOfXml(frame), "The page makes its own from the headings.");
    removed(frame);
  }
  for (const frame of below(part, "sdt").filter((one) => isOn(child(one, "sdtPr"), "showingPlcHdr"))) {
    findings.lose("words that ask for an entry", wordsOfXml(frame));
    removed(frame);
  }
}

/** Elements whose words mammoth would not read. @param {Document} part */
function withPlainElements(part) {
  const { make } = maker(part);
  for (const node of below(part, "fldSimple", "dir", "bdo", "rubyBase", "ruby")) unwrap(node);
  for (const node of below(part, "rt")) removed(node);
  for (const node of below(part, "cr")) node.parentNode?.replaceChild(make("br"), node);
  for (const node of below(part, "dstrike")) node.parentNode?.replaceChild(make("strike"), node);
}

/**
 * Writes the number or bullet of a paragraph before it, as a bookmark that mammoth hands on.
 * @param {Document} part @param {Element} paragraph @param {Map<string, Style>} styles @param {Counting} counting @param {Record<string, number>} counts
 * @returns {string} the sign, which Word shows and does not write
 */
function withSign(part, paragraph, styles, counting, counts) {
  const { make } = maker(part);
  const properties = child(paragraph, "pPr");
  const style = styles.get(attributeOf(child(properties, "pStyle"), "val"));
  const own = child(properties, "numPr");
  const hasWords = plain(wordsOfXml(paragraph)) !== "";
  if (style?.level !== undefined && hasWords) counts.headings = (counts.headings ?? 0) + 1;
  const given =
    own && child(own, "numId")
      ? {
          id: attributeOf(child(own, "numId"), "val"),
          level: Number(attributeOf(child(own, "ilvl"), "val") || style?.list?.level || 0),
        }
      : style?.list;
  const sign = given && hasWords ? counting.next(given.id, given.level) : undefined;
  if (!given || !sign) return "";
  if (style?.level === undefined) counts["items of lists"] = (counts["items of lists"] ?? 0) + 1;
  const code = [...sign].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");
  const mark = make("bookmarkStart", { id: "0", name: `brought-list-${given.level + 1}-${code}` });
  paragraph.insertBefore(mark, properties?.nextSibling ?? paragraph.firstChild);
  return sign;
}
