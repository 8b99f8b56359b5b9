/**
 * Two texts that were begun from the same one, joined line by line.
 *
 * @typedef {{kind: "agreed", lines: string[]}} Agreed lines that need no decision
 * @typedef {{kind: "both", mine: string[], base: string[], theirs: string[]}} Both lines that both editors changed
 * @typedef {Agreed | Both} Part
 */
import { diff3MergeRegions, diffComm } from "node-diff3";
import { joinedEntries } from "./change-log-entries.js";

/** Lines with their ends, so that they make the text again. @param {string} text @returns {string[]} */
export const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** @param {string} mine @param {string} base @param {string} theirs @returns {Part[]} */
export function partsOf(mine, base, theirs) {
  /** @type {Part[]} */
  const parts = [];
  /** @param {string[]} lines */
  const agreed = (lines) => {
    const last = parts.at(-1);
    if (last?.kind === "agreed") last.lines.push(...lines);
    else if (lines.length) parts.push({ kind: "agreed", lines: [...lines] });
  };
  for (const region of diff3MergeRegions(linesOf(mine), linesOf(base), linesOf(theirs))) {
    if (region.stable) {
      agreed(region.bufferContent);
      continue;
    }
    const { aContent, oContent, bContent } = region;
    const isSame = aContent.join("") === bContent.join("");
    const isOnTop = !parts.some(
      (part) => part.kind === "agreed" && part.lines.slice(1).some((line) => /^---\s*$/.test(line)),
    );
    const joined = isSame ? aContent : isOnTop ? joinedEntries(aContent, oContent, bContent) : null;
    if (joined) agreed(joined);
    else parts.push({ kind: "both", mine: aContent, base: oContent, theirs: bContent });
  }
  return parts;
}

/** @typedef {"mine" | "theirs" | "mine, theirs" | "theirs, mine"} Choice which lines stay of a part that both changed, and in which order */

/**
 * The text with a choice for each part that both editors changed; null as long as one is missing.
 *
 * @param {readonly Part[]} parts
 * @param {readonly (Choice | undefined)[]} choices in the order of those parts
 */
export function joinedText(parts, choices = []) {
  let text = "";
  let place = 0;
  for (const part of parts) {
    if (part.kind === "agreed") {
      text += part.lines.join("");
      continue;
    }
    const choice = choices[place++];
    if (!choice) return null;
    for (const side of choice.split(", ")) {
      const lines = side === "mine" ? part.mine : part.theirs;
      // The last line of a file may have no end.
      if (text && !text.endsWith("\n") && lines.length) text += "\n";
      text += lines.join("");
    }
  }
  return text;
}

/** @typedef {{of: "both" | "first" | "second", lines: string[]}} Stretch */

/**
 * The lines of two texts: those of both, those only of the first, those only of the second.
 *
 * @param {string} first @param {string} second
 * @returns {Stretch[]}
 */
export function differences(first, second) {
  /** @type {Stretch[]} */
  const found = [];
  for (const { common, buffer1, buffer2 } of diffComm(linesOf(first), linesOf(second))) {
    if (common?.length) found.push({ of: "both", lines: common });
    if (buffer1?.length) found.push({ of: "first", lines: buffer1 });
    if (buffer2?.length) found.push({ of: "second", lines: buffer2 });
  }
  return found;
}
