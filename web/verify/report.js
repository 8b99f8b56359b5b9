/** What a check has found, as text for whoever looks after the calculators. */
import { inputsOf, together } from "./judgment.js";
/** @import { Verification } from "./verification.js" */

/**
 * @typedef {object} Circumstances
 * @property {string} site the address that was checked
 * @property {string} day of the check
 * @property {{edition: string, date: string}} edition
 * @property {string} release of the calculators
 * @property {string} browser
 * @property {string} startedFrom what Python was started from
 * @property {[string, string][]} parts each part of the engine with its digest
 */

/** @param {Verification} verification @param {Circumstances} here */
export function report({ asked, results, count, differing, ended }, here) {
  const calculators = asked.map(({ calculator, version, rows }) => `  ${calculator} ${version}: ${rows.length}`);
  const failures = differing.flatMap(({ expected, row, got }) => [
    "",
    `  ${expected.calculator} ${expected.version}: ${row.about}`,
    `  Entered: ${inputsOf(expected, row)}`,
    `  Expected: ${together(row.said)}`,
    `  This browser: ${together(got)}`,
  ]);
  return [
    "Check of the calculators in a browser",
    `Site: ${here.site}`,
    `Edition: ${here.edition.edition}, made on ${here.edition.date}`,
    `Calculators: release ${here.release}`,
    `Day of the check: ${here.day}`,
    `Browser: ${here.browser}`,
    `Python was started from: ${here.startedFrom}`,
    "Parts, each compared with its digest before it was used:",
    ...here.parts.map(([name, digest]) => `  ${name}: ${digest}`),
    `Questions: ${count}. Asked: ${results.length}. Agree: ${results.length - differing.length}. Differ: ${differing.length}.`,
    ...(ended ? [`Not finished: ${ended}`] : []),
    "Questions of each calculator:",
    ...calculators,
    ...(failures.length ? ["", "Differing answers:", ...failures] : []),
    "",
  ].join("\n");
}
