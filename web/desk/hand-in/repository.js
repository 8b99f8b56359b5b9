/**
 * What handing in needs of a repository, whichever program hosts it. Each call throws a Refusal where it cannot be done.
 *
 * @typedef {object} FileToWrite
 * @property {string} path
 * @property {Uint8Array | null} content null where the file is to go
 * @property {boolean} isNew there was none before
 *
 * @typedef {{address: string, number: number}} Proposal a request to take a branch in
 *
 * @typedef {object} Checks what the host says of the tests of a commit
 * @property {"none" | "running" | "passed" | "failed"} state
 * @property {string} [address] where they are told
 *
 * @typedef {object} Repository
 * @property {string} host its name in sentences
 * @property {string} asks what the host calls a request to take a branch in
 * @property {() => Promise<{mayWrite: boolean}>} look whether it is there, and whether the token may write to it
 * @property {(branch: string, doing: string) => Promise<string | null>} head the newest commit of a branch; null without that branch
 * @property {(path: string, commit: string) => Promise<Uint8Array | null>} file
 * @property {(branch: string, from: {target: string, head: string}, message: string, files: FileToWrite[]) => Promise<string | null>} addBranch
 *   a branch with one commit on `head`, the newest of `target`. The commit is given back. The branch is there with all files or not at all. Null where there is one of that name
 * @property {(branch: string, target: string) => Promise<Proposal | null>} proposal that is open for the branch
 * @property {(branch: string, target: string, title: string, words: string) => Promise<Proposal>} propose
 * @property {(commit: string, proposal: Proposal) => Promise<Checks>} checks
 */
import { GiteaRepository } from "./gitea.js";
import { GitHubRepository } from "./github.js";
import { GitLabRepository } from "./gitlab.js";

/** @import { Line } from "./requests.js" */
/** @import { Settings } from "./settings.js" */

/** @param {Settings} settings @param {Line} line @returns {Repository} */
export function repositoryOf(settings, line) {
  if (settings.host === "github") return new GitHubRepository(settings, line);
  if (settings.host === "gitlab") return new GitLabRepository(settings, line);
  return new GiteaRepository(settings, line);
}

/** What a token must be allowed, and where it is made. @param {Settings} settings */
export function tokenHelp({ host, address, repository }) {
  if (host === "github")
    return {
      needs: GitHubRepository.TOKEN_NEEDS,
      address:
        address === "https://github.com"
          ? `${address}/settings/personal-access-tokens/new`
          : `${address}/settings/tokens`,
    };
  if (host === "gitlab")
    return { needs: GitLabRepository.TOKEN_NEEDS, address: `${address}/${repository}/-/settings/access_tokens` };
  return { needs: GiteaRepository.TOKEN_NEEDS, address: `${address}/user/settings/applications` };
}
