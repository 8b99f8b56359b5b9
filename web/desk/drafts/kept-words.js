import { chosen } from "../choices.js";

/**
 * Where what is written is kept, in words.
 *
 * @param {string | null} fault empty when all is kept; null when there is nothing to keep
 * @param {string} time
 */
export function keptWords(fault, time) {
  if (fault === null) return "As published";
  if (!chosen("keep")) return "Not kept: it is lost when you close this page";
  return fault ? `Not kept on this device: ${fault}` : `Kept on this device only, ${time}`;
}
