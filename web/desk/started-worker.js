/** The worker of the desk's Python: the one that the page has started early, or a new one. */
import { absoluteUrl } from "../engine/files.js";
import { newWorker } from "../engine/new-worker.js";

/** @import { Start } from "./messages.js" */

/**
 * Throws where the browser or a policy refuses to make a worker.
 *
 * @param {Start} start
 * @returns {{worker: Worker, events: Event[]}} with the events that it has fired so far
 */
export function startedWorker(start) {
  return (
    earlyWorker(start) ?? {
      worker: newWorker(absoluteUrl("../../"), absoluteUrl(start.start.worker), start),
      events: [],
    }
  );
}

/**
 * The one that early-start.js has started in the same way. One that was started in another way ends, and so does one that failed:
 * what forbids it is told only to who listens.
 *
 * @param {Start} asked
 */
function earlyWorker(asked) {
  const early = globalThis.earlyDeskWorker;
  globalThis.earlyDeskWorker = undefined;
  if (!early) return null;
  const { worker, events, start } = early;
  worker.onmessage = worker.onerror = null;
  const hasFailed = events.some(({ type }) => type === "error");
  if (start === JSON.stringify(asked) && !hasFailed) return { worker, events };
  worker.terminate();
  return null;
}
