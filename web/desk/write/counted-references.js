/** What the references of a document are to our list of works, before any of them is put there. */

/** @import { Reference } from "../contract.d.ts" */

/**
 * @param {number} count of the references in the document
 * @param {readonly Pick<Reference, "key" | "entry">[]} works what press reads of them
 */
export function referenceWords(count, works) {
  const fresh = new Set(works.filter(({ entry }) => entry !== null).map(({ key }) => key));
  const there = works.filter(({ key, entry }) => key !== null && entry === null);
  const known = there.filter(({ key }) => !fresh.has(key)).length;
  const again = there.length - known;
  const left = Math.max(0, count - fresh.size - there.length);
  const parts = [
    `References in the document: ${count}.`,
    known && `Already in our list of works: ${known}.`,
    fresh.size && `New, with an entry made for each: ${fresh.size}.`,
    again && `Named a second time: ${again}.`,
    left && `Not readable, and left with their numbers: ${left}.`,
  ];
  return parts.filter(Boolean).join(" ");
}
