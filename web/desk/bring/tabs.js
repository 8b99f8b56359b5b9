/** Lines whose cells are parted by tabs, as tables are typed in Word: a table where that is certain, else the tab stays and is named. */

import { counted, plain, shortened } from "./report.js";
import { isDivided, tablesAmong } from "./signs.js";
import { element, isBlock, isElement, rewrite, styleOf, text, wordsOf } from "./tree.js";

/** @import { Element, ElementContent, Parents, Root } from "hast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{cells: ElementContent[][], words: string[], isDivided: boolean}} Line one line of a paragraph, and the words of its cells */

const HOLDERS_OF_WORDS = ["td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * Writes all tabs of programs as one character. What only sets out the lines of the markup is no tab.
 * @param {Root} root
 */
export function withTabs(root) {
  rewrite(root, (node, parent) => {
    if (isElement(node)) {
      const tabs = Number.parseInt(styleOf(node)["mso-tab-count"] ?? "", 10);
      return tabs > 0 ? [text("\t".repeat(tabs))] : undefined;
    }
    if (node.type === "text" && !isElement(parent, "pre", "code"))
      node.value = node.value.replace(/[ \t]*[\r\n]\s*/g, "\n");
    return undefined;
  });
}

/** To be done once all words stand in paragraphs. @param {Root} root @param {Findings} findings */
export function withTabbedLines(root, findings) {
  inside(root, findings, true);
  rewrite(root, (node) =>
    isElement(node, ...HOLDERS_OF_WORDS) ? [{ ...node, children: keptWords(node, findings) }] : undefined,
  );
}

/** The words of a cell, an item or a heading, which may stand beside blocks. @param {Element} node @param {Findings} findings */
function keptWords(node, findings) {
  /** @type {ElementContent[]} */
  const made = [];
  /** @type {ElementContent[]} */
  let bare = [];
  const finish = () => {
    const lines = linesOf(bare);
    made.push(...(lines.some(({ isDivided }) => isDivided) ? keptLines(lines, findings).flatMap(withBreak) : bare));
    bare = [];
  };
  for (const child of node.children) {
    if (isElement(child) && isBlock(child) && !isElement(child, "br", "img")) {
      finish();
      made.push(child);
    } else bare.push(child);
  }
  finish();
  return made;
}

/** @param {Parents} parent @param {Findings} findings @param {boolean} mayHold whether a table can stand here */
function inside(parent, findings, mayHold) {
  for (const child of parent.children) {
    if (isElement(child) && child.tagName !== "pre") {
      inside(child, findings, mayHold && !isElement(child, "td", "th", "li", "brought-note"));
    }
  }
  /** @type {ElementContent[]} */
  const made = [];
  /** @type {{paragraph: Element, lines: Line[]}[]} paragraphs that follow each other */
  let run = [];
  const finish = () => {
    made.push(...ofRun(run, findings, mayHold));
    run = [];
  };
  for (const child of /** @type {ElementContent[]} */ (parent.children)) {
    if (isElement(child, "p")) run.push({ paragraph: child, lines: linesOf(child.children) });
    else if (child.type === "text" && !child.value.trim() && run.length) continue;
    else {
      finish();
      made.push(child);
    }
  }
  finish();
  parent.children = made;
}

/** @param {{paragraph: Element, lines: Line[]}[]} run @param {Findings} findings @param {boolean} mayHold @returns {Element[]} */
function ofRun(run, findings, mayHold) {
  const all = run.flatMap(({ paragraph, lines }) => lines.map((line) => ({ paragraph, line })));
  /** @type {Element[]} */
  const made = [];
  const tables = new Map(mayHold ? tablesAmong(all.map(({ line }) => line.words)) : []);
  for (let start = 0, end = 0; start < all.length; start = end) {
    end = tables.get(start) ?? start + 1;
    const isTable = tables.has(start);
    const isDivided = all[start]?.line.isDivided;
    while (!isTable && end < all.length && !tables.has(end) && all[end]?.line.isDivided === isDivided) end += 1;
    const group = all.slice(start, end);
    if (isTable) {
      made.push(
        tableOf(
          group.map(({ line }) => line),
          findings,
        ),
      );
      continue;
    }
    for (const { paragraph } of run) {
      const own = group.filter((one) => one.paragraph === paragraph).map(({ line }) => line);
      if (own.length) made.push(element("p", keptLines(own, findings).flatMap(withBreak), paragraph.properties));
    }
  }
  return made;
}

/** @param {Line[]} lines @param {Findings} findings */
function tableOf(lines, findings) {
  const words = lines.map((line) => `"${lineWords(line)}"`);
  const told = `${words.slice(0, 2).join(", ")}${words.length > 2 ? ` and ${counted(words.length - 2, "more line")}` : ""}`;
  findings.count("tables made of tabs");
  findings.ask(`A table is made of lines whose cells were parted by tabs: ${told}. Compare each cell with the source.`);
  const rows = lines.map(({ cells }) =>
    element(
      "tr",
      cells.map((cell) => element("td", cell)),
    ),
  );
  return element("table", [element("tbody", rows)]);
}

/** Lines that make no table: what parts their cells stays, and is named. @param {Line[]} lines @param {Findings} findings */
const keptLines = (lines, findings) =>
  lines.map((line) => {
    if (!line.isDivided) return line.cells.flatMap((cell, i) => (i ? [text(" "), ...cell] : cell));
    findings.ask(
      `A line is parted by tabs and makes no table by itself: "${lineWords(line)}". The tabs stand in the text, where the check names them. Make a table of it, or take them away.`,
    );
    const filled = line.cells.map((cell, i) => ({ cell, isFilled: Boolean(plain(said(cell))), i }));
    const first = filled.findIndex((one) => one.isFilled);
    const last = filled.findLastIndex((one) => one.isFilled);
    return filled
      .slice(first, last + 1)
      .flatMap(({ cell }, i) => (i ? [element("brought-mark", [], { dataTab: "" }), ...cell] : cell));
  });

/** @param {ElementContent[]} line @param {number} i @returns {ElementContent[]} */
const withBreak = (line, i) => (i ? [element("br", []), ...line] : line);

/** @param {Line} line */
const lineWords = ({ words }) => shortened(words.join(" | "));

/** @param {ElementContent[]} nodes */
const said = (nodes) => wordsOf(element("span", nodes));

/** @param {ElementContent[]} nodes @returns {Line[]} */
function linesOf(nodes) {
  return partedAt(nodes, (node) => (isElement(node, "br") ? [[], []] : undefined)).map((line) => {
    const cells = partedAt(line, (node) =>
      node.type === "text" ? node.value.split("\t").map((value) => (value ? [text(value)] : [])) : undefined,
    );
    const words = cells.map((cell) => plain(said(cell)));
    return { cells, words, isDivided: isDivided(words) };
  });
}

/**
 * Nodes in parts; elements that are cut are whole in each part.
 * @param {ElementContent[]} nodes
 * @param {(node: ElementContent) => ElementContent[][] | undefined} cut the parts of a node, nothing to leave it whole
 * @returns {ElementContent[][]}
 */
function partedAt(nodes, cut) {
  /** @type {ElementContent[][]} */
  const parts = [[]];
  for (const node of nodes) {
    const given = cut(node);
    const [first = [], ...others] =
      given ??
      (isElement(node) && node.children.length
        ? partedAt(node.children, cut).map((children, _, all) =>
            children.length || all.length === 1 ? [{ ...node, children }] : [],
          )
        : [[node]]);
    parts.at(-1)?.push(...first);
    parts.push(...others);
  }
  return parts;
}
