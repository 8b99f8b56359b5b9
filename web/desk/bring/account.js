/** The account of a text that was brought along: what was counted on both sides, and that no word is gone without being named. */

import { plainCharacters } from "./characters.js";
import { plain } from "./report.js";
import { attribute, elements, hasClass, wordsOf } from "./tree.js";

/** @import { Root } from "hast" */
/** @import { Findings, Kept } from "./report.js" */
/** @import { Reference } from "./references.js" */

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}]+/gu;
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** The address of a link is no word of the text, though a reference keeps it. */
const ADDRESS = /https?:\/\/\S+/g;
const SIGN = /[!-/:-@[-`{-~]/g;
const DESTINATION = /(?<!\\)\]\((?:<[^>]*>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(?: "[^"]*")?\)/g;

/** The words of Markdown, as a reader would be shown them. @param {string} markdown */
export function shownWords(markdown) {
  const escaped = (/** @type {string} */ code) => code.replace(SIGN, "\\$&");
  return markdown
    .replace(/^( *)(`{3,})\n([\s\S]*?)\n\1\2$/gm, (_, _indent, _fence, code) => escaped(code))
    .replace(/(?<![\\`])(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, (_, _mark, code) => escaped(code))
    .replace(/^(?: *(?:[-*]|\d+[.)]) +)+/gm, " ")
    .replace(/\[@pasted-\d+(?:; @pasted-\d+)*/g, "[")
    .replace(/^\[\^[^\]]+\]:/gm, " ")
    .replace(/(?<!\\)\[\^[^\]]+\]/g, " ")
    .replace(DESTINATION, "]")
    .replace(/(?<!\\)<\/?(?:sup|sub|br)>/g, " ")
    .replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\([!-/:-@[-`{-~])|[*[\]]|~~|__/g, (_, sign) => sign ?? "");
}

/** @param {string} words */
export const wordsIn = (words) => plainCharacters(words).normalize("NFKC").match(WORD) ?? [];

/** How often each word stands in a text. @param {string[]} words */
function times(words) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/**
 * Names every word of the source that is neither in the Markdown nor named already.
 * @param {string} source @param {string} markdown @param {Reference[]} references @param {Findings} findings
 */
export function nameMissing(source, markdown, references, findings) {
  const named = [...findings.named, ...references.map((one) => one.text)];
  const found = times(wordsIn([shownWords(markdown), ...named].join("\n")));
  const missing = wordsIn(source).filter((word) => {
    const left = found.get(word) ?? 0;
    if (left) found.set(word, left - 1);
    return !left;
  });
  // A word may have been parted or joined on its way, which loses nothing.
  const rest = [...found].flatMap(([word, left]) => Array.from({ length: left }, () => word));
  const lost = withoutJoined(missing, rest);
  if (lost.length) findings.lose("words that were not found again", lost.join(" "));
}

/** Missing words that stand in the Markdown joined to a neighbor, or in parts. @param {string[]} missing @param {string[]} rest */
function withoutJoined(missing, rest) {
  const left = [...rest];
  /** @type {string[]} */
  const lost = [];
  for (let i = 0; i < missing.length; i += 1) {
    let joined = "";
    let used = 0;
    for (let end = i; end < Math.min(missing.length, i + 4) && !used; end += 1) {
      joined += missing[end];
      const place = left.indexOf(joined);
      if (place >= 0) {
        left.splice(place, 1);
        used = end - i + 1;
      }
    }
    if (used) i += used - 1;
    else lost.push(missing[i] ?? "");
  }
  return lost;
}

/** What a source of HTML holds, before anything of it is changed. @param {Root} root @returns {Record<string, number>} */
export function sourceCounts(root) {
  const all = [...elements(root)];
  const count = (/** @type {RegExp} */ name) => all.filter((one) => name.test(one.tagName)).length;
  // The raised sign of a note is counted with the notes.
  const isWithin = (/** @type {import("hast").Element} */ one) =>
    one.tagName === "a" && attribute(one, "href").startsWith("#");
  const marks = new Set(
    all.flatMap((one) => [
      ...(isWithin(one) ? [...elements(one)].filter((inner) => inner.tagName === "sup") : []),
      ...(one.tagName === "sup" && [...elements(one)].some(isWithin) ? [one] : []),
    ]),
  );
  return {
    headings: all.filter((one) => (/^h[1-6]$/.test(one.tagName) || hasClass(one, /^MsoTitle$/)) && plain(wordsOf(one)))
      .length,
    "items of lists":
      count(/^li$/) +
      all.filter((one) => one.tagName === "p" && /mso-list:\s*l\d/i.test(attribute(one, "style"))).length,
    tables: count(/^table$/),
    "raised or lowered signs": count(/^su[bp]$/) - marks.size,
  };
}

/** The same, of Markdown. @param {string} markdown @returns {Record<string, number>} */
export function markdownCounts(markdown) {
  const count = (/** @type {RegExp} */ pattern) => markdown.match(pattern)?.length ?? 0;
  return {
    headings: count(/^#{1,6} /gm),
    "items of lists": count(/^(?: *(?:[-*]|\d+[.)]) +)+/gm),
    tables: count(/^\|(?:---\|)+$/gm),
    footnotes: count(/^\[\^[^\]]+\]:/gm),
    citations: count(/\[@pasted-\d+/g),
    pictures: count(/!\[[^\]]*\]\(/g),
    links: count(/(?<!!)\[(?:[^[\]\\]|\\.)*\]\(/g),
    "raised or lowered signs": count(/<su[bp]>/g),
  };
}

/**
 * @param {string} source @param {Record<string, number>} inSource @param {string} markdown @param {Reference[]} references @param {Findings} findings
 * @returns {Kept[]}
 */
export function keptOf(source, inSource, markdown, references, findings) {
  const made = markdownCounts(markdown);
  const words = [
    shownWords(markdown),
    ...references.map((one) => one.text.replace(ADDRESS, (found) => (source.includes(found) ? found : ""))),
  ].join("\n");
  const of = (/** @type {string} */ what) => findings.counted.get(what) ?? 0;
  const numbersIn = (/** @type {string} */ text) => text.match(NUMBER)?.length ?? 0;
  const named = findings.named.join("\n");
  // What became a citation or a reference is counted as such; what was no table, list or heading there and is one here, on both sides.
  /** @type {Record<string, number>} */
  const asReferences = {
    headings: of("headings of references") + of("titles that the article has") - of("titles that were plain lines"),
    "items of lists":
      of("items of references") + of("items of notes") + of("items in cells") - of("items typed by hand"),
    tables: of("tables inside of tables") - of("tables made of tabs"),
    links: of("links of references"),
    footnotes: of("notes as references"),
    "raised or lowered signs": of("raised citations"),
  };
  /** @type {[string, number, number][]} */
  const sides = [
    ["words", wordsIn(source).length - wordsIn(named).length, wordsIn(words).length],
    ["numbers", numbersIn(source) - numbersIn(named), numbersIn(words)],
    ...Object.keys({ ...made, ...inSource }).map(
      (what) =>
        /** @type {[string, number, number]} */ ([
          what,
          (inSource[what] ?? findings.counted.get(what) ?? 0) - (asReferences[what] ?? 0),
          made[what] ?? 0,
        ]),
    ),
    ["references", references.length, references.length],
    ...["symbols", "formulas", "tables inside of tables", "addresses without those who follow readers"].map(
      (what) =>
        /** @type {[string, number, number]} */ ([
          what,
          findings.counted.get(what) ?? 0,
          findings.counted.get(what) ?? 0,
        ]),
    ),
  ];
  return sides
    .filter(([, before, after]) => before || after)
    .map(([what, before, after]) => ({ what, inSource: before, inMarkdown: after }));
}
