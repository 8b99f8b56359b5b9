/** What the build tells the desk's page: where the articles are handed in, and what Python starts from. */
/** @import { PythonParts } from "./messages.js" */

/**
 * @typedef {object} DeskSettings
 * @property {"github" | "gitlab" | "gitea" | ""} host the kind of host that the repository is on; empty where there is none
 * @property {string} address of the host, with https
 * @property {string} repository its name, such as owner/name
 * @property {string} branch that articles are handed in to
 * @property {string} frame the page in which an article is shown, relative to the site
 * @property {PythonParts} python
 */

/** @param {Document} page @returns {DeskSettings} */
export function settingsOf(page) {
  return JSON.parse(page.getElementById("desk-settings")?.textContent ?? "");
}
