/** Pyodide as published, started from bytes that were checked. It knows nothing of how Pyodide is made. */

/**
 * @param {Record<string, ArrayBuffer>} arrived the bytes of its files by their names
 * @param {string} loader the whole address of pyodide.mjs
 * @param {{core?: WebAssembly.Module, memory?: Uint8Array}} [made] `core`: the WebAssembly module, where it has been compiled
 *   already; `memory`: a snapshot that Pyodide has made of its memory, to resume from
 * @returns {Promise<import("pyodide").PyodideAPI>}
 */
export async function publishedPyodide(arrived, loader, { core, memory } = {}) {
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
    /** @param {unknown} _response @param {WebAssembly.Imports} imports */
    const ofCompiled = async (_response, imports) => ({
      module: core,
      instance: await instantiate.call(WebAssembly, /** @type {WebAssembly.Module} */ (core), imports),
    });
    Object.assign(WebAssembly, {
      instantiate: reporting(instantiate),
      instantiateStreaming: reporting(core ? ofCompiled : instantiateStreaming),
    });
  });
  try {
    /** @type {typeof import("pyodide")} */
    const { loadPyodide } = await import(loader);
    // Pyodide would first try an older way to load this one, which the policy of the pages refuses.
    await import(new URL("pyodide.asm.js", loader).href);
    /** @type {Record<string, unknown>} */
    const resuming = memory ? { _loadSnapshot: memory } : {};
    const loaded = loadPyodide({ indexURL: new URL("./", loader).href, env: { PYTHONHASHSEED: "0" }, ...resuming });
    return /** @type {import("pyodide").PyodideAPI} */ (await Promise.race([loaded, failed]));
  } finally {
    globalThis.fetch = fetch;
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
  }
}
