/** Small WebAssembly modules for tests, from text. */
import binaryen from "binaryen";

// Not all that Binaryen knows: it then writes imports in a form that Node refuses.
const { BulkMemory, ExceptionHandling, MutableGlobals, ReferenceTypes } = binaryen.Features;

/** @param {string} text @returns {Buffer<ArrayBuffer>} */
export function wasm(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(BulkMemory | ExceptionHandling | MutableGlobals | ReferenceTypes);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}

/** @param {BufferSource} bytes @param {WebAssembly.Imports} [imports] @returns {Record<string, any>} the exports */
export const instance = (bytes, imports) => new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
