/** Part of web/head/head.js. See EarlyWorker in messages.js. */
import { newEarlyWorker } from "./new-worker.js";

/**
 * Starts the worker while the rest of the page is still arriving.
 *
 * @param {string} script the worker's address
 * @param {string} root that of the site
 * @param {string[]} tools the calculators of the page
 */
export function startEarly(script, root, tools) {
  if (!navigator.connection?.saveData) start(script, root, tools);
  // Has fonts and styles looked up for what the page has already, while the worker's script is fetched: the first picture comes
  // sooner, and the work falls into two pieces in place of a long one.
  void document.body.offsetWidth;
}

/** @param {string} script @param {string} root @param {string[]} tools */
function start(script, root, tools) {
  try {
    globalThis.earlyWorker = newEarlyWorker(root, script, { clean: false, fresh: false, tools });
  } catch {
    // The engine tries again, and tells the reader why it cannot.
  }
}
