/** What differs between two answers, and between two texts of a record. */
/** @import { Answer } from "../engine/reply.js" */

/** One line of a difference: empty where there was, or is, nothing. @typedef {{what: string, before: string, today: string}} Difference */

/** @param {Answer} before @param {Answer} today @returns {Difference[]} */
export function differences(before, today) {
  const lines = [["Answer", before.headline, today.headline]];
  const labels = new Set([...before.shown, ...today.shown].map(({ label }) => label));
  for (const label of labels) lines.push([label, textOf(before, label), textOf(today, label)]);
  const earlier = before.warnings.map(told);
  const later = today.warnings.map(told);
  for (const words of earlier) if (!later.includes(words)) lines.push(["Warning", words, ""]);
  for (const words of later) if (!earlier.includes(words)) lines.push(["Warning", "", words]);
  return lines
    .filter(([, one, other]) => one !== other)
    .map(([what = "", one = "", other = ""]) => ({ what, before: one, today: other }));
}

/** @param {Answer} answer @param {string} label */
function textOf({ shown }, label) {
  return shown
    .filter((value) => value.label === label)
    .map(({ text }) => text)
    .join("; ");
}

/** @param {{kind: string, text: string}} warning */
function told({ kind, text }) {
  return `${kind}: ${text}`;
}

/**
 * Whether a pasted text holds just this record. Spaces and line ends do not count, nor does what stands around a line or a note.
 *
 * @param {string} kind
 * @param {string} pasted
 * @param {string} record
 */
export function holds(kind, pasted, record) {
  if (kind === "fhir") return sorted(JSON.parse(pasted)) === sorted(JSON.parse(record));
  return spaced(pasted).includes(spaced(record));
}

/** What stands in one text and not in the other, sentence by sentence. @param {string} pasted @param {string} record @returns {Difference[]} */
export function altered(pasted, record) {
  const here = pieces(pasted);
  const there = pieces(record);
  return [
    ...here
      .filter((piece) => !there.includes(piece))
      .map((piece) => ({ what: "Only in the record", before: piece, today: "" })),
    ...there
      .filter((piece) => !here.includes(piece))
      .map((piece) => ({ what: "Missing from the record", before: "", today: piece })),
  ];
}

/** @param {string} text */
function pieces(text) {
  return text
    .split(/\n|(?<=[.;]) /)
    .map(spaced)
    .filter(Boolean);
}

/** @param {string} text */
function spaced(text) {
  return text.trim().split(/\s+/).join(" ");
}

/** JSON with every name in order, because records systems keep none. @param {unknown} value @returns {string} */
function sorted(value) {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
