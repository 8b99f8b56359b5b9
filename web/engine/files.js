/**
 * Fetches the files of the runtime, and lets nothing of them be used before it was found to be what the build made, by its
 * SHA-256.
 */
import { EngineFailure, failureFrom } from "./failure.js";
/** @import { BundleFile } from "bundle:runtime" */

/** @typedef {typeof import("./pyodide-start.js")["start"]} StartScript */
/** @typedef {{fresh: boolean, count?: (bytes: number) => void}} Fetching `fresh`: past the browser's cache, which may hold what failed before */

/** @param {string} address relative to the folder of the scripts */
export const absoluteUrl = (address) => new URL(address, import.meta.url).href;

/** Missing where the page did not come by https. It is asked for each time: tests take it away. */
const subtle = () => globalThis.crypto?.subtle;

/**
 * A long file is compared in pieces of so many bytes while it arrives, and its `pieces` is the digest of their digests:
 * press/src/press/runtime/digests.py has the same. To compare it as a whole would copy it, and begin when all of it is here.
 */
const PIECE = 2 ** 20;

/** A wasm file, compiled while it arrives. @param {BundleFile} file @param {Fetching} fetching @returns {Promise<WebAssembly.Module>} */
export async function compiled(file, fetching) {
  const response = await fetched(file, fetching);
  const count = countsWhileComparing(fetching);
  try {
    // A host that does not know the type costs the streaming, not the calculators.
    if (!/^application\/wasm\b/.test(response.headers.get("content-type") ?? "")) {
      return await WebAssembly.compile(await bytesOf(response, file, count));
    }
    // The digest is taken of a copy while the response itself is compiled: compiling runs nothing, and of no other response does
    // the browser keep what it has compiled.
    const checked = bytesOf(response.clone(), file, count);
    const [module] = await Promise.all([WebAssembly.compileStreaming(response), checked]);
    return module;
  } catch (thrown) {
    throw failureFrom(thrown, thrown instanceof WebAssembly.CompileError ? "damaged" : "network");
  }
}

/** @param {BundleFile} file @param {Fetching} fetching */
export async function bytes(file, fetching) {
  return bytesOf(await fetched(file, fetching), file, countsWhileComparing(fetching));
}

/** Without digests of our own, the bytes were counted when the browser compared them. @param {Fetching} fetching */
const countsWhileComparing = ({ count }) => (subtle() ? count : undefined);

/**
 * What a script of ours exports by default: a function around all that it does, of which nothing has run when it is imported.
 * A browser gives the text of a function as it was read, so the digest is that of what will run.
 * @param {BundleFile} file @param {Fetching} fetching @returns {Promise<() => Promise<StartScript>>}
 */
export async function imported(file, fetching) {
  if (!subtle()) await bytes(file, fetching);
  const address = absoluteUrl(file.address);
  let script;
  try {
    // A worker does not import the same address twice, and cannot be told to import past the cache.
    ({ default: script } = await import(fetching.fresh ? `${address}?${Date.now()}` : address));
  } catch (thrown) {
    throw failureFrom(thrown, thrown instanceof SyntaxError ? "damaged" : "network");
  }
  await asMade(new TextEncoder().encode(`export default ${script}`), file, file.integrity);
  return script;
}

/**
 * What `get` makes of a file; of a second copy, past the browser's cache, when the first is not what the build made.
 * @template Part
 * @param {(file: BundleFile, fetching: Fetching) => Promise<Part>} get
 * @param {BundleFile} file @param {Fetching} fetching
 */
export async function inTwoTries(get, file, fetching) {
  try {
    return await get(file, fetching);
  } catch (thrown) {
    if (fetching.fresh || failureFrom(thrown, "died").reason !== "damaged") throw thrown;
    return get(file, { ...fetching, fresh: true });
  }
}

/** @param {BundleFile} file @param {Fetching} fetching */
async function fetched(file, { fresh, count }) {
  const answered = async (/** @type {RequestInit} */ options) => {
    const response = await fetch(absoluteUrl(file.address), options);
    if (!response.ok) throw new EngineFailure("network", `${response.status} for ${file.address}`);
    return response;
  };
  try {
    const response = await answered(fresh ? { cache: "reload" } : {});
    if (subtle()) return response;
    // The browser checks the digest itself and gives nothing before the last byte: what has just come into its cache.
    for await (const chunk of chunks(response)) count?.(chunk.byteLength);
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  return answered({ integrity: file.integrity }).catch((thrown) => {
    throw failureFrom(thrown, "damaged");
  });
}

/**
 * All of a response. Throws unless every byte is as the build made it.
 * @param {Response} response @param {BundleFile} file @param {((bytes: number) => void) | undefined} count is told them as they arrive
 */
async function bytesOf(response, file, count) {
  const bytes = new Uint8Array(file.size);
  const pieces = subtle() && file.pieces;
  /** @type {Promise<ArrayBuffer>[]} */
  const digests = [];
  let [length, compared] = [0, 0];
  try {
    for await (const chunk of chunks(response)) {
      if (length + chunk.length <= file.size) bytes.set(chunk, length);
      length += chunk.length;
      count?.(chunk.length);
      for (; pieces && compared + PIECE <= length && length <= file.size; compared += PIECE)
        digests.push(digestOf(bytes.subarray(compared, compared + PIECE)));
    }
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  // Some hosts send a page in place of a missing file and call it a success.
  if (length !== file.size)
    throw new EngineFailure("damaged", `${length} bytes in place of ${file.size}: ${file.address}`);
  if (!pieces) await asMade(bytes, file, file.integrity);
  else {
    digests.push(digestOf(bytes.subarray(compared)));
    const all = (await Promise.all(digests)).flatMap((digest) => [...new Uint8Array(digest)]);
    await asMade(new Uint8Array(all), file, pieces);
  }
  return bytes.buffer;
}

/** A response in the pieces in which it comes. @param {Response} response */
async function* chunks(response) {
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
const digestOf = async (bytes) => /** @type {SubtleCrypto} */ (subtle()).digest("SHA-256", bytes);

/**
 * Throws unless the digest is the one that the build has noted.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {BundleFile} file @param {string} noted
 */
async function asMade(bytes, { address }, noted) {
  // Without it the browser has compared the digest in `fetched`.
  if (!subtle()) return;
  const digest = await digestOf(bytes);
  if (noted !== `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`)
    throw new EngineFailure("damaged", `another digest: ${address}`);
}
