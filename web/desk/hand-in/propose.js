/**
 * Handing in to the host of the repository: a branch of its own, one commit with all files, and a request to take it in. The branch
 * that readers' pages are made from is never written to.
 *
 * It can be cut anywhere and done again: a branch that already holds just these files is the one of the time before.
 */
import { branchName, contentOf, same, whyNot } from "./change.js";
import { compared } from "./newer.js";
import { Refusal } from "./refusal.js";

/** @import { Change, ChangedFile } from "./change.js" */
/** @import { Conflict } from "./newer.js" */
/** @import { Checks, Proposal, Repository } from "./repository.js" */

/** Names to try when others have taken them. */
const MOST_NAMES = 20;

/**
 * @typedef {object} Done
 * @property {true} done
 * @property {string} words
 * @property {string} [address] where it is now
 * @property {boolean} certain whether it stands where it was meant to; otherwise a step of the editor's is left
 * @property {boolean} [isToSend] a file was saved that the editor has to send to somebody
 * @property {{label: string, copy: string, address: string}} [next] that step: a text to copy and a page to open
 * @property {{label: string, address: string}[]} [more] further pages
 * @property {() => Promise<Checks>} [checks] asks how the tests go
 *
 * @typedef {object} NotDone
 * @property {false} done
 * @property {string} words
 * @property {Conflict[]} [conflict]
 * @property {Change} [change] of which the conflicts are
 * @property {boolean} [stopped] by the editor
 * @property {"token"} [wants]
 * @property {true} nothingLost
 *
 * @typedef {Done | NotDone} Outcome
 *
 * @typedef {object} Steps
 * @property {(words: string) => void} progress
 * @property {() => Date} now
 */

/** @param {string} words @param {Partial<NotDone>} [more] @returns {NotDone} */
export const notDone = (words, more = {}) => ({ done: false, words, nothingLost: true, ...more });

export const CONFLICT =
  "Someone else changed the same file since you began. Nothing was written. Look at both below and choose; then hand in again.";

/**
 * @param {Repository} repository
 * @param {string} target
 * @param {Change} change
 * @param {Steps} steps
 * @returns {Promise<Outcome>}
 */
export async function propose(repository, target, change, { progress, now }) {
  const refused = whyNot(change);
  if (refused) return notDone(refused);
  const { host, asks } = repository;
  /** What stands at the host, in words, if it stops here. */
  let stands = `Nothing was changed at ${host}. Your text is still here.`;
  try {
    progress(`Looking at ${host} …`);
    const { mayWrite } = await repository.look();
    if (!mayWrite)
      return notDone(
        `Your account at ${host} has no right to write to this repository. Ask whoever looks after the site for it, or choose another way. ${stands}`,
      );
    const head = await repository.head(target, `looking for the branch ${target}`);
    if (!head)
      return notDone(
        `The repository at ${host} has no branch “${target}”, which the settings of this site name. Ask whoever looks after the site. ${stands}`,
      );

    progress("Fetching the newest version of each file …");
    const theirs = await newest(repository, change.files, head);
    const { toWrite, conflicts } = compared(change, theirs);
    if (conflicts.length) return notDone(CONFLICT, { conflict: conflicts, change });
    if (!toWrite.length)
      return {
        done: true,
        certain: true,
        words: `There is nothing left to hand in: ${host} has just these texts already.`,
      };

    progress("Sending the files …");
    stands = `Nothing that readers see was changed at ${host}. Your text is still here. Handing in again goes on from where it stopped.`;
    const files = toWrite.map((file) => ({ path: file.path, content: contentOf(file), isNew: !theirs.get(file.path) }));
    const name = branchName(change, now());
    const { branch, commit } = await branchWith(repository, { target, head }, name, change, toWrite, files);

    progress(`Making the ${asks} …`);
    stands =
      `Your files are at ${host}, on the branch “${branch}”; the ${asks} is not made yet. Your text is still here. ` +
      "Handing in again goes on from there and sends nothing twice.";
    const earlier = branch === name ? null : await repository.proposal(name, target);
    const proposal = await opened(repository, branch, target, change);
    return {
      done: true,
      certain: true,
      words:
        `Handed in. It is ${asks} ${proposal.number} at ${host}, on the branch “${branch}”. Readers see it when somebody has taken it in. ` +
        "Tests run first." +
        (earlier
          ? ` The ${asks} ${earlier.number} for the same file is still open: say there which of the two is to be taken in.`
          : ""),
      address: proposal.address,
      ...(earlier ? { more: [{ label: `The earlier ${asks} ${earlier.number}`, address: earlier.address }] } : {}),
      checks: () => repository.checks(commit, proposal),
    };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const more = {
      ...(fault.reason === "stopped" ? { stopped: true } : {}),
      ...(fault.reason === "token" ? { wants: /** @type {const} */ ("token") } : {}),
    };
    return notDone(`${fault.message} ${stands}`, more);
  }
}

/** @param {Repository} repository @param {readonly ChangedFile[]} files @param {string} commit */
async function newest(repository, files, commit) {
  /** @type {Map<string, Uint8Array | null>} */
  const found = new Map();
  for (const { path } of files) found.set(path, await repository.file(path, commit));
  return found;
}

/**
 * A branch with the files: the one of the time before, or a new one under the first name that is free.
 *
 * @param {Repository} repository
 * @param {{target: string, head: string}} from
 * @param {string} name
 * @param {Change} change
 * @param {readonly ChangedFile[]} toWrite
 * @param {import("./repository.js").FileToWrite[]} files
 */
async function branchWith(repository, from, name, change, toWrite, files) {
  const message = change.summary.trim()
    ? `${change.title.trim()}\n\n${change.summary.trim()}\n`
    : `${change.title.trim()}\n`;
  for (let count = 1; count <= MOST_NAMES; count++) {
    const branch = count === 1 ? name : `${name}-${count}`;
    const there = await repository.head(branch, "looking for a name for the branch");
    if (!there) {
      const commit = await repository.addBranch(branch, from, message, files);
      if (commit) return { branch, commit };
    }
    // It is there, or came to be in this moment.
    const commit = there ?? (await repository.head(branch, "looking at the branch"));
    if (commit && (await holds(repository, commit, toWrite))) return { branch, commit };
  }
  throw new Refusal(
    "exists",
    `There are ${MOST_NAMES} branches named ${name} already. Ask whoever looks after the site to delete old ones.`,
  );
}

/** @param {Repository} repository @param {string} commit @param {readonly ChangedFile[]} files */
async function holds(repository, commit, files) {
  for (const file of files) if (!same(await repository.file(file.path, commit), contentOf(file))) return false;
  return true;
}

/** @param {Repository} repository @param {string} branch @param {string} target @param {Change} change @returns {Promise<Proposal>} */
async function opened(repository, branch, target, { title, summary }) {
  const open = await repository.proposal(branch, target);
  return open ?? (await repository.propose(branch, target, title.trim(), summary.trim()));
}
