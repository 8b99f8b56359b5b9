import { crc32 } from "../engine/proof.js";
/** @import { Reply } from "../engine/reply.js" */

/**
 * A question with what the tested program replied: a checksum of the whole reply, and what it says first.
 *
 * @typedef {{about: string, entries: [string, string][], checksum: number, said: string[]}} Row
 * @typedef {{calculator: string, title: string, version: string, words: Record<string, string>, rows: Row[]}} Expected
 * @typedef {{agrees: boolean, got: string[]}} Judgment
 */

/** Judges by the whole text of a reply, of which people see what it says first. @param {Row} row @param {string} text @returns {Judgment} */
export function judged(row, text) {
  const agrees = crc32(text) === row.checksum;
  return { agrees, got: agrees ? row.said : [...said(text), ...hidden(row, text)] };
}

/** @param {string} text */
function said(text) {
  /** @type {Reply} */
  let reply;
  try {
    reply = JSON.parse(text);
  } catch {
    return ["A reply that cannot be read."];
  }
  const { answer, problems = [], failure = "" } = reply;
  if (answer) return [answer.headline, ...answer.dangers];
  return problems.length ? problems.map(({ message }) => message) : [failure];
}

/** Where a reply differs in what is not shown, that is said. @param {Row} row @param {string} text */
function hidden(row, text) {
  return JSON.stringify(said(text)) === JSON.stringify(row.said)
    ? ["The same words here; another part of the reply differs."]
    : [];
}

/** Several sentences as one text. @param {string[]} words */
export function together(words) {
  return words.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
}

/** What was entered, in the words of the form. @param {Expected} expected @param {Row} row */
export function inputsOf({ words }, { entries }) {
  const told = entries.map(([name, text]) => `${words[name] ?? name}: ${words[`${name}=${text}`] ?? text}`);
  return told.join("; ") || "Nothing";
}
