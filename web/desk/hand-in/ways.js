/**
 * The ways to hand in that are open here and now, the first of them for most editors. A file to send always is.
 *
 * @typedef {object} Capabilities what this browser can do
 * @property {typeof globalThis.fetch} fetch
 * @property {() => boolean} isOnline
 * @property {() => Date} now
 * @property {(() => Promise<FileSystemDirectoryHandle>) | null} pickFolder null where pages may write to no folder
 * @property {(file: FileToSave) => void} saveFile
 *
 * @typedef {object} Hooks
 * @property {() => string} token
 * @property {AbortSignal} signal stops it
 * @property {(words: string) => void} progress
 *
 * @typedef {object} Way
 * @property {"folder" | "host" | "page" | "file" | "patch"} id
 * @property {string} label
 * @property {string} says what will happen
 * @property {boolean} needsToken
 * @property {(change: Change, hooks: Hooks) => Promise<Outcome>} run
 */
import { whyNot } from "./change.js";
import { writeFolder } from "./folder.js";
import { oneText, pageFor, uploadPage } from "./host-page.js";
import { compared } from "./newer.js";
import { fileToSend, patchToSend } from "./one-file.js";
import { fitsPatch } from "./patch.js";
import { CONFLICT, notDone, propose } from "./propose.js";
import { Refusal } from "./refusal.js";
import { repositoryOf } from "./repository.js";

/** @import { Change } from "./change.js" */
/** @import { FileToSave } from "./one-file.js" */
/** @import { Outcome } from "./propose.js" */
/** @import { Settings } from "./settings.js" */

/**
 * @param {Settings} settings
 * @param {Capabilities} capabilities
 * @param {Change} change
 * @param {string} whom a file is sent to, behind "send it"
 * @returns {Way[]}
 */
export function waysOpen(settings, capabilities, change, whom) {
  return [
    ...(settings.host ? [byHost(settings, capabilities)] : []),
    ...(settings.host === "github" && oneText(change) ? [byPage(settings, capabilities)] : []),
    byFile(change, capabilities, whom),
    ...(capabilities.pickFolder ? [byFolder(capabilities.pickFolder)] : []),
    ...(fitsPatch(change) ? [byPatch(capabilities, whom)] : []),
  ];
}

/** @param {Settings} settings @param {Capabilities} capabilities @returns {Way} */
function byHost(settings, { fetch, isOnline, now }) {
  const { host, asks } = repositoryOf(settings, { token: () => "", fetch, isOnline, now });
  return {
    id: "host",
    label: `Send it to ${host}`,
    says:
      `Your files go to ${settings.repository} at ${host} as a branch of their own with one commit, and a ${asks} is made. ` +
      `The branch “${settings.branch}” is not touched. Somebody looks at it, tests run, and then readers see it. You need a token.`,
    needsToken: true,
    run: (change, { token, signal, progress }) =>
      propose(repositoryOf(settings, { token, signal, fetch, isOnline, now }), settings.branch, change, {
        progress,
        now,
      }),
  };
}

/** @param {() => Promise<FileSystemDirectoryHandle>} pickFolder @returns {Way} */
function byFolder(pickFolder) {
  return {
    id: "folder",
    label: "Write it into a folder on this computer",
    says:
      "For those who have the project's folder on this computer, such as a maintainer with git. You choose it; the files there are " +
      "compared with the ones that you began from, and then written: all of them, or none. Nothing leaves this computer.",
    needsToken: false,
    async run(change, { progress }) {
      try {
        return await writeFolder(await pickFolder(), change, { progress });
      } catch (fault) {
        if (fault instanceof Error && fault.name === "AbortError")
          return notDone("You chose no folder. Nothing was written.", { stopped: true });
        return notDone(
          "The browser does not let this page write to that folder. Nothing was written. Choose another folder or another way.",
        );
      }
    },
  };
}

/** @param {Settings} settings @param {Capabilities} capabilities @returns {Way} */
function byPage(settings, { fetch, isOnline, now, saveFile }) {
  return {
    id: "page",
    label: "Open GitHub's own page",
    says:
      "The newest text is looked at where everybody may read it. Then you open a page of GitHub and sign in there: it holds your text, or " +
      "you paste your text into it, and GitHub makes the pull request. You need an account there and no token.",
    needsToken: false,
    async run(change, { signal, progress }) {
      const file = oneText(change);
      const refused = whyNot(change);
      if (refused || !file)
        return notDone(refused || "The page of GitHub takes one text at a time. Choose another way.");
      progress("Looking at GitHub …");
      const line = { token: () => "", signal, fetch, isOnline, now };
      const { isKnown, theirs, refusal } = await publicVersion(settings, line, file.path);
      if (refusal?.reason === "stopped") return notDone("You stopped it. Nothing was sent.", { stopped: true });
      if (isKnown) {
        const { conflicts, toWrite } = compared({ ...change, files: [file] }, new Map([[file.path, theirs]]));
        if (conflicts.length) return notDone(CONFLICT, { conflict: conflicts, change });
        if (!toWrite.length && change.files.length === 1)
          return {
            done: true,
            certain: true,
            words: "There is nothing left to hand in: GitHub has just this text already.",
          };
      }
      const { address, copy } = pageFor(settings, file, isKnown ? !theirs : file.base === null);
      const pictures = change.files.filter(({ bytes }) => bytes);
      for (const { path, bytes } of pictures)
        saveFile({
          name: path.split("/").pop() ?? path,
          type: "application/octet-stream",
          content: bytes ?? new Uint8Array(),
        });
      return {
        done: true,
        certain: false,
        words: [
          "Ready, and not handed in yet: the last step is yours, on the page of GitHub.",
          copy
            ? "Open it, mark all of the text there, paste yours over it, and choose “Propose changes” or “Commit changes”."
            : "It holds your text. Look at it there and choose “Propose changes” or “Commit changes”.",
          isKnown
            ? ""
            : "The newest text could not be looked at from here. See on that page that nobody has changed it since you began.",
          pictures.length ? "The picture was saved on this computer. Put it in with the second page." : "",
        ]
          .filter(Boolean)
          .join(" "),
        next: { label: copy ? "Copy the text and open the page" : "Open the page", copy, address },
        more: pictures.map(({ path }) => ({
          label: `Page for the picture ${path}`,
          address: uploadPage(settings, path),
        })),
      };
    },
  };
}

/**
 * The newest version, where everybody may read it.
 *
 * @param {Settings} settings @param {import("./requests.js").Line} line @param {string} path
 * @returns {Promise<{isKnown: boolean, theirs: Uint8Array | null, refusal?: Refusal}>}
 */
async function publicVersion(settings, line, path) {
  try {
    const repository = repositoryOf(settings, line);
    const head = await repository.head(settings.branch, "looking at the newest text");
    return head ? { isKnown: true, theirs: await repository.file(path, head) } : { isKnown: false, theirs: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { isKnown: false, theirs: null, refusal: fault };
  }
}

/** @param {Change} change @param {Capabilities} capabilities @param {string} whom @returns {Way} */
function byFile(change, { saveFile }, whom) {
  const isOne = change.files.length === 1;
  return {
    id: "file",
    label: "Save one file to send",
    says:
      `${isOne ? "The file" : "An archive with all files"} is saved among your downloads. You send it ${whom}. ` +
      "Nothing else happens.",
    needsToken: false,
    run: async (given) => saved(given, fileToSend, saveFile, whom),
  };
}

/** @param {Capabilities} capabilities @param {string} whom @returns {Way} */
function byPatch({ saveFile }, whom) {
  return {
    id: "patch",
    label: "Save a patch to send",
    says:
      "For those who work with git: a file that holds only what you changed is saved among your downloads, for “git apply”, which " +
      "notices if somebody changed the same lines. Nothing else happens.",
    needsToken: false,
    run: async (given) => saved(given, patchToSend, saveFile, whom),
  };
}

/** @param {Change} change @param {(change: Change) => FileToSave} made @param {(file: FileToSave) => void} saveFile @param {string} whom @returns {Outcome} */
function saved(change, made, saveFile, whom) {
  const refused = whyNot(change);
  if (refused) return notDone(refused);
  const file = made(change);
  saveFile(file);
  return {
    done: true,
    certain: false,
    isToSend: true,
    words: `Saved as ${file.name}, among your downloads. It is not handed in yet: send it ${whom}. Keep your text here until they have it.`,
  };
}
