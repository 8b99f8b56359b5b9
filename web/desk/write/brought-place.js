/** Where text of another program goes: to the cursor or in the place of what is marked, as it was when it was asked for. */
import { letters } from "../bring/letters.js";
import { blockAt, changeBetween, lineAround } from "./change.js";
import { parted } from "./front-matter.js";
import { withNeededSections } from "./kept-sections.js";

/** @import { Into } from "../bring/bring.js" */
/** @import { Services } from "../contract.d.ts" */
/** @import { Change } from "./change.js" */
/** @import { TextField } from "./plain-text.js" */

/**
 * @typedef {{python: Services, field: () => TextField, article: () => string, exchange: (text: string, words: string) => void}} PlaceOptions
 *
 * @typedef {{
 *   into: Into,
 *   words: string,
 *   takesAway: boolean,
 *   above: number,
 *   put: (markdown: string, title: string | null) => Promise<string[]>,
 * }} Place `words` says where the text goes; `takesAway`: words that stand there go; `above` is the level of the heading that it stands under; `put` says what else was done
 */

const HEADING = /^#[ \t]+(.*?)[ \t]*(?:\{[^{}]*\})?[ \t]*$/m;
/** Nothing, or a heading alone. */
const UNWRITTEN = /^\s*(?:#{1,6}[ \t][^\n]*\s*)?$/;
const CHANGED =
  "The text was changed while this was read. So it was put where the cursor stood, and nothing was taken away.";
const BLOCK = /\n|^(?:#|[-*+] |\d+[.)] |\||>|!\[)/;

/**
 * @param {PlaceOptions} options
 * @param {boolean} isWhole whether a whole document is brought, which may take the place of the text that an article is begun with
 * @returns {Promise<Place>}
 */
export async function placeOfBrought(options, isWhole) {
  const field = options.field();
  const { value, selection } = field;
  const [from, to] = selection;
  const title = headingOf(value);
  const rest = value.slice(0, from) + value.slice(to);
  const isMarked = from < to && rest.trim() === "";
  /** @type {Place["put"]} */
  const atCursor = async (markdown) => {
    const now = options.field();
    const [start, end] = movedTo(selection, value, now.value);
    const isSame = now.value.slice(start, end) === value.slice(from, to);
    now.change(broughtAt(now.value, [isSame ? start : end, end], markdown));
    return isSame ? [] : [CHANGED];
  };
  /** @type {Place["put"]} nothing is taken away that was written since the text was looked at */
  const asWhole = async (markdown, given) =>
    (await putAsWhole(options, value, markdown, given)) ?? [
      ...new Set([...(await atCursor(markdown, given)), CHANGED]),
    ];
  if (isMarked) {
    const words = "It takes the place of the whole text, which is marked.";
    return { into: { title: "", isBegun: true }, words, takesAway: true, above: 1, put: asWhole };
  }
  if (UNWRITTEN.test(value)) {
    const isTitled = value.trim() === "" || (await isTitleOf(options, title));
    const words = isTitled
      ? "It becomes the text of this article."
      : "It goes below the heading that stands in the text.";
    /** @type {Place["put"]} */
    const below = async (markdown, given) => {
      const now = options.field();
      if (now.value !== value) return atCursor(markdown, given);
      now.change(apart(value, value.length, value.length, markdown.replace(/\n+$/, "")));
      return [];
    };
    const whole = isTitled ? asWhole : below;
    return {
      into: { title, isBegun: isTitled },
      words,
      takesAway: false,
      above: isTitled ? 1 : levelAbove(value),
      put: (markdown, given) => (BLOCK.test(markdown.trim()) ? whole : atCursor)(markdown, given),
    };
  }
  if (isWhole && (await isAsBegun(value, options.python))) {
    const words = "It takes the place of the text that the article was begun with, in which nothing was written yet.";
    return { into: { title, isBegun: true }, words, takesAway: true, above: 1, put: asWhole };
  }
  const words =
    from < to ? "It takes the place of what is marked in the text." : "It goes where the cursor stands in the text.";
  const above = levelAbove(value.slice(0, from));
  return { into: { title, isBegun: false }, words, takesAway: from < to, above, put: atCursor };
}

/** The level of the last heading of a text. @param {string} text */
const levelAbove = (text) => [...text.matchAll(/^(#{1,6})[ \t]/gm)].at(-1)?.[1]?.length ?? 1;

/** The title of a text, as it is shown. @param {string} text */
export const headingOf = (text) => (HEADING.exec(text)?.[1] ?? "").replace(/\\(?=[!-/:-@[-\x60{-~])/g, "");

/** Whether a text is still the one that an article is begun with, but for its title. @param {string} text @param {Services} python */
async function isAsBegun(text, python) {
  const { opening } = await python.insertable();
  return text.replace(HEADING, "").trim() === opening.trim();
}

/** Where a selection stands in a text that was changed meanwhile. @param {[number, number]} selection @param {string} before @param {string} after @returns {[number, number]} */
export function movedTo([from, to], before, after) {
  const { from: at, to: end, insert } = changeBetween(before, after);
  const moved = (/** @type {number} */ place) =>
    place >= end ? place + insert.length - (end - at) : Math.min(place, at);
  return before === after ? [from, to] : [moved(from), moved(to)];
}

/**
 * What comes from another program: blocks as blocks, a few words as words in the line. A sentence is parted where the cursor stands in
 * it, other blocks stay whole; nothing stands above the title.
 * @param {string} text @param {[number, number]} selection @param {string} markdown
 * @returns {Change}
 */
export function broughtAt(text, [from, to], markdown) {
  const insert = markdown.replace(/\n+$/, "");
  if (!BLOCK.test(insert)) return { from, to, insert, select: [from + insert.length, from + insert.length] };
  if (from < to) return apart(text, from, to, insert);
  const title = HEADING.exec(text);
  if (title !== null && text.slice(0, title.index).trim() === "" && to <= title.index) {
    return blockAt(text, title.index + title[0].length, insert);
  }
  const [start, end] = lineAround(text, to);
  const isBegin = text.slice(start, to).trim() === "" && /(?:^|\n[ \t]*\n|^\n)$/.test(text.slice(0, start));
  const isEmpty = text.slice(start, end).trim() === "";
  const isParted = isBegin || (!isInCode(text, to) && !STRUCTURE.test(paragraphAround(text, to)));
  return !isEmpty && isParted
    ? apart(text, isBegin ? start : to, isBegin ? start : to, insert)
    : blockAt(text, to, insert);
}

/** What a line of a list, table, quotation, note or heading begins with; none of them can be parted. */
const STRUCTURE = /^[ \t]*(?:#|[-*+:] |\d+[.)] |\||>|\x60{3}|~{3}|\[\^)/m;

/** @param {string} text @param {number} place */
function paragraphAround(text, place) {
  const before =
    text
      .slice(0, place)
      .split(/\n[ \t]*\n/)
      .at(-1) ?? "";
  return before + (text.slice(place).split(/\n[ \t]*\n/)[0] ?? "");
}

/** A block in the place of what stands from one place to another, empty lines around it. @param {string} text @param {number} from @param {number} to @param {string} block @returns {Change} */
function apart(text, from, to, block) {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to);
  const rest = after.trimStart();
  const above = before ? "\n\n" : text.slice(before.length, from);
  const below = rest ? "\n\n" : "\n";
  const end = before.length + above.length + block.length;
  return {
    from: before.length,
    to: to + after.length - rest.length,
    insert: above + block + below,
    select: [end, end],
  };
}

/** Whether a place stands in a block of code. @param {string} text @param {number} place */
export const isInCode = (text, place) =>
  (text.slice(0, place).match(/^ {0,3}(?:\x60{3,}|~{3,})/gm)?.length ?? 0) % 2 === 1;

/** Whether the heading of a text is the title that its form has. @param {PlaceOptions} options @param {string} heading */
async function isTitleOf({ python, article }, heading) {
  const { values } = await python.readFields({ text: article() });
  return letters(heading) !== "" && letters(heading) === letters(String(values.title ?? ""));
}

/**
 * The whole text behind the front matter, whose title becomes that of the document where it was that of the text.
 * @param {PlaceOptions} options @param {string} judged the text that may go @param {string} markdown @param {string | null} title
 * @returns {Promise<string[] | undefined>} what else was done; nothing where the text is another by now, and stays
 */
async function putAsWhole(options, judged, markdown, title) {
  const { python, field, article, exchange } = options;
  if (field().value !== judged) return undefined;
  const begun = article();
  const { head, body } = parted(begun);
  const old = HEADING.exec(body);
  const { opening, forPatients } = await python.insertable();
  const formValues = (await python.readFields({ text: begun })).values;
  const { markdown: content, kept } =
    formValues.audience === forPatients ? { markdown, kept: [] } : withNeededSections(markdown, opening);
  const text = title === null && old ? `${old[0]}\n\n${content}` : content;
  const whole = `${head}\n${text.trimEnd()}\n`;
  const { values, readable } = await python.readFields({ text: whole });
  const given = String(values.title ?? "");
  // One letter that is a capital in one of them makes two titles of them.
  const isOther = readable && title !== null && title !== given;
  const isNamedSo = [headingOf(body), title ?? ""].some((one) => letters(one) === letters(given));
  const isTaken = isOther && isNamedSo;
  const named = isTaken ? (await python.setFields({ text: whole, values: { title } })).text : whole;
  // Something may have been written in the text or the form meanwhile.
  if (article() !== begun) return putAsWhole(options, judged, markdown, title);
  exchange(named, "The document is the text of the article.");
  field().reveal(1, 1, null);
  const sections = kept.map(
    (section) =>
      `The document has no section “${section}”, which an article begins with. The one of a new article stands above the first section: write it there.`,
  );
  if (isTaken) {
    return [
      ...sections,
      `The title of the article is now “${title}”. It was “${given}”, and its name in the address stays as it is.`,
    ];
  }
  return isOther
    ? [...sections, `The form has the title “${given}”, the text has “${title}”. Make them the same.`]
    : sections;
}
