/** What a fake host of repositories keeps: commits, branches and requests to take a branch in. */
import { createHash } from "node:crypto";

/** @typedef {Map<string, Buffer>} Files by path */
/** @typedef {{files: Files, parent: string | null, message: string}} Commit */
/** @typedef {{number: number, head: string, base: string, title: string, body: string, isOpen: boolean}} Proposal */

/** @param {...(string | Buffer)} parts */
const digest = (...parts) => {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** The digest that git gives a file. @param {Buffer} content */
export const blobDigest = (content) =>
  createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");

export class Store {
  /** @type {Map<string, Commit>} */
  commits = new Map();
  /** @type {Map<string, string>} */
  branches = new Map();
  /** @type {Proposal[]} */
  proposals = [];
  /** Files that were sent and are in no commit yet. @type {Map<string, Buffer>} */
  blobs = new Map();
  /** @type {Map<string, Files>} */
  trees = new Map();

  /** @param {Record<string, string | Buffer>} files of the first commit of `main` */
  constructor(files) {
    this.branches.set(
      "main",
      this.commit(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])), null, "First"),
    );
  }

  /** @param {Files} files @param {string | null} parent @param {string} message */
  commit(files, parent, message) {
    const sha = digest(parent ?? "", message, String(this.commits.size), ...[...files].flat());
    this.commits.set(sha, { files, parent, message });
    return sha;
  }

  /** Somebody else changes a file of a branch. @param {string} path @param {string | null} text @param {string} [branch] */
  changeBySomebody(path, text, branch = "main") {
    const head = this.branches.get(branch) ?? "";
    const files = new Map(this.commits.get(head)?.files);
    if (text === null) files.delete(path);
    else files.set(path, Buffer.from(text));
    this.branches.set(branch, this.commit(files, head, "By somebody else"));
  }

  /** The commit that a branch, or a digest, names. @param {string} ref */
  at(ref) {
    return this.commits.get(this.branches.get(ref) ?? ref);
  }

  /** @param {string} ref @param {string} path */
  text(ref, path) {
    return this.at(ref)?.files.get(path)?.toString() ?? null;
  }

  /** @param {string} head @param {string} base @param {string} title @param {string} body */
  propose(head, base, title, body) {
    const made = { number: this.proposals.length + 1, head, base, title, body, isOpen: true };
    this.proposals.push(made);
    return made;
  }

  /** @param {string} head @param {string} base */
  openProposal(head, base) {
    return this.proposals.find((one) => one.isOpen && one.head === head && one.base === base);
  }
}
