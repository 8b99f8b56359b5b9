/**
 * Starts the desk's Python while the rest of its page is still arriving: a script in the head, that nothing comes before.
 * DeskPython takes the worker, with its events so far.
 */
import { newEarlyWorker } from "../engine/new-worker.js";
import { today } from "../today.js";
import { settingsOf } from "./settings.js";

/** @import { Start } from "./messages.js" */

try {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const parts = settingsOf(document).python;
  /** @type {Start} */
  const start = { start: parts, today: today(), fresh: false, resumes: parts.resumed !== null };
  const early = newEarlyWorker(new URL("../../", src).href, new URL(parts.worker, src).href, start);
  globalThis.earlyDeskWorker = { ...early, start: JSON.stringify(start) };
} catch {
  // DeskPython tries again, and tells the editor why it cannot.
}
