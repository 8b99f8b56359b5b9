/**
 * Parts of the search index that were fetched, kept for times without a network. Each is named by its content, so that a kept one is
 * right for whatever edition asks for it, and no list of them is needed.
 */

const KEPT = "search-parts";
/** So many are kept; the oldest give way. */
const MOST = 600;
const NAME = /\/search\/parts\/[a-z]+-([0-9a-f]{10})\.json$/;

/** Whether an address is one of a part. @param {URL} url @param {URL} base */
export function isPart({ href, pathname }, base) {
  return href.startsWith(base.href) && NAME.test(pathname);
}

/** A part, kept or fetched. @param {Request} request */
export async function part(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && (await isWhole(request.url, response.clone()))) {
    const store = await caches.open(KEPT);
    await store.put(request, response.clone());
    const all = await store.keys();
    for (const oldest of all.slice(0, Math.max(0, all.length - MOST))) await store.delete(oldest);
  }
  return response;
}

/** Whether a response is what its address says. @param {string} address @param {Response} response */
export async function isWhole(address, response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  const name = NAME.exec(new URL(address).pathname)?.[1] ?? "";
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return name !== "" && hex.startsWith(name);
}

/** The addresses of all parts that the index has now. @param {URL} base @returns {Promise<URL[]>} */
export async function allParts(base) {
  const json = async (/** @type {string} */ address) => {
    const response = await fetch(new URL(`search/${address}`, base), { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response.json();
  };
  const { pages, words, beginnings, ends } = await json("base.json");
  const { names } = await json(`parts/${pages}.json`);
  const every = [
    pages,
    ...[words, beginnings, ends].flatMap((bounds) =>
      bounds.filter((/** @type {string} */ _, /** @type {number} */ at) => at % 2),
    ),
    ...(names.match(/.{10}/g) ?? []).map((/** @type {string} */ name) => `page-${name}`),
  ];
  return [...new Set(every)].map((name) => new URL(`search/parts/${name}.json`, base));
}
