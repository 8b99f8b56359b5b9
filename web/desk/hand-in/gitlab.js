/** A project at GitLab, at gitlab.com or elsewhere. */
import { Requests, toBase64 } from "./requests.js";

/** @import { Checks, FileToWrite, Proposal } from "./repository.js" */
/** @import { Line } from "./requests.js" */
/** @import { Settings } from "./settings.js" */

const DEVELOPER = 30;

export class GitLabRepository {
  static TOKEN_NEEDS = "the scope “api”, and for a project's token the role Developer";
  host = "GitLab";
  asks = "merge request";
  #requests;
  #project;

  /** @param {Settings} settings @param {Line} line */
  constructor({ address, repository }, line) {
    this.#project = `/projects/${encodeURIComponent(repository)}`;
    const api = `${address}/api/v4`;
    this.#requests = new Requests(
      { host: this.host, api, tokenNeeds: GitLabRepository.TOKEN_NEEDS, scheme: "Bearer" },
      line,
    );
  }

  async look() {
    const { permissions } = await this.#requests.ask("GET", this.#project, { doing: "looking for the project" });
    const levels = [permissions?.project_access, permissions?.group_access].map((access) => access?.access_level ?? 0);
    // An administrator writes to projects without a level of their own; the host itself then says.
    const isSaid = levels.some((level) => level > 0);
    return { mayWrite: !isSaid || Math.max(...levels) >= DEVELOPER };
  }

  /** @param {string} branch @param {string} doing @returns {Promise<string | null>} */
  async head(branch, doing) {
    const address = `${this.#project}/repository/branches/${encodeURIComponent(branch)}`;
    const found = await this.#requests.ask("GET", address, { doing, absent: [404] });
    return found?.commit.id ?? null;
  }

  /** @param {string} path @param {string} commit @returns {Promise<Uint8Array | null>} */
  file(path, commit) {
    const address = `${this.#project}/repository/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(commit)}`;
    return this.#requests.ask("GET", address, { doing: `fetching the newest ${path}`, as: "bytes", absent: [404] });
  }

  /**
   * One request makes the branch and the commit.
   *
   * @param {string} branch @param {{target: string, head: string}} from @param {string} message @param {FileToWrite[]} files
   * @returns {Promise<string | null>}
   */
  async addBranch(branch, { head }, message, files) {
    const actions = files.map(({ path, content, isNew }) =>
      content
        ? { action: isNew ? "create" : "update", file_path: path, content: toBase64(content), encoding: "base64" }
        : { action: "delete", file_path: path },
    );
    try {
      const made = await this.#requests.ask("POST", `${this.#project}/repository/commits`, {
        doing: "sending the files",
        body: { branch, start_sha: head, commit_message: message, actions },
      });
      return made.id;
    } catch (fault) {
      if (fault instanceof Error && /A branch called .* already exists/i.test(fault.message)) return null;
      throw fault;
    }
  }

  /** @param {string} branch @param {string} target @returns {Promise<Proposal | null>} */
  async proposal(branch, target) {
    const asked = new URLSearchParams({ state: "opened", source_branch: branch, target_branch: target });
    const [first] = await this.#requests.ask("GET", `${this.#project}/merge_requests?${asked}`, {
      doing: "looking for a merge request",
    });
    return first ? { address: first.web_url, number: first.iid } : null;
  }

  /** @param {string} branch @param {string} target @param {string} title @param {string} words @returns {Promise<Proposal>} */
  async propose(branch, target, title, words) {
    const made = await this.#requests.ask("POST", `${this.#project}/merge_requests`, {
      doing: "making the merge request",
      body: { source_branch: branch, target_branch: target, title, description: words, remove_source_branch: true },
    });
    return { address: made.web_url, number: made.iid };
  }

  /** @param {string} _commit @param {Proposal} proposal @returns {Promise<Checks>} */
  async checks(_commit, { number }) {
    const [newest] = await this.#requests.ask("GET", `${this.#project}/merge_requests/${number}/pipelines`, {
      doing: "asking for the tests",
    });
    if (!newest || newest.status === "skipped") return { state: "none" };
    const address = newest.web_url;
    if (newest.status === "success") return { state: "passed", address };
    return { state: ["failed", "canceled"].includes(newest.status) ? "failed" : "running", address };
  }
}
