/** The lines between the two `---` at the beginning of an article, and the text behind them. */

/** The front matter with both its fences, and whatever stands before it that cannot be seen. */
const HEAD = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)(?:[^\r\n]*(?:\r\n|\r|\n))*?---[ \t]*(?:\r\n|\r|\n|$)/;

/**
 * An article in two parts, which joined again are the same text. Without readable front matter all of it is the body.
 *
 * @param {string} text
 * @returns {{head: string, body: string}}
 */
export function parted(text) {
  const head = HEAD.exec(text)?.[0] ?? "";
  return { head, body: text.slice(head.length) };
}

/** How many lines a text has before whatever stands behind it. @param {string} text */
export function linesOf(text) {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/**
 * The name of the field that a line of the front matter belongs to; empty where it belongs to none.
 *
 * @param {string} head
 * @param {number} line counted from 1
 */
export function fieldAt(head, line) {
  const lines = head.split(/\r\n|\r|\n/);
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const name = /^([A-Za-z_]\w*)\s*:/.exec(lines[at] ?? "")?.[1];
    if (name) return name;
  }
  return "";
}
