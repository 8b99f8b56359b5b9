/** A field of a page knows one line end only. A file keeps the ones it has. */

/** As a field shows a text. @param {string} text */
export function shown(text) {
  return text.replace(/\r\n|\r/g, "\n");
}

/**
 * What is to be kept of a field's text: unchanged lines with the ends that they had, new ones with the file's most common end.
 *
 * @param {string} typed as the field has it
 * @param {string} before as the file had it
 */
export function withLineEnds(typed, before) {
  if (!before.includes("\r")) return typed;
  if (typed === shown(before)) return before;
  const old = linesWithEnds(before);
  const lines = linesWithEnds(typed);
  const common = commonEnd(old);
  const most = Math.min(old.length, lines.length);
  let first = 0;
  while (first < most && shown(old[first] ?? "") === lines[first]) first++;
  let last = 0;
  while (last < most - first && shown(old.at(-1 - last) ?? "") === lines.at(-1 - last)) last++;
  const changed = lines.slice(first, lines.length - last).map((line) => line.replace(/\n$/, common));
  return [...old.slice(0, first), ...changed, ...old.slice(old.length - last)].join("");
}

/** @param {string} text */
function linesWithEnds(text) {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** @param {string[]} lines */
function commonEnd(lines) {
  const counts = { "\r\n": 0, "\r": 0, "\n": 0 };
  for (const line of lines) {
    const end = /** @type {keyof typeof counts | undefined} */ (/\r\n$|\r$|\n$/.exec(line)?.[0]);
    if (end) counts[end]++;
  }
  const ends = /** @type {(keyof typeof counts)[]} */ (Object.keys(counts));
  return ends.reduce((most, end) => (counts[end] > counts[most] ? end : most));
}
