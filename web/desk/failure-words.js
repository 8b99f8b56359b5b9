/** Why the desk's Python is not there, in words for an editor. */
/** @import { Reason } from "../engine/failure.js" */

/** @type {Record<Reason, string>} */
export const FAILURE_WORDS = {
  unsupported:
    "This browser is too old for the check and the view of the page. Use a current version of Chrome, Edge, Firefox or Safari.",
  blocked:
    "This browser, or the network it is on, does not let the check run here. You can still write, and keep drafts.",
  memory: "There is not enough free memory for the check. Close other tabs or programs, then try again.",
  network: "A part of the check could not be fetched. Look at the connection and try again.",
  damaged: "A part of the check did not arrive as it was published, and was not used. Try again.",
  stalled: "The check took too long to start. Look at the connection and try again.",
  wrong: "The check does not work as it should on this device. Try again.",
  died: "The check stopped unexpectedly. Nothing that you typed is lost. Try again.",
  slow: "The check took too long. Nothing that you typed is lost. Try again.",
};

/** Why a question to the desk has no answer: in the words of Python, or because Python is not there. */
export class DeskRefusal extends Error {
  /** @param {string} words for the editor @param {Reason | null} [reason] why Python is not there; null where it has answered */
  constructor(words, reason = null) {
    super(words);
    this.name = "DeskRefusal";
    this.reason = reason;
  }
}
