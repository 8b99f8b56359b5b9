/**
 * One change of a text: what stood from `from` to before `to` becomes `insert`. Places count characters from 0.
 *
 * @typedef {{from: number, to: number, insert: string, select?: [number, number]}} Change `select` is what is marked afterwards
 */

/** The smallest change that makes one text another. @param {string} before @param {string} after @returns {Change} */
export function changeBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Half of a pair of surrogates is no text.
  if (from > 0 && /[\uD800-\uDBFF]/.test(before[from - 1] ?? "")) from--;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(before[before.length - end] ?? "")) end--;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

/** The line, counted from 1, in which a place is. @param {string} text @param {number} place */
export function lineAt(text, place) {
  return text.slice(0, place).split("\n").length;
}

/** The place of a line and column, both counted from 1, in characters as Python counts them. @param {string} text @param {number} line @param {number} column */
export function placeOf(text, line, column) {
  const lines = text.split("\n");
  const before = lines.slice(0, Math.max(0, line - 1));
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const own = [...(lines[line - 1] ?? "")].slice(0, Math.max(0, column - 1)).join("");
  return Math.min(text.length, start + own.length);
}

/** Where the line of a place begins and ends. @param {string} text @param {number} place @returns {[number, number]} */
export function lineAround(text, place) {
  const end = text.indexOf("\n", place);
  return [text.lastIndexOf("\n", place - 1) + 1, end < 0 ? text.length : end];
}

/**
 * A block of its own, with an empty line above and below it, behind the paragraph that the place is in.
 *
 * @param {string} text
 * @param {number} place
 * @param {string} block
 * @returns {Change}
 */
export function blockAt(text, place, block) {
  const rest = /\n[ \t]*\n|\n*$/.exec(text.slice(place));
  const [start, end] = lineAround(text, place);
  const isEmptyLine = text.slice(start, end).trim() === "";
  const at = isEmptyLine ? start : place + (rest?.index ?? 0);
  const to = isEmptyLine ? end : at;
  const before = text.slice(0, at);
  const after = text.slice(to);
  const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after === "" ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const content = block.replace(/\n+$/, "");
  const begin = at + above.length;
  return {
    from: at,
    to,
    insert: `${above}${content}${below}`,
    select: [begin + content.length, begin + content.length],
  };
}

const TO_BE_WRITTEN = /\(write here: [^()]*\)/;

/** A change after which the first words that are to be replaced are marked, so that typing replaces them. @param {Change} change @returns {Change} */
export function withWordsMarked(change) {
  const found = TO_BE_WRITTEN.exec(change.insert);
  if (!found) return change;
  const start = change.from + found.index;
  return { ...change, select: [start, start + found[0].length] };
}

/**
 * The marked lines as a heading of a level, or as plain text again where they are one of this level already.
 *
 * @param {string} text
 * @param {number} place
 * @param {2 | 3 | 4} level
 * @returns {Change}
 */
export function headingAt(text, place, level) {
  const [from, to] = lineAround(text, place);
  const line = text.slice(from, to);
  // A line that is bold from end to end was a heading by its looks.
  const words = line.replace(/^#{1,6}[ \t]+/, "").replace(/^(\*\*|__)(?!\s)((?:(?!\1).)+)\1[ \t]*$/, "$2");
  const marks = `${"#".repeat(level)} `;
  const insert = line.startsWith(marks) ? words : marks + words;
  return { from, to, insert, select: [from + insert.length, from + insert.length] };
}

/**
 * The marked lines as a list, or as plain lines again where all of them are items already.
 *
 * @param {string} text
 * @param {[number, number]} selection
 * @param {boolean} isNumbered
 * @returns {Change}
 */
export function listAt(text, [start, end], isNumbered) {
  const [from] = lineAround(text, start);
  const [, to] = lineAround(text, Math.max(start, end > start && text[end - 1] === "\n" ? end - 1 : end));
  const lines = text.slice(from, to).split("\n");
  const mark = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/;
  const own = isNumbered ? /^[ \t]*\d+[.)][ \t]+/ : /^[ \t]*[-*+][ \t]+/;
  const isList = lines.every((line) => own.test(line));
  let number = 0;
  const changed = lines.map((line) => {
    const words = line.replace(mark, "");
    if (isList || (line.trim() === "" && lines.length > 1)) return isList ? words : line;
    return isNumbered ? `${++number}. ${words}` : `- ${words}`;
  });
  const above = !isList && from > 0 && text.slice(lineAround(text, from - 1)[0], from - 1).trim() !== "" ? "\n" : "";
  const insert = above + changed.join("\n");
  return { from, to, insert, select: [from + insert.length, from + insert.length] };
}
