/**
 * Where a page comes from that is not always kept: from the host when what arrives is a page of this site, else from the
 * store. Only what has the digest of this edition is ever stored.
 */

/** Every page of this site has it, of whatever edition, minified or not; the sign-in page of a network has not. */
const MARK = /\bname=["']?kept-copy-days\b/;

/**
 * ours      has the digest of this edition, and may be kept
 * other     is of this site and of another edition, or was changed on the way: shown, never kept
 * foreign   something else, such as the sign-in page of a network
 * fault     the host says that it cannot answer now, or half a page has come
 * unreachable, slow   nothing has come, or not yet
 *
 * @typedef {"ours" | "other" | "foreign" | "fault" | "unreachable" | "slow"} Kind
 * @typedef {{kind: Kind, response?: Response, body?: ArrayBuffer}} Arrival
 * @typedef {{response: Response | null, why: Kind, fromStore: boolean}} Source
 */

/** @param {BufferSource} body */
export async function integrityOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * What has arrived for a file.
 *
 * @param {Response} response
 * @param {string | undefined} integrity what it must be; undefined where this edition has no such file, or nobody knows
 * @returns {Promise<Arrival>}
 */
export async function judged(response, integrity) {
  if (response.status >= 500 || response.status === 429) return { kind: "fault", response };
  if (response.type === "opaqueredirect" || response.redirected) return { kind: "foreign", response };
  // Where the line breaks off, this throws.
  const body = await response.clone().arrayBuffer();
  if (response.ok && (await integrityOf(body)) === integrity) return { kind: "ours", response, body };
  if (!isPage(response)) return { kind: "other", response };
  const words = new TextDecoder().decode(body);
  if (!MARK.test(words)) return { kind: "foreign", response };
  // Warnings may stand at the end of a page: half of one is none.
  return { kind: words.includes("</html>") ? "other" : "fault", response };
}

/**
 * What the host sends. Never rejects.
 *
 * @param {() => Promise<Response>} fetched
 * @param {Promise<string | undefined>} integrity
 * @returns {Promise<Arrival>}
 */
export async function arrival(fetched, integrity) {
  try {
    const response = await fetched();
    return await judged(response, await integrity);
  } catch {
    return { kind: "unreachable" };
  }
}

/**
 * What a reader is shown, and why it was not what the host sent; without a response there is nothing to show.
 *
 * @param {Arrival} arrived
 * @param {Response | undefined} stored
 * @returns {Source}
 */
export function sourceOf({ kind, response }, stored) {
  const isOfThisSite = kind === "ours" || kind === "other";
  if (stored && !isOfThisSite) return { response: stored, why: kind, fromStore: true };
  // A reader may have to sign in to a network, and sees its page where there is nothing better. It is never kept.
  const shown = isOfThisSite || kind === "foreign";
  return { response: (shown && response) || null, why: kind, fromStore: false };
}

/** @param {Response} response */
function isPage(response) {
  return (response.headers.get("Content-Type") ?? "text/html").includes("html");
}
