/**
 * The plain start of Python: Pyodide as published, and the calculators' wheel unpacked by it. It knows nothing of how Pyodide
 * is made, so that it works with the next version as well; see press/src/press/runtime/README.md.
 */
import { entryPoint } from "bundle:clean-start";
import { clean } from "bundle:runtime";
import { absoluteUrl } from "./files.js";
import { useRelease } from "./release.js";
/** @import { OnStep } from "./pyodide-start.js" */

/**
 * @param {Record<string, any>} parts the bytes of Pyodide's files, of the `wheel`, and of an earlier `release` if it is to answer
 * @param {OnStep} onStep
 * @returns {Promise<(question: string) => string>}
 */
export async function start(parts, onStep) {
  const python = await load(parts);
  onStep("python");
  python.unpackArchive(parts.wheel, "wheel");
  if (parts.release) useRelease(python, parts.release);
  python.runPython(entryPoint);
  onStep("calculators");
  return python.globals.get("answer");
}

/** @param {Record<string, ArrayBuffer>} arrived @returns {Promise<import("pyodide").PyodideAPI>} */
async function load(arrived) {
  const { fetch } = globalThis;
  const { instantiate, instantiateStreaming } = WebAssembly;
  // What Pyodide fetches is what was checked. Its scripts it imports by address, from the browser's cache.
  globalThis.fetch = async (asked) => {
    const name =
      new URL(asked instanceof Request ? asked.url : asked, import.meta.url).pathname.split("/").at(-1) ?? "";
    const part = arrived[name];
    const headers = { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream" };
    return part ? new Response(part, { headers }) : new Response(null, { status: 404 });
  };
  const failed = new Promise((_, reject) => {
    /** Pyodide only warns when this fails, and then waits for ever. @template {(...given: any[]) => Promise<any>} Made @param {Made} made */
    const reporting =
      (made) =>
      (/** @type {any[]} */ ...given) => {
        const result = made.call(WebAssembly, ...given);
        result.catch(reject);
        return result;
      };
    Object.assign(WebAssembly, {
      instantiate: reporting(instantiate),
      instantiateStreaming: reporting(instantiateStreaming),
    });
  });
  try {
    const loader = absoluteUrl(clean.parts["pyodide.mjs"]?.address ?? "");
    /** @type {typeof import("pyodide")} */
    const { loadPyodide } = await import(loader);
    const loaded = loadPyodide({ indexURL: new URL("./", loader).href, env: { PYTHONHASHSEED: "0" } });
    return /** @type {import("pyodide").PyodideAPI} */ (await Promise.race([loaded, failed]));
  } finally {
    globalThis.fetch = fetch;
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
  }
}
