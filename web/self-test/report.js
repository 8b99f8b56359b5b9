/** What the self-test has found, as text for a help desk. Nothing of a patient is in it: the page asks for nothing. */

/** @typedef {"works" | "fails" | "untested"} State */
/** @typedef {{name: string, state: State, found: string, means: string, allow: string}} Finding */
/** @typedef {{site: string, browser: string, time: string, edition: string}} Circumstances */

/** @type {Record<State, string>} */
export const WORDS = { works: "Works", fails: "Fails", untested: "Not tested" };

/** @param {readonly Finding[]} findings @param {Circumstances} here */
export function report(findings, { site, browser, time, edition }) {
  const lines = findings.flatMap(({ name, state, found, means, allow }) => [
    `[${WORDS[state]}] ${name}${found ? `: ${found}` : ""}`,
    ...(state === "fails" ? [`    For the reader: ${means}`, `    To allow: ${allow}`] : []),
  ]);
  return [
    "Self-test of the site in a browser",
    `Site: ${site}`,
    `Edition: ${edition}`,
    `Time by this device: ${time}`,
    `Browser: ${browser}`,
    summary(findings),
    "",
    ...lines,
    "",
  ].join("\n");
}

/** @param {readonly Finding[]} findings */
export function summary(findings) {
  const failed = findings.filter(({ state }) => state === "fails").map(({ name }) => name);
  const untested = findings.filter(({ state }) => state === "untested").length;
  const rest = untested ? ` ${untested} could not be tested here.` : "";
  if (!failed.length) return `No step fails.${rest}`;
  return `${failed.length === 1 ? "One step fails" : `${failed.length} steps fail`}: ${failed.join(", ")}.${rest}`;
}
