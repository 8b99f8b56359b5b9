/**
 * Starts the worker while the rest of the page is still arriving. Press writes this script into each page that has a
 * calculator of its own; the worker's address is an attribute of the script element. See EarlyWorker in messages.js.
 */
const address = document.currentScript?.dataset.worker;

if (address && !globalThis.earlyWorker && !navigator.connection?.saveData) {
  try {
    const worker = new Worker(address, { type: "module" });
    /** @type {Event[]} */
    const events = [];
    worker.onmessage = worker.onerror = (/** @type {Event | string} */ event) =>
      void events.push(/** @type {Event} */ (event));
    worker.postMessage(/** @type {import("./messages.js").ToWorker} */ ({ start: { clean: false, fresh: false } }));
    globalThis.earlyWorker = { worker, events };
  } catch {
    // The engine tries again, and tells the reader why it cannot.
  }
}
