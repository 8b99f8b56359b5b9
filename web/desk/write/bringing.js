/** Text of other programs on its way into an article: its works get keys, its pictures a place, and the editor the account. */
import { element } from "../../dom.js";
import { ask } from "../dialog.js";
import { listOf } from "./brought-account.js";
import { headingOf, placeOfBrought } from "./brought-place.js";
import { referenceWords } from "./counted-references.js";
import { fileName, fitPicture } from "./picture.js";

/** @import { Brought } from "../bring/bring.js" */
/** @import { Reference, Services } from "../contract.d.ts" */
/** @import { Account } from "./brought-account.js" */
/** @import { Place } from "./brought-place.js" */
/** @import { Picture } from "./picture.js" */
/** @import { TextField } from "./plain-text.js" */

/** What makes formatted text more than the words that come beside it. */
const FORMATTED = /<(?:h[1-6]|table|ul|ol|li|a\s[^>]*href|b|strong|i|em|sup|sub|img|blockquote)\b/i;
/** What parts cells without a table, which plain text may not say. */
const TABS = /mso-tab-count|Apple-tab-span|>[^<\n]*[^\s<>]\t+[^\s<>]/i;
/** And what only a text editor writes around plain words, which are meant as they stand. */
const CODE = /<meta[^>]*charset[^>]*>\s*<(?:div|pre)[^>]*font-family:[^>]*(?:monospace|Consolas|Menlo)/i;

/** Whether pasted markup has more to say than its words. @param {string} html */
export function isFormatted(html) {
  return (FORMATTED.test(html) || TABS.test(html)) && !CODE.test(html);
}

/**
 * @typedef {{
 *   python: Services,
 *   article: () => string,
 *   field: () => TextField,
 *   exchange: (text: string, words: string) => void,
 *   keepPicture: (path: string, picture: Picture) => Promise<void>,
 *   filesChanged: () => Promise<void>,
 *   says: (words: string) => void,
 *   tells: (account: Account) => void,
 *   titled: () => Promise<void>,
 * }} BringOptions `titled` is called once the article has got another title
 */

/** Two headings or a title make a document of what was pasted. */
const IS_DOCUMENT = /<h[1-6]\b[\s\S]*<h[1-6]\b|MsoTitle|MsoHeading/i;

/** @param {string} html @param {BringOptions} options */
export async function bringHtml(html, options) {
  const place = await placeOfBrought(options, IS_DOCUMENT.test(html));
  const { broughtHtml } = await import("../bring/bring.js");
  await bring(broughtHtml(html, place), place, options);
}

/** A file of Word or of the web. @param {File} file @param {BringOptions} options */
export async function bringFile(file, options) {
  const place = await placeOfBrought(options, true);
  const { broughtDocx, broughtHtml } = await import("../bring/bring.js");
  const isWord = /\.docx$/i.test(file.name);
  if (!isWord && !/\.html?$/i.test(file.name)) {
    throw new Error(`“${file.name}” is no .docx and no .html file. Save it as one of them first.`);
  }
  const brought = isWord ? await broughtDocx(await file.arrayBuffer(), place) : broughtHtml(await file.text(), place);
  await bring(brought, place, options);
}

/** Cells that were copied as plain text, a tab between two of them. @param {string} text @param {BringOptions} options */
export async function bringCells(text, options) {
  const place = await placeOfBrought(options, false);
  const { broughtCells } = await import("../bring/bring.js");
  const cells = broughtCells(text) ?? [];
  const { markdown, doubts } = await options.python.table({ cells, header: true });
  await place.put(markdown, null);
  const size = `${cells.length} rows and ${cells[0]?.length ?? 0} columns`;
  options.says("A table is put into the text.");
  options.tells({
    words: `Cells with tabs between them became a table of ${size}. Its first row is its heading row.`,
    lists: [["Please look at", doubts]],
  });
}

/** @param {Brought} brought @param {Place} place @param {BringOptions} options */
async function bring(brought, place, options) {
  const { asSubheadings, withKeys } = await import("../bring/bring.js");
  const { report } = brought;
  const isPlain =
    !report.lost.length && !report.doubts.length && !brought.references.length && !brought.pictures.length;
  const works = await worksOf(brought, options);
  const isAsked = !isPlain || (place.takesAway && place.into.isBegun);
  const wanted = isAsked ? await askWhatIsWanted(brought, place, works) : { headings: false };
  if (!wanted) {
    options.says("Nothing was put into the text.");
    return;
  }
  const { keys, doubts } = await keysOf(brought, works, options);
  const lines = boldLinesOf(report);
  const text = wanted.headings ? asSubheadings(brought.markdown, lines, place.above) : brought.markdown;
  const { markdown, words } = await withPictures(withKeys(text, keys), brought, options);
  const titleBefore = headingOf(options.field().value);
  const done = await place.put(markdown, brought.title);
  const counted = report.kept
    .filter(({ inMarkdown }) => inMarkdown)
    .map(({ what, inMarkdown }) => `${what}: ${inMarkdown}`);
  options.says("Brought into the text.");
  options.tells({
    words: `Brought into the text${counted.length ? `: ${counted.join(", ")}` : ""}.`,
    lists: [
      ...listsOf(brought, [...boldWords(lines, wanted.headings), ...done]),
      ["References", doubts],
      ["Pictures that did not come along", words],
    ],
  });
  if (headingOf(options.field().value) !== titleBefore) await options.titled();
}

/** @param {Brought} brought @param {string[]} done @returns {Account["lists"]} */
const listsOf = ({ report }, done = []) => [
  [
    "Does not come along",
    report.lost.map(
      ({ what, where, words }) => `${what}${where ? `, near “${where}”` : ""}${words ? `: ${words}` : ""}`,
    ),
  ],
  ["Please look at", report.doubts.filter(({ heading }) => heading === undefined).map(({ words }) => words)],
  ["Made otherwise", [...done, ...report.done]],
];

/** The lines that are bold from end to end and may be headings. @param {Brought["report"]} report */
const boldLinesOf = ({ doubts }) => doubts.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));

/** @param {string[]} lines @param {boolean} areHeadings @returns {string[]} what became of them */
function boldWords(lines, areHeadings) {
  if (!lines.length) return [];
  const named = lines.map((line) => `“${line}”`).join(", ");
  const left = "left as bold lines. For a sub-heading put the cursor into the line and press “Subheading”";
  return [areHeadings ? `Bold lines made sub-headings: ${named}.` : `Lines ${left}: ${named}.`];
}

/**
 * Shows what is kept, what is lost and what is doubtful before anything is put into the text.
 *
 * @param {Brought} brought @param {Place} place @param {Reference[]} works
 * @returns {Promise<{headings: boolean} | null>} whether bold lines become sub-headings; null where nothing is to be put in
 */
async function askWhatIsWanted(brought, place, works) {
  const { report, references, pictures } = brought;
  const lines = boldLinesOf(report);
  const tick = element("input", { type: "checkbox" });
  const many = lines.length === 1 ? "Make this line a sub-heading" : `Make these ${lines.length} lines sub-headings`;
  // The reading begins at the top: the button at the end of a long list would scroll it away.
  const top = element("p", { tabindex: "-1" }, place.words);
  return ask("Bring this into the text", (/** @type {(wanted: {headings: boolean}) => void} */ done) => ({
    first: top,
    content: [
      top,
      ...(lines.length
        ? [
            ...listOf(["Bold lines that look like headings", lines], "h3"),
            element("label", { class: "desk-tick" }, tick, many),
          ]
        : []),
      ...(references.length ? [element("p", {}, referenceWords(references.length, works))] : []),
      ...(pictures.length
        ? [element("p", {}, `${pictures.length === 1 ? "1 picture comes" : `${pictures.length} pictures come`} along.`)]
        : []),
      ...listsOf(brought).flatMap((list) => listOf(list, "h3")),
      ...(report.kept.length ? [countsTable(report.kept)] : []),
    ],
    act: [{ words: "Put it into the text", run: () => done({ headings: tick.checked }) }],
  }));
}

/** What was counted on both sides, a row for each kind. @param {Brought["report"]["kept"]} kept */
export function countsTable(kept) {
  return element(
    "table",
    { class: "desk-counts-table" },
    element("caption", {}, "Counted on both sides"),
    element(
      "thead",
      {},
      element("tr", {}, element("td"), ...["There", "Here"].map((words) => element("th", { scope: "col" }, words))),
    ),
    element(
      "tbody",
      {},
      ...kept.map(({ what, inSource, inMarkdown }) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, what),
          ...[inSource, inMarkdown].map((count) => element("td", {}, String(count))),
        ),
      ),
    ),
  );
}

/** What press reads of the references; nothing is added to the list of works yet. @param {Brought} brought @param {BringOptions} options @returns {Promise<Reference[]>} */
async function worksOf({ references }, { python, article }) {
  if (!references.length) return [];
  const listed = references.map(({ number, text }) => `${number}. ${text}`).join("\n");
  // A list of which nothing can be read is refused: its references keep their numbers, and the text comes along.
  return python.references({ text: listed, article: article() }).catch(() => []);
}

/** A key for each work; those that cannot be read keep their number, which the check names. @param {Brought} brought @param {Reference[]} found @param {BringOptions} options */
async function keysOf({ references }, found, { python, filesChanged }) {
  /** @type {Record<number, string>} */
  const keys = {};
  if (!references.length) return { keys, doubts: [] };
  const entries = found.flatMap(({ entry }) => (entry ? [entry] : []));
  if (entries.length) await python.addWorks({ entries });
  for (const { number, key } of found) if (number !== null && key !== null) keys[number] = key;
  /** @type {Map<string, (number | string | null)[]>} what is said of several works is said once */
  const said = new Map();
  for (const one of found) {
    for (const words of one.doubts) said.set(words, [...(said.get(words) ?? []), one.number ?? one.key]);
  }
  const doubts = [...said].map(
    ([words, of]) => `${of.length === 1 ? "Reference" : "References"} ${of.join(", ")}: ${words}`,
  );
  const missing = references.filter(({ number }) => !keys[number] && !found.some((one) => one.number === number));
  await filesChanged();
  return { keys, doubts: [...doubts, ...missing.map(({ number }) => `Reference ${number} could not be read.`)] };
}

/** @param {string} given @param {Brought} brought @param {BringOptions} options */
async function withPictures(given, { pictures }, { keepPicture }) {
  let markdown = given;
  /** @type {string[]} */
  const words = [];
  for (const { name, type, bytes, address } of pictures) {
    try {
      const file = new File([new Uint8Array(bytes)], name, { type });
      const picture = await fitPicture(file, fileName(name));
      await keepPicture(`content/images/articles/${picture.name}`, picture);
      markdown = markdown.replaceAll(address, `/images/articles/${picture.name}`);
    } catch (thrown) {
      words.push(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  return { markdown, words };
}
