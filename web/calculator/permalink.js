/**
 * A link that reopens a form with its inputs. They stand in the fragment, which browsers keep to themselves:
 * it is never sent to a server.
 */
import { LONGEST_LINK } from "./given-entries.js";

/** Under this name stands the version of the calculator that made the link. No input may have it. */
const VERSION = "v";
/** Names that end so say on which day something was measured: they belong to the link, and no input may end so. */
const DAY = "_on";

/** @typedef {{entries: [string, string][], days: [string, string][], version: string | null}} Linked */

/**
 * What the fragment of an address holds for a calculator; null when nothing, and why where it is not read.
 *
 * @param {string} hash with its sign #
 * @param {string} calculator
 * @returns {Linked | {refused: string} | null}
 */
export function linked(hash, calculator) {
  const [name = "", inputs] = splitOnce(hash.slice(1));
  if (name !== calculator || !inputs) return null;
  if (inputs.length > LONGEST_LINK) {
    return { refused: `This link holds ${inputs.length} characters, and at most ${LONGEST_LINK} are read.` };
  }
  const found = new URLSearchParams(inputs);
  // Two versions are none that a form could have.
  const version = found.getAll(VERSION).join(" and ") || null;
  found.delete(VERSION);
  const days = [...found].filter(([name]) => name.endsWith(DAY));
  return { entries: [...found].filter(([name]) => !name.endsWith(DAY)), days, version };
}

/** @param {string} text */
function splitOnce(text) {
  const place = text.indexOf("?");
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

/**
 * The address that reopens these inputs; null where they make a longer one than is read.
 *
 * @param {URL} page the calculator's own
 * @param {{calculator: string, version: string}} by
 * @param {[string, string][]} entries
 * @param {[string, string][]} days on which what has a day was measured
 */
export function linkTo(page, { calculator, version }, entries, days) {
  const filled = entries.filter(([, value]) => value.trim());
  const inputs = String(new URLSearchParams([...filled, ...days, [VERSION, version]]));
  if (inputs.length > LONGEST_LINK) return null;
  const address = new URL(page);
  address.hash = `${calculator}?${inputs}`;
  return address.href;
}

/** A link to a form that is not on this page is read by nobody; what it holds must not stay in the address either. */
export function forgetStrayLink() {
  if (/^#\w+\?/.test(location.hash)) forgetLink();
}

/** The address no longer holds what was read from it: it would stand in the history, in a restored tab, on a shared screen. */
export function forgetLink() {
  if (!location.hash.includes("?")) return;
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
}
