/** The worker in which Python runs, on its way. */
import { trusted } from "../trusted.js";

/**
 * It finds in its name how to start: a message would wait until a busy page has a moment to send it on. Throws where the browser
 * or a policy refuses to make a worker.
 *
 * @param {string} root the address of the site
 * @param {string} script the worker's address
 * @param {object} start how, in the words of that worker
 */
export function newWorker(root, script, start) {
  return new Worker(trusted(root).createScriptURL(script), { type: "module", name: JSON.stringify(start) });
}

/**
 * The same for whoever starts it before the script that asks it is here: with the events that it fires until it is taken.
 *
 * @param {string} root
 * @param {string} script
 * @param {object} start
 */
export function newEarlyWorker(root, script, start) {
  const worker = newWorker(root, script, start);
  /** @type {Event[]} */
  const events = [];
  worker.onmessage = worker.onerror = (/** @type {Event | string} */ event) =>
    void events.push(/** @type {Event} */ (event));
  return { worker, events };
}
