/** A repository at GitHub, or at a GitHub Enterprise server. */
import { inAddress, Requests, toBase64 } from "./requests.js";

/** @import { Checks, FileToWrite, Proposal } from "./repository.js" */
/** @import { Line } from "./requests.js" */
/** @import { Settings } from "./settings.js" */

const PLAIN_FILE = "100644";

export class GitHubRepository {
  static TOKEN_NEEDS =
    "for this repository, “Contents” and “Pull requests” with read and write (fine-grained), or “repo” (classic)";
  host = "GitHub";
  asks = "pull request";
  #requests;
  #owner;
  #repository;

  /** @param {Settings} settings @param {Line} line */
  constructor({ address, repository }, line) {
    const api = address === "https://github.com" ? "https://api.github.com" : `${address}/api/v3`;
    this.#repository = `/repos/${inAddress(repository)}`;
    this.#owner = repository.split("/")[0] ?? "";
    const headers = { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" };
    this.#requests = new Requests(
      { host: this.host, api, tokenNeeds: GitHubRepository.TOKEN_NEEDS, scheme: "Bearer", headers },
      line,
    );
  }

  async look() {
    const { permissions } = await this.#requests.ask("GET", this.#repository, { doing: "looking for the repository" });
    return { mayWrite: permissions?.push !== false };
  }

  /** @param {string} branch @param {string} doing @returns {Promise<string | null>} */
  async head(branch, doing) {
    const found = await this.#requests.ask("GET", `${this.#repository}/git/ref/heads/${inAddress(branch)}`, {
      doing,
      absent: [404],
    });
    return found?.object.sha ?? null;
  }

  /** @param {string} path @param {string} commit @returns {Promise<Uint8Array | null>} */
  file(path, commit) {
    return this.#requests.ask(
      "GET",
      `${this.#repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(commit)}`,
      {
        doing: `fetching the newest ${path}`,
        accept: "application/vnd.github.raw+json",
        as: "bytes",
        absent: [404],
      },
    );
  }

  /**
   * Files, then a list of them, then a commit: nobody sees these before the last request gives the commit a name.
   *
   * @param {string} branch @param {{target: string, head: string}} from @param {string} message @param {FileToWrite[]} files
   * @returns {Promise<string | null>}
   */
  async addBranch(branch, { head }, message, files) {
    const git = `${this.#repository}/git`;
    const { tree: before } = await this.#requests.ask("GET", `${git}/commits/${head}`, {
      doing: "fetching the newest state",
    });
    const tree = [];
    for (const { path, content } of files) {
      const blob =
        content &&
        (await this.#requests.ask("POST", `${git}/blobs`, {
          doing: `sending ${path}`,
          body: { content: toBase64(content), encoding: "base64" },
        }));
      tree.push({ path, mode: PLAIN_FILE, type: "blob", sha: blob?.sha ?? null });
    }
    const listed = await this.#requests.ask("POST", `${git}/trees`, {
      doing: "joining the files",
      body: { base_tree: before.sha, tree },
    });
    const commit = await this.#requests.ask("POST", `${git}/commits`, {
      doing: "making the commit",
      body: { message, tree: listed.sha, parents: [head] },
    });
    try {
      await this.#requests.ask("POST", `${git}/refs`, {
        doing: "making the branch",
        body: { ref: `refs/heads/${branch}`, sha: commit.sha },
      });
    } catch (fault) {
      if (fault instanceof Error && /Reference already exists/i.test(fault.message)) return null;
      throw fault;
    }
    return commit.sha;
  }

  /** @param {string} branch @param {string} target @returns {Promise<Proposal | null>} */
  async proposal(branch, target) {
    const asked = new URLSearchParams({ state: "open", head: `${this.#owner}:${branch}`, base: target });
    const [first] = await this.#requests.ask("GET", `${this.#repository}/pulls?${asked}`, {
      doing: "looking for a pull request",
    });
    return first ? { address: first.html_url, number: first.number } : null;
  }

  /** @param {string} branch @param {string} target @param {string} title @param {string} words @returns {Promise<Proposal>} */
  async propose(branch, target, title, words) {
    const made = await this.#requests.ask("POST", `${this.#repository}/pulls`, {
      doing: "making the pull request",
      body: { title, body: words, head: branch, base: target },
    });
    return { address: made.html_url, number: made.number };
  }

  /** @param {string} commit @param {Proposal} proposal @returns {Promise<Checks>} */
  async checks(commit, { address }) {
    const doing = "asking for the tests";
    const [runs, statuses] = await Promise.all([
      this.#requests.ask("GET", `${this.#repository}/commits/${commit}/check-runs`, { doing }),
      this.#requests.ask("GET", `${this.#repository}/commits/${commit}/status`, { doing }),
    ]);
    /** @type {string[]} */
    const states = [
      ...runs.check_runs.map((/** @type {any} */ run) => (run.status === "completed" ? run.conclusion : "pending")),
      ...statuses.statuses.map((/** @type {any} */ status) => status.state),
    ];
    const place = `${address}/checks`;
    if (!states.length) return { state: "none" };
    if (states.includes("pending")) return { state: "running", address: place };
    const good = ["success", "neutral", "skipped"];
    return { state: states.every((state) => good.includes(state)) ? "passed" : "failed", address: place };
  }
}
