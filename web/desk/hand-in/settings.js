/**
 * The repository that the site's settings name (`extra.repository` of mkdocs.yml), as the desk's page holds them.
 *
 * @typedef {object} Settings
 * @property {"github" | "gitlab" | "gitea" | ""} host the program of the host; empty where no repository is named
 * @property {string} address of the host, such as https://github.com, without a slash at its end
 * @property {string} repository its owner and name, with a slash between
 * @property {string} branch that changes go to in the end
 */
const HOSTS = /** @type {const} */ (["github", "gitlab", "gitea"]);
const PUBLIC = { github: "https://github.com", gitlab: "https://gitlab.com", gitea: "" };

/** @type {Settings} */
export const NO_REPOSITORY = { host: "", address: "", repository: "", branch: "" };

/**
 * @param {string} text JSON
 * @returns {Settings} without a repository where the text names none that can be used
 */
export function readSettings(text) {
  /** @type {Partial<Record<keyof Settings, unknown>>} */
  let given;
  try {
    given = JSON.parse(text) ?? {};
  } catch {
    return NO_REPOSITORY;
  }
  const host = HOSTS.find((name) => name === given.host);
  const [repository, branch] = [words(given.repository), words(given.branch) || "main"];
  const address = (words(given.address) || (host ? PUBLIC[host] : "")).replace(/\/+$/, "");
  const isSafe =
    /^https:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/.test(address) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(address);
  if (!host || !isSafe || !/^(?!\.+\/)[\w.-]+(\/(?!\.+(\/|$))[\w.-]+)+$/.test(repository)) return NO_REPOSITORY;
  return { host, address, repository, branch };
}

/** @param {unknown} value */
const words = (value) => (typeof value === "string" ? value.trim() : "");

/** @param {ParentNode} [page] */
export function deskSettings(page = document) {
  return readSettings(page.querySelector("#desk-settings")?.textContent ?? "");
}
