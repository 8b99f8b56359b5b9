/** Part of web/head/head.js. See EarlyWorker in messages.js. */
import { trusted } from "../trusted.js";

/**
 * Starts the worker while the rest of the page is still arriving: on a page that has a calculator of its own, which says so in
 * its head.
 *
 * @param {string} script the worker's address
 * @param {string} root that of the site
 */
export function startEarly(script, root) {
  if (!document.querySelector("link[data-early-start]") || navigator.connection?.saveData) return;
  try {
    const worker = new Worker(trusted(root).createScriptURL(script), { type: "module" });
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
