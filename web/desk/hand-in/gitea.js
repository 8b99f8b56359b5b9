/** A repository at Gitea or Forgejo, such as Codeberg. */
import { fromBase64, inAddress, Requests, toBase64 } from "./requests.js";

/** @import { Checks, FileToWrite, Proposal } from "./repository.js" */
/** @import { Line } from "./requests.js" */
/** @import { Settings } from "./settings.js" */

export class GiteaRepository {
  static TOKEN_NEEDS = "“repository” with read and write, and nothing else";
  asks = "pull request";
  #requests;
  #repository;
  /** The digest of each file that was fetched, by commit and path: the host wants it back with a newer version. @type {Map<string, string>} */
  #digests = new Map();

  /** @param {Settings} settings @param {Line} line */
  constructor({ address, repository }, line) {
    this.host = new URL(address).host;
    this.#repository = `/repos/${inAddress(repository)}`;
    const api = `${address}/api/v1`;
    this.#requests = new Requests(
      { host: this.host, api, tokenNeeds: GiteaRepository.TOKEN_NEEDS, scheme: "token" },
      line,
    );
  }

  async look() {
    const { permissions } = await this.#requests.ask("GET", this.#repository, { doing: "looking for the repository" });
    return { mayWrite: permissions?.push !== false };
  }

  /** @param {string} branch @param {string} doing @returns {Promise<string | null>} */
  async head(branch, doing) {
    const found = await this.#requests.ask("GET", `${this.#repository}/branches/${inAddress(branch)}`, {
      doing,
      absent: [404],
    });
    return found?.commit.id ?? null;
  }

  /** @param {string} path @param {string} commit @returns {Promise<Uint8Array | null>} */
  async file(path, commit) {
    const address = `${this.#repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(commit)}`;
    const found = await this.#requests.ask("GET", address, { doing: `fetching the newest ${path}`, absent: [404] });
    if (!found) return null;
    this.#digests.set(`${commit} ${path}`, found.sha);
    return fromBase64(found.content ?? "");
  }

  /**
   * One request makes the branch and the commit.
   *
   * @param {string} branch @param {{target: string, head: string}} from @param {string} message @param {FileToWrite[]} files
   * @returns {Promise<string | null>}
   */
  async addBranch(branch, { target, head }, message, files) {
    const changed = files.map(({ path, content, isNew }) => ({
      operation: content ? (isNew ? "create" : "update") : "delete",
      path,
      ...(content ? { content: toBase64(content) } : {}),
      ...(isNew ? {} : { sha: this.#digests.get(`${head} ${path}`) }),
    }));
    try {
      const made = await this.#requests.ask("POST", `${this.#repository}/contents`, {
        doing: "sending the files",
        body: { branch: target, new_branch: branch, message, files: changed },
      });
      return made.commit.sha;
    } catch (fault) {
      if (fault instanceof Error && /branch already exists/i.test(fault.message)) return null;
      throw fault;
    }
  }

  /** @param {string} branch @param {string} target @returns {Promise<Proposal | null>} */
  async proposal(branch, target) {
    const found = await this.#requests.ask(
      "GET",
      `${this.#repository}/pulls/${encodeURIComponent(target)}/${inAddress(branch)}`,
      {
        doing: "looking for a pull request",
        absent: [404],
      },
    );
    return found?.state === "open" ? { address: found.html_url, number: found.number } : null;
  }

  /** @param {string} branch @param {string} target @param {string} title @param {string} words @returns {Promise<Proposal>} */
  async propose(branch, target, title, words) {
    const made = await this.#requests.ask("POST", `${this.#repository}/pulls`, {
      doing: "making the pull request",
      body: { head: branch, base: target, title, body: words },
    });
    return { address: made.html_url, number: made.number };
  }

  /** @param {string} commit @param {Proposal} proposal @returns {Promise<Checks>} */
  async checks(commit, { address }) {
    const found = await this.#requests.ask("GET", `${this.#repository}/commits/${commit}/status`, {
      doing: "asking for the tests",
    });
    if (!found.total_count) return { state: "none" };
    if (found.state === "pending") return { state: "running", address };
    return { state: ["success", "skipped"].includes(found.state) ? "passed" : "failed", address };
  }
}
