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

/** A wasm file, compiled while it arrives. @param {BundleFile} file @param {Fetching} fetching @returns {Promise<WebAssembly.Module>} */
export async function compiled(file, fetching) {
  // Bytes are counted in a copy: the browser compiles, and keeps what it has compiled, only of a response of its own.
  const { fresh, count } = fetching;
  const response = await fetched(file, subtle() ? { fresh } : fetching);
  const copy = () => (subtle() && count ? counted(response.clone(), count) : response.clone());
  try {
    // A host that does not know the type costs the streaming, not the calculators.
    if (!/^application\/wasm\b/.test(response.headers.get("content-type") ?? "")) {
      return await WebAssembly.compile(await bytesOf(copy(), file));
    }
    // The digest is taken of the same bytes while they are compiled: compiling runs nothing.
    const checked = bytesOf(copy(), file);
    const [module] = await Promise.all([WebAssembly.compileStreaming(response), checked]);
    return module;
  } catch (thrown) {
    throw failureFrom(thrown, thrown instanceof WebAssembly.CompileError ? "damaged" : "network");
  }
}

/** @param {BundleFile} file @param {Fetching} fetching */
export async function bytes(file, fetching) {
  return bytesOf(await fetched(file, fetching), file);
}

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
  await asMade(new TextEncoder().encode(`export default ${script}`), file);
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
    const first = await answered(fresh ? { cache: "reload" } : {});
    // Counting means a response of our own, which browsers compile later and more slowly, and keep no compiled code for.
    const response = count ? counted(first, count) : first;
    if (subtle()) return response;
    // The browser checks the digest itself and gives nothing before the last byte: what has just come into its cache.
    await response.arrayBuffer();
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  return answered({ integrity: file.integrity }).catch((thrown) => {
    throw failureFrom(thrown, "damaged");
  });
}

/** @param {Response} response @param {BundleFile} file */
async function bytesOf(response, file) {
  let bytes;
  try {
    bytes = await response.arrayBuffer();
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  await asMade(bytes, file);
  return bytes;
}

/** Throws unless every byte is as the build made it. @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes @param {BundleFile} file */
async function asMade(bytes, { address, size, integrity }) {
  // Some hosts send a page in place of a missing file and call it a success.
  if (bytes.byteLength !== size)
    throw new EngineFailure("damaged", `${bytes.byteLength} bytes in place of ${size}: ${address}`);
  // Without it the browser has compared the digest in `fetched`.
  const digest = await subtle()?.digest("SHA-256", bytes);
  if (digest && integrity !== `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`)
    throw new EngineFailure("damaged", `another digest: ${address}`);
}

/** The same response; `count` is told the bytes as they pass. @param {Response} response @param {(bytes: number) => void} count */
function counted(response, count) {
  const counter = new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter), { headers: response.headers });
}
