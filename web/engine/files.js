/** Fetches the files of the runtime, and knows what is wrong when one does not arrive as it was made. */
import { EngineFailure, failureFrom } from "./failure.js";
/** @import { BundleFile } from "bundle:files" */

/** @typedef {{fresh: boolean, count?: (bytes: number) => void}} Fetching `fresh`: past the browser's cache, which may hold what failed before */

/** @param {string} address relative to the folder of the scripts */
export const absoluteUrl = (address) => new URL(address, import.meta.url).href;

/** A wasm file, compiled while it arrives. @param {BundleFile} file @param {Fetching} fetching @returns {Promise<WebAssembly.Module>} */
export async function compiled(file, fetching) {
  const response = await fetched(file, fetching);
  try {
    // A host that does not know the type costs the streaming, not the calculators.
    if (!/^application\/wasm\b/.test(response.headers.get("content-type") ?? "")) {
      return await WebAssembly.compile(await bytesOf(response, file, fetching));
    }
    // Counting means a response of our own, which browsers compile later and more slowly, and keep no compiled code for.
    return await WebAssembly.compileStreaming(fetching.count ? counted(response, fetching.count) : response);
  } catch (thrown) {
    throw failureFrom(thrown, thrown instanceof WebAssembly.CompileError ? "damaged" : "network");
  }
}

/** @param {BundleFile} file @param {Fetching} fetching */
export async function bytes(file, fetching) {
  return bytesOf(await fetched(file, fetching), file, fetching);
}

/** @param {BundleFile} file @param {Fetching} fetching */
async function fetched({ address }, { fresh }) {
  let response;
  try {
    response = await fetch(absoluteUrl(address), fresh ? { cache: "reload" } : {});
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  if (!response.ok) throw new EngineFailure("network", `${response.status} for ${address}`);
  return response;
}

/** @param {Response} response @param {BundleFile} file @param {Fetching} fetching */
async function bytesOf(response, { size }, { count }) {
  let bytes;
  try {
    bytes = await (count ? counted(response, count) : response).arrayBuffer();
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  // Some hosts send a page in place of a missing file and call it a success.
  if (bytes.byteLength !== size) throw new EngineFailure("damaged", `${bytes.byteLength} bytes in place of ${size}`);
  return bytes;
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
