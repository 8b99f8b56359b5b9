/** @import { Problem } from "../contract.d.ts" */

/** What a screen reader hears and everybody sees: how many there are. @param {readonly Problem[]} problems */
export function counted(problems) {
  const of = (/** @type {string} */ severity) => problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings, advice] = [of("error"), of("warning"), of("advice")];
  const parts = [number(errors, "error"), number(warnings, "warning")];
  if (advice) parts.push(number(advice, "piece of advice", "pieces of advice"));
  return parts.join(", ").replace(/^n/, "N");
}

/** @param {number} count @param {string} one @param {string} [many] */
function number(count, one, many = `${one}s`) {
  return `${count || "no"} ${count === 1 ? one : many}`;
}

/** What stands between quotation marks is the editor's own, and stays. */
const FOR_THE_TERMINAL =
  /("[^"]*"|“[^”]*”)| \((?:[^()]*[ /])?(?:press (?:calculators|check|facts|new|rename|review|where|withdraw)|content\/\w+\.yml|\w+\.py, line \d+)\b[^()]*\)/g;
/** What the desk lets an editor choose needs no typing. */
const TYPED_MARK = /^Before its full stop write \[[^\]]*\], with [^.]*\. /;
const QUOTED = /("[^"]*")/;
const OWN_LINE = /(?<!, )\b(in line|[Ll]ine) (\d+)\b/g;

/**
 * What the check says, for somebody who has the text alone: without commands and lists in brackets, and with the lines of
 * this text counted as the text field counts them. Lines of other files stand behind their name, and stay.
 *
 * @param {string} words @param {number} linesAbove of the front matter, which the text field does not show
 */
export function atTheDesk(words, linesAbove) {
  const own = (/** @type {string} */ found, /** @type {string} */ line, /** @type {string} */ number) => {
    if (Number(number) > linesAbove) return `${line} ${Number(number) - linesAbove}`;
    return line === "in line" ? "in “About the article”" : found;
  };
  const parts = words.replace(FOR_THE_TERMINAL, "$1").split(QUOTED);
  return parts.map((part, i) => (i % 2 ? part : part.replace(OWN_LINE, own))).join("");
}

/** What to do, as far as no button does it. @param {Problem} problem @param {number} linesAbove of the front matter */
export const remedyAtTheDesk = ({ fix }, linesAbove) => atTheDesk(fix.replace(TYPED_MARK, ""), linesAbove);

/** Errors first, then warnings, advice last; each in the order of the text. @param {readonly Problem[]} problems */
export function inOrder(problems) {
  const rank = { error: 0, warning: 1, advice: 2 };
  return [...problems].sort(
    (one, other) => rank[one.severity] - rank[other.severity] || one.line - other.line || one.column - other.column,
  );
}

/** Problems of one rule and severity together, where the first of them stands. @param {readonly Problem[]} problems @returns {Problem[][]} */
export function ofOneKind(problems) {
  /** @type {Map<string, Problem[]>} */
  const kinds = new Map();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.rule}`;
    kinds.set(key, [...(kinds.get(key) ?? []), problem]);
  }
  return [...kinds.values()];
}

/** How many of a rule one press can mend. @param {readonly Problem[]} problems @param {string} rule */
export function mendable(problems, rule) {
  return problems.filter((problem) => problem.rule === rule && problem.replacement !== null).length;
}

/**
 * The words around the place, and the part of them that is meant.
 *
 * @param {Problem} problem
 * @returns {{before: string, marked: string, after: string}}
 */
export function quoted({ excerpt, column, end_column: end }) {
  const signs = [...excerpt];
  const start = Math.max(0, column - 1);
  const stop = end === null || end <= column ? nextWord(signs, start) : end - 1;
  const from = Math.max(0, start - 50);
  const to = Math.min(signs.length, stop + 50);
  return {
    before: (from ? "…" : "") + signs.slice(from, start).join(""),
    marked: signs.slice(start, stop).join(""),
    after: signs.slice(stop, to).join("") + (to < signs.length ? "…" : ""),
  };
}

/** @param {string[]} signs @param {number} start */
function nextWord(signs, start) {
  let end = start;
  while (end < signs.length && !/\s/.test(signs[end] ?? "")) end++;
  return Math.max(end, Math.min(start + 1, signs.length));
}

/** What tells one problem from the others while the text changes. @param {Problem} problem */
export const keyOf = ({ rule, message, excerpt, column }) => [rule, message, excerpt, column].join("\n");
