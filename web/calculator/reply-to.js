import { ask, engine } from "../engine/engine.js";
import { decimalComma } from "./decimal-comma.js";

/** @import { Reply } from "../engine/reply.js" */
/** @import { Proposed } from "./proposals-view.js" */
/** @typedef {[string, string][]} Entries */

/**
 * What Python replies to entries; where it cannot, a failure in words.
 *
 * @param {string} calculator
 * @param {{entries: Entries, notices: {text: string, short: string}[]}} asked
 * @returns {Promise<Reply>}
 */
export async function replyTo(calculator, { entries, notices }) {
  try {
    return await ask({ calculator, entries, notices, decimal_comma: decimalComma.isRead });
  } catch (fault) {
    return { failure: fault instanceof Error ? fault.message : "" };
  }
}

/**
 * What may be filled in beside entries, as soon as Python can say so.
 *
 * @param {string} calculator
 * @param {() => {entries: Entries}} entered
 * @param {(name: string) => boolean} isAsked which of the entries count
 * @returns {Promise<Proposed>}
 */
export async function expectedBeside(calculator, entered, isAsked) {
  await ready();
  const entries = entered().entries.filter(([name]) => isAsked(name));
  const { proposed = {} } = await replyTo(calculator, { entries, notices: [] });
  return proposed;
}

/** @returns {Promise<void>} */
function ready() {
  if (engine.state === "ready") return Promise.resolve();
  return new Promise((resolve) => engine.addEventListener("change", () => ready().then(resolve), { once: true }));
}
