/** What JavaScript reads of a pasted answer by itself: links and saved files. Records are read by Python. */
import { LARGEST_FILE, LONGEST_LINK, tooMany } from "../calculator/given-entries.js";
import { linked } from "../calculator/permalink.js";
import { fromFile } from "../calculator/saved-file.js";

const LINK = /#(\w+)\?\S+/g;

/** @typedef {{kind: "line" | "note" | "fhir" | "link" | "file", calculator: string, version: string | null, day: string, entries: [string, string][] | null, days?: [string, string][], why: string}} Found */

/**
 * The link or saved file in a text; why it is not read; null when there is neither.
 *
 * @param {string} text
 * @returns {Found | {refused: string} | null}
 */
export function recognized(text) {
  const pasted = text.trim();
  if (pasted.startsWith("{")) return saved(pasted);
  const links = [...pasted.matchAll(LINK)];
  if (links.length > 1) return { refused: "This holds several links. Paste one." };
  const [link] = links;
  if (!link) return null;
  const [hash, calculator = ""] = link;
  const found = linked(hash, calculator);
  if (!found || "refused" in found) return found;
  const refused = tooMany("link", found.entries, []);
  if (refused) return { refused };
  return { kind: "link", calculator, day: "", why: "", ...found };
}

/** @param {string} text @returns {Found | {refused: string} | null} */
function saved(text) {
  let calculator;
  try {
    const parsed = JSON.parse(text);
    if (!("format" in parsed)) return null;
    calculator = String(parsed.calculator);
  } catch {
    return { refused: "This begins like a saved file or a FHIR record, and a part of it is missing or changed." };
  }
  const found = fromFile(text, calculator);
  if ("refused" in found) return found;
  const { entries, days, saved, version } = found;
  const refused = tooMany("file", entries, []);
  if (refused) return { refused };
  return { kind: "file", calculator, version, day: saved, entries, days, why: "" };
}

/** Why so much text is not read; empty when it is. @param {string} text */
export function tooLong(text) {
  const most = text.trim().startsWith("{") ? LARGEST_FILE : LONGEST_LINK;
  return text.length > most ? `This holds ${text.length} characters, and at most ${most} are read.` : "";
}
