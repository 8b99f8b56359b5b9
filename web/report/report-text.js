/**
 * A report as text.
 *
 * @typedef {object} Report
 * @property {string} site
 * @property {string} page its address, without what stands behind the sign #
 * @property {string} title
 * @property {string} browser
 * @property {boolean} isOnline
 * @property {string} words what the reader says
 * @property {string | null} calculator with its version
 * @property {{entries: [string, string][], shown: string} | null} entered only where the reader has asked for it
 */

/** @param {Report} report @returns {string} */
export function reportText({ site, page, title, browser, isOnline, words, calculator, entered }) {
  const lines = [
    `Report of an error: ${site}`,
    `Page: ${title}, ${page}`,
    ...(calculator ? [`Calculator: ${calculator}`] : []),
    `Browser: ${browser}, ${isOnline ? "online" : "offline"}`,
    "",
    "What is wrong, and what was expected:",
    words.trim() || "(please write it here)",
  ];
  if (entered) {
    lines.push("", "Entered:", ...entered.entries.map(([name, value]) => `${name}=${value}`));
    if (entered.shown) lines.push("", "Shown:", entered.shown);
  }
  return lines.join("\n");
}
