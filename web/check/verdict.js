/**
 * What is to be said of an old answer, in plain words.
 */
/** @import { Difference } from "./comparison.js" */
/** @import { Found } from "./recognition.js" */

/** @typedef {{id: string, calculator: string, versions: string[], inputs: string, wrong: string, do: string, date: string}} Recall */
/** @typedef {{calculators: [string, string][], text: string}} Change */
/** @typedef {{title: string, version: string, page: string}} Card */
/** @typedef {{day: string, files: Record<string, {sha256: string, size: number}>, calculators: Record<string, string>}} Released */
/** @typedef {{calculators: Record<string, Card>, releases: Record<string, Released>, changes: Change[], recalls: Recall[]}} History */

/**
 * @typedef {object} Facts
 * @property {Found} found
 * @property {Card} card
 * @property {boolean | null} matches whether the record is what its own version answers; null where that is not known
 * @property {Difference[] | null} differences between the answer of its own version and today's; null where one is missing
 * @property {boolean} answers whether today's version answers the entries
 * @property {Recall[]} recalls of this version
 */

/** @typedef {{state: "withdrawn" | "altered" | "superseded" | "unchanged" | "unknown", head: string, words: string}} Verdict */

/** @param {Facts} facts @returns {Verdict} */
export function verdict({ found, card, matches, differences, answers, recalls }) {
  const version = found.version ?? "";
  const isCurrent = version === card.version;
  if (recalls.length)
    return {
      state: "withdrawn",
      head: "Withdrawn",
      words: `Version ${version} of ${card.title} has been withdrawn. Read below which inputs are affected, and what to do.`,
    };
  if (matches === false)
    return {
      state: "altered",
      head: "Not what was calculated",
      words: `Version ${version} of ${card.title} does not give this record from these inputs. A part of it was changed, left out or copied wrongly, or the page added a caution of its own, such as that its copy of the site was old. Do not rely on it.`,
    };
  if (!version)
    return {
      state: "unknown",
      head: "Version not known",
      words: `It does not say with which version of ${card.title} it was made, so it can only be calculated by today's version, ${card.version}.`,
    };
  if (isCurrent && found.entries && !answers)
    return {
      state: "unknown",
      head: "No answer",
      words: `Version ${version} of ${card.title} is today's version and is not withdrawn. It gives no answer to these entries.`,
    };
  if (isCurrent)
    return {
      state: found.entries ? "unchanged" : "unknown",
      head: found.entries ? "Unchanged" : "Not recalculated",
      words: `Version ${version} of ${card.title} is today's version and is not withdrawn.${found.entries ? " It gives the same answer today." : ` ${found.why}`}`,
    };
  const superseded = `Version ${version} of ${card.title} has been superseded by version ${card.version}; it is not withdrawn.`;
  if (!differences) return { state: "superseded", head: "Superseded", words: `${superseded} ${found.why}`.trim() };
  return differences.length
    ? { state: "superseded", head: "Superseded, and the answer is another one today", words: superseded }
    : { state: "superseded", head: "Superseded, with the same answer", words: superseded };
}

/** What the change log says of a calculator since a version. @param {History} history @param {string} calculator @param {string | null} version */
export function changesSince({ changes, calculators }, calculator, version) {
  if (version === calculators[calculator]?.version) return [];
  const isNewer = (/** @type {string} */ other) =>
    !other || !version || other.localeCompare(version, "en", { numeric: true }) > 0;
  return changes
    .filter(({ calculators }) => calculators.some(([id, since]) => (id === calculator || id === "*") && isNewer(since)))
    .map(({ text }) => text);
}

/** @param {History} history @param {string} calculator @param {string | null} version */
export function recallsOf({ recalls }, calculator, version) {
  return recalls.filter((recall) => recall.calculator === calculator && recall.versions.includes(version ?? ""));
}

/** The release that has a calculator in a version; the newest where several have. @param {History} history @param {string} calculator @param {string | null} version */
export function releaseWith({ releases }, calculator, version) {
  const newestFirst = Object.keys(releases).sort((one, other) => other.localeCompare(one, "en", { numeric: true }));
  return newestFirst.find((release) => releases[release]?.calculators[calculator] === version);
}
