import assert from "node:assert/strict";
import { test } from "node:test";
import { failureFrom } from "../../../web/engine/failure.js";

// What Chromium, Firefox and WebKit say, and Python.
const WORDS = {
  blocked: [
    new TypeError("Failed to construct 'Worker': This document requires 'TrustedScriptURL' assignment."),
    new TypeError("Worker constructor: Sink type mismatch violation blocked by CSP"),
    new DOMException("The operation is insecure.", "SecurityError"),
    new WebAssembly.CompileError("WebAssembly.compile(): Wasm code generation disallowed by embedder"),
    new EvalError("Refused to evaluate a string as JavaScript because 'unsafe-eval' is not an allowed source"),
  ],
  memory: [
    new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"),
    new RangeError("WebAssembly.Memory(): could not allocate memory"),
    new RangeError("Array buffer allocation failed"),
    new WebAssembly.CompileError("WebAssembly.compile(): Out of memory: allocating module"),
    new RangeError("Failed to create memory"),
    new RangeError("Out of memory"),
    new Error("PythonError: Traceback (most recent call last):\nMemoryError"),
  ],
  damaged: [
    new WebAssembly.CompileError("WebAssembly.compile(): expected magic word 00 61 73 6d"),
    new TypeError("Failed to fetch"),
    new WebAssembly.CompileError("expected 1 memory section, memory index 3"),
  ],
};

for (const [reason, thrown] of Object.entries(WORDS)) {
  for (const error of thrown) {
    test(`"${error}" is told as ${reason}`, () => assert.equal(failureFrom(error, "damaged").reason, reason));
  }
}
