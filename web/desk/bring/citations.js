/** Citations by number, and by author and year, found in the text and marked. */

import { asSign, sign } from "./markdown.js";
import { saidBy } from "./references.js";
import { counted, plain, shortened } from "./report.js";

/** @import { Nodes, Parents, PhrasingContent, Root } from "mdast" */
/** @import { Listed } from "./references.js" */
/** @import { Findings } from "./report.js" */
/** @import { Sign } from "./markdown.js" */

const LIST = String.raw`\d{1,3}(?:\s*[,;–—−-]\s*\d{1,3})*`;
const BRACKETED = new RegExp(String.raw`\[\s*(${LIST})\s*(?:,\s*([^\d\s\[\]][^\[\]]{0,60}))?\]`, "g");
const PARENTHESES = new RegExp(String.raw`(?<=[\p{L}\d%)’”"] ?)\((${LIST})\)`, "gu");
const RAISED = new RegExp(`^[[(]?(${LIST})[\\])]?,?$`);
const RAISED_SIGNS = /(?<=[\p{L}.,;:)%”"])[¹²³⁴-⁹⁰]+(?:[,⁻–˒-][¹²³⁴-⁹⁰]+)*/gu;
/** Behind them a raised 2 or 3 makes a square or a cube. */
const UNIT = /(?:^|[\s\d/(·.])(?:[kcdmµμ]?m|in|ft|s|kg\/m|w\/m|ng|mg\/m)$/i;
const BY_YEAR = /\(([^()]*\b(?:19|20)\d\d[a-z]?(?:[,;][^()]*)?)\)/g;
const NARRATIVE = /(\p{Lu}[\p{L}’'-]+)(?: et al\.?| (?:and|&) \p{Lu}[\p{L}’'-]+)?,? \(((?:19|20)\d\d)[a-z]?\)/gu;
const MOST_OF_A_RANGE = 60;

/**
 * Marks each citation in the tree, and asks about what may be one.
 * @param {Root} tree @param {Listed} listed @param {Findings} findings
 */
export function markCitations(tree, listed, findings) {
  const known = new Set(listed.references.map((one) => one.number));
  everyLine(tree, (line) => ofNotes(line, listed.ofNotes));
  if (known.size && listed.isNumbered) {
    everyLine(tree, (line) => inTexts(line, BRACKETED, ([, list = "", part]) => cited(list, known, findings, part)));
    everyLine(tree, (line) => raisedNumbers(line, known, findings));
    if (!marksOf(tree).length) {
      everyLine(tree, (line) => inTexts(line, PARENTHESES, ([, list = ""]) => cited(list, known, findings)));
      const taken = marksOf(tree).map(({ numbers = [] }) => `(${numbers.join(", ")})`);
      if (taken.length)
        findings.ask(
          `Numbers in round brackets are taken for citations: ${[...new Set(taken)].join(", ")}. Look whether one of them counts points.`,
        );
    }
  } else if (known.size) byYear(tree, listed, findings);
  everyLine(tree, joinedCitations);
  ask(tree, listed, findings);
}

/** @param {Nodes} node @param {(children: PhrasingContent[]) => PhrasingContent[]} change */
function everyLine(node, change) {
  if (!("children" in node)) return;
  for (const child of node.children) everyLine(child, change);
  const parent = /** @type {Parents} */ (node);
  parent.children = /** @type {typeof parent.children} */ (change(/** @type {PhrasingContent[]} */ (parent.children)));
}

/** @param {number[]} numbers @param {string} [part] */
function cite(numbers, part) {
  const made = sign("cite");
  Object.assign(made, { numbers, part: part?.trim() });
  return made;
}

/** @param {PhrasingContent[]} line @param {Map<string, number>} ofNotes */
const ofNotes = (line, ofNotes) =>
  line.flatMap((node) => {
    const number = node.type === "footnoteReference" ? ofNotes.get(node.identifier) : undefined;
    return number === undefined ? [node] : [cite([number])];
  });

/**
 * Replaces what a pattern finds in the texts of a line.
 * @param {PhrasingContent[]} line @param {RegExp} pattern
 * @param {(found: RegExpMatchArray) => PhrasingContent | undefined} made nothing to leave it
 */
function inTexts(line, pattern, made) {
  return line.flatMap((node) => {
    if (node.type !== "text") return [node];
    /** @type {PhrasingContent[]} */
    const pieces = [];
    let end = 0;
    for (const found of node.value.matchAll(pattern)) {
      const mark = made(found);
      if (!mark) continue;
      pieces.push({ type: "text", value: node.value.slice(end, found.index) }, mark);
      end = found.index + found[0].length;
    }
    pieces.push({ type: "text", value: node.value.slice(end) });
    return pieces.filter((piece) => piece.type !== "text" || piece.value);
  });
}

/** A citation of all these numbers, if every one of them is in the list. @param {string} list @param {Set<number>} known @param {Findings} findings @param {string} [part] */
function cited(list, known, findings, part) {
  const numbers = numbersOf(list);
  if (!numbers?.every((number) => known.has(number))) return undefined;
  findings.named.push(list);
  return cite(numbers, part);
}

/** `1, 3–5` as 1, 3, 4, 5. @param {string} list @returns {number[] | undefined} */
export function numbersOf(list) {
  /** @type {Set<number>} */
  const numbers = new Set();
  for (const one of list.split(/[,;]/)) {
    const [from = Number.NaN, to = from] = one.split(/[–—−-]/).map((number) => Number(number.trim()));
    if (!(from >= 1 && to >= from && to - from <= MOST_OF_A_RANGE)) return undefined;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return [...numbers];
}

/** @param {PhrasingContent[]} line @param {Set<number>} known @param {Findings} findings */
function raisedNumbers(line, known, findings) {
  const marked = line.map((node, i) => {
    if (asSign(node)?.name !== "sup") return node;
    const list = RAISED.exec(plain(saidBy(node)))?.[1];
    const before = line[i - 1];
    const words = before ? saidBy(before) : "";
    if (!list || !before || (/^\d+$/.test(list) && isBase(words, list))) return node;
    if (/^\d+$/.test(list) && /\d$/.test(words) && known.has(Number(list))) {
      findings.ask(
        `Is the raised ${list} behind "${shortened(words.slice(-40))}" a citation or a power? It is left as it stands.`,
      );
      return node;
    }
    const made = cited(list, known, findings);
    if (made) findings.count("raised citations");
    if (!made)
      findings.ask(
        `Is the raised ${list} behind "${shortened(words.slice(-40))}" a citation? The list has no such reference.`,
      );
    return made ?? node;
  });
  return inTexts(marked, RAISED_SIGNS, (found) => {
    const words = (found.input ?? "").slice(0, found.index);
    if (/^[²³]$/.test(found[0]) && UNIT.test(words)) return undefined;
    return cited(found[0].replace(/[⁻˒]/g, (one) => (one === "⁻" ? "-" : ",")).normalize("NFKC"), known, findings);
  });
}

/** Whether a raised number makes a power or a unit of what stands before it. @param {string} words @param {string} list */
function isBase(words, list) {
  const last = /\S+$/.exec(words)?.[0] ?? "";
  return /(?:^|\D)10$/.test(words) || /[=×√∑^]|^\p{L}$/u.test(last) || (UNIT.test(words) && /^[23]$/.test(list));
}

/** @param {Root} tree @param {Listed} listed @param {Findings} findings */
function byYear(tree, listed, findings) {
  const numberOf = (/** @type {string} */ name, /** @type {string} */ year) => {
    const found = listed.references.filter((one) => one.text.startsWith(name) && one.text.includes(year));
    return found.length === 1 ? found[0]?.number : undefined;
  };
  everyLine(tree, (line) =>
    inTexts(line, BY_YEAR, (found) => {
      const works = (found[1] ?? "")
        .split(";")
        .map((work) => /(\p{Lu}[\p{L}’'-]+).*?\b((?:19|20)\d\d)[a-z]?/u.exec(work));
      const numbers = works.map((work) => work && numberOf(work[1] ?? "", work[2] ?? ""));
      if (numbers.every((number) => typeof number === "number")) {
        findings.named.push(found[0]);
        return cite(/** @type {number[]} */ (numbers));
      }
      if (works.every(Boolean))
        findings.ask(`Does ${found[0]} cite a work of the list? It was not found there, or more than once.`);
      return undefined;
    }),
  );
  everyLine(tree, (line) =>
    line.flatMap((node) => {
      if (node.type !== "text") return [node];
      return inTexts([node], NARRATIVE, (found) => {
        const number = numberOf(found[1] ?? "", found[2] ?? "");
        if (number === undefined) return undefined;
        findings.named.push(found[2] ?? "");
        const words = found[0].replace(/\s*\((?:19|20)\d\d[a-z]?\)$/, " ");
        return /** @type {PhrasingContent} */ ({
          type: "emphasis",
          children: [{ type: "text", value: words }, cite([number])],
          data: { isPlain: true },
        });
      }).flatMap((one) => (one.type === "emphasis" && one.data && "isPlain" in one.data ? one.children : [one]));
    }),
  );
}

/** Joins `[1][2]`, `[1], [2]` and `[1]–[3]`, and puts a citation before the full stop. @param {PhrasingContent[]} line */
function joinedCitations(line) {
  /** @type {PhrasingContent[]} */
  const made = [];
  for (const node of line) {
    const between = made.at(-1);
    const before = asSign(between ?? node)?.name === "cite" ? between : made.at(-2);
    const mark = asSign(node)?.name === "cite" ? asSign(node) : undefined;
    const earlier = mark && before ? asSign(before) : undefined;
    const words = between?.type === "text" ? between.value : between === before ? "" : "?";
    const isRange = /^\s*[–—-]\s*$/.test(words);
    if (mark && earlier?.name === "cite" && !earlier.part && !mark.part && (isRange || /^\s*[,;]?\s*$/.test(words))) {
      const last = earlier.numbers?.at(-1) ?? 0;
      const first = mark.numbers?.[0] ?? 0;
      const added =
        isRange && first > last && first - last <= MOST_OF_A_RANGE
          ? Array.from({ length: first - last - 1 }, (_, i) => last + 1 + i)
          : [];
      earlier.numbers = [...new Set([...(earlier.numbers ?? []), ...added, ...(mark.numbers ?? [])])];
      if (between !== before) made.pop();
      continue;
    }
    made.push(node);
  }
  return made.flatMap((node, i) => (asSign(node)?.name === "cite" ? placed(node, made[i - 1], made[i + 1]) : [node]));
}

/** @param {PhrasingContent} mark @param {PhrasingContent | undefined} before @param {PhrasingContent | undefined} behind @returns {PhrasingContent[]} */
function placed(mark, before, behind) {
  if (before?.type !== "text") return before && before.type !== "break" ? [{ type: "text", value: " " }, mark] : [mark];
  const stop = /[.,;:]$/.exec(before.value)?.[0] ?? "";
  const isEnd = stop && (behind === undefined || (behind.type === "text" && /^\s/.test(behind.value)));
  before.value = `${(isEnd ? before.value.slice(0, -1) : before.value).replace(/\s+$/, "")} `;
  return isEnd ? [mark, { type: "text", value: stop }] : [mark];
}

/** @param {Nodes} node @returns {Sign[]} */
export function marksOf(node) {
  const own = asSign(node);
  if (own?.name === "cite") return [own];
  return "children" in node ? node.children.flatMap((child) => marksOf(child)) : [];
}

/** @param {Root} tree @param {Listed} listed @param {Findings} findings */
function ask(tree, listed, findings) {
  const marks = marksOf(tree);
  const cited = new Set(marks.flatMap((mark) => mark.numbers ?? []));
  const missed = listed.references.filter((one) => !cited.has(one.number)).map((one) => one.number);
  if (listed.references.length && missed.length) {
    const told =
      missed.length === listed.references.length
        ? "None of the references is cited in the text"
        : `Not cited in the text: reference ${missed.join(", ")}`;
    findings.ask(`${told}. Look in the source where it belongs: a work that is not cited is not printed.`);
  }
  if (listed.ofNotes.size)
    findings.ask(
      `${counted(listed.ofNotes.size, "footnote names a work and is", "footnotes name works and are")} taken as references.`,
    );
  findings.count("citations", marks.length);
}
