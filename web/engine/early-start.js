/**
 * Starts the worker while the rest of the page is still arriving: on a page that has a calculator of its own, which says so in
 * its head. Part of web/head/head.js. See EarlyWorker in messages.js.
 */
import { worker as script } from "bundle:worker";
import { trusted } from "../trusted.js";

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

if (document.querySelector("link[data-early-start]") && !navigator.connection?.saveData) {
  try {
    const address = trusted(new URL("../../", src).href).createScriptURL(new URL(script, src).href);
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
