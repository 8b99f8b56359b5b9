/** Whether files arrive as they were published: the name of each holds the beginning of its SHA-256. */
import { Timeout } from "../engine/timeout.js";

/** Seconds without a byte after which a file is given up. A slow line that still brings bytes is waited for. */
const SILENCE = 15;
const NAMED = /-([0-9a-f]{12})\.(\w+)$/;
/** What hosts should call each kind of file. @type {Record<string, RegExp>} */
const TYPES = {
  js: /^(text|application)\/javascript\b/,
  css: /^text\/css\b/,
  wasm: /^application\/wasm\b/,
  json: /^application\/json\b/,
  bin: /^application\/octet-stream\b/,
  zip: /^application\/(zip|x-zip-compressed|octet-stream)\b/,
};

/** @typedef {{problem: string, remark: string, isCompared: boolean}} Arrived an empty `problem` when it can be used */

/**
 * @param {string} address
 * @param {typeof fetch} [fetched]
 * @returns {Promise<Arrived>}
 */
export async function arrived(address, fetched = fetch) {
  const path = new URL(address).pathname;
  const stopping = new AbortController();
  const silent = new Timeout(SILENCE, () => stopping.abort());
  try {
    const response = await fetched(address, { cache: "no-cache", signal: stopping.signal });
    const type = response.headers.get("content-type") ?? "none";
    if (!response.ok) return bad(`${path} (${type}): the host or the network answered ${response.status}`);
    if (response.redirected) return bad(`${path} (${type}): sent on to ${response.url}`);
    const bytes = await bytesOf(response, () => silent.renew());
    const [, begin = "", kind = ""] = NAMED.exec(path) ?? [];
    const digest = begin && (await sha256(bytes));
    if (digest && !digest.startsWith(begin)) {
      return bad(`${path} (${type}): changed on the way, ${bytes.size} bytes with SHA-256 ${digest.slice(0, 12)}…`);
    }
    const isKnown = TYPES[kind]?.test(type) ?? true;
    return { problem: "", remark: isKnown ? "" : `${path} is sent as ${type}`, isCompared: Boolean(digest) };
  } catch (thrown) {
    const why = stopping.signal.aborted ? `nothing came for ${SILENCE} seconds` : `not fetched (${thrown})`;
    return bad(`${path}: ${why}`);
  } finally {
    silent.stop();
  }
}

/** @param {string} problem @returns {Arrived} */
function bad(problem) {
  return { problem, remark: "", isCompared: false };
}

/** @param {Response} response @param {() => void} onPiece */
async function bytesOf(response, onPiece) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    onPiece();
    pieces.push(next.value);
  }
  return new Blob(pieces);
}

/** In hexadecimal; empty where the page did not come by https and the browser offers no digest. @param {Blob} bytes */
async function sha256(bytes) {
  const digest = await globalThis.crypto?.subtle?.digest("SHA-256", await bytes.arrayBuffer());
  if (!digest) return "";
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
