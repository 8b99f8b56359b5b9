/** Pages that were read, each stored with the edition and the digest that it had then. */

const EDITION = "Kept-Edition";
const DATE = "Kept-Date";
const INTEGRITY = "Kept-Integrity";
// A stored body is no longer as it was on the line.
const OF_THE_LINE = ["Content-Encoding", "Content-Length"];

/** @typedef {{version: string, date: string}} Edition */

/**
 * A copy of a page for the store.
 *
 * @param {Response} response
 * @param {BodyInit} body
 * @param {string} integrity
 * @param {Edition} edition
 */
export function storedForm(response, body, integrity, { version, date }) {
  const headers = new Headers(response.headers);
  for (const name of OF_THE_LINE) headers.delete(name);
  headers.set(EDITION, version);
  headers.set(DATE, date);
  headers.set(INTEGRITY, integrity);
  return new Response(body, { status: response.status, headers });
}

/** Whether a response was stored by `storedForm`: whatever was stored otherwise may be anything. @param {Response} stored */
export function isKnown(stored) {
  return stored.headers.has(INTEGRITY);
}

/**
 * The edition that a stored page belongs to: this one while its content is the same.
 *
 * @param {Response} stored
 * @param {string | undefined} integrity what it must be now, where that is known
 * @param {Edition} edition this one
 * @returns {Edition}
 */
export function editionOf(stored, integrity, edition) {
  if (stored.headers.get(INTEGRITY) === integrity || !isKnown(stored)) return edition;
  return { version: stored.headers.get(EDITION) ?? "", date: stored.headers.get(DATE) ?? "" };
}
