import { ask } from "../engine/engine.js";
import { decimalComma } from "./decimal-comma.js";

/** @import { Reply } from "../engine/reply.js" */

/**
 * What Python replies to entries; where it cannot, a failure in words.
 *
 * @param {string} calculator
 * @param {{entries: [string, string][], notices: {text: string, short: string}[]}} asked
 * @returns {Promise<Reply>}
 */
export async function replyTo(calculator, { entries, notices }) {
  try {
    return await ask({ calculator, entries, notices, decimal_comma: decimalComma.isRead });
  } catch (fault) {
    return { failure: fault instanceof Error ? fault.message : "" };
  }
}
