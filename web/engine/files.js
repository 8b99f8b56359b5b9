import { files } from "bundle:files";
import { EngineFailure, failureFrom } from "./failure.js";

/** @typedef {{fresh: boolean, count?: (bytes: number) => void}} How `fresh`: past the browser's cache, which may hold what failed before. */

/** @param {string} address */
export const whole = (address) => new URL(address, import.meta.url).href;

/** A core, compiled while it arrives. @param {"core" | "rehearsed"} part @param {How} how @returns {Promise<WebAssembly.Module>} */
export async function core(part, how) {
  const response = await got(files[part].address, how);
  try {
    // A host that does not know the type costs the streaming, not the calculators.
    if (!/^application\/wasm\b/.test(response.headers.get("content-type") ?? "")) {
      return await WebAssembly.compile(await bytesOf(response, files[part].size, how));
    }
    // Counting means a response of our own, which browsers compile later and more slowly, and keep no compiled code for.
    return await WebAssembly.compileStreaming(how.count ? counted(response, how.count) : response);
  } catch (thrown) {
    throw failureFrom(thrown, thrown instanceof WebAssembly.CompileError ? "damaged" : "network");
  }
}

/** The bytes of the library or of the image. @param {"library" | "image"} part @param {How} how */
export async function bytes(part, how) {
  return bytesOf(await got(files[part].address, how), files[part].size, how);
}

/** @param {string} address @param {How} how */
async function got(address, { fresh }) {
  let response;
  try {
    response = await fetch(whole(address), fresh ? { cache: "reload" } : {});
  } catch (thrown) {
    throw failureFrom(thrown, "network");
  }
  if (!response.ok) throw new EngineFailure("network", `${response.status} for ${address}`);
  return response;
}

/** @param {Response} response @param {number} size @param {How} how */
async function bytesOf(response, size, { count }) {
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
