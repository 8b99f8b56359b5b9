/**
 * The one worker in which Python runs. It fetches what it starts from by itself, so that a busy page delays nothing: the
 * core, and either an image of Python's memory (it goes on from there) or the library (Python starts). Before the first
 * answer of each calculator it asks what is known of that calculator.
 */
import { files } from "bundle:files";
import { EngineFailure, failureFrom } from "./python-failure.js";
import { bytes, core, whole } from "./python-files.js";
/** @import { Given, Told } from "./python-talk.js" */

/** Milliseconds between two words about progress: more often nobody could read them. */
const PAUSE = 150;

/** @param {Told} message */
const tell = (message) => self.postMessage(message);
const sign = (/** @type {string} */ step) => tell({ sign: step });

const how = new Set(self.name.split(" "));
// Where the image cannot be checked it is not used.
const part = how.has("image") && globalThis.crypto?.subtle ? "image" : "library";

const goods = fetched();
/** @type {Promise<typeof import("./python.run.js")>} */
const running = import(whole(files.run));
const python = begun();

self.addEventListener("message", ({ data }) => guarded(replied(/** @type {Given} */ (data))));
guarded(python.then(() => tell({ ready: true })));

async function begun() {
  const { goOn, start } = await running.catch((thrown) => Promise.reject(failureFrom(thrown, "network")));
  const [core, file] = goods;
  return part === "image" ? goOn(core, file, files.image, sign) : start(core, file, sign);
}

/** @param {Given} given */
async function replied({ calculator, question, text = "" }) {
  const { answer, prove } = await python;
  prove(calculator);
  if (question) tell({ question, reply: answer(text) });
}

/** @param {Promise<void>} deed */
function guarded(deed) {
  deed.catch(async (thrown) => {
    const { Wrong } = await running.catch(() => ({ Wrong: undefined }));
    const reason = Wrong && thrown instanceof Wrong ? "wrong" : failureFrom(thrown, "died").reason;
    tell({ refused: reason, detail: String(thrown?.cause ?? thrown) });
  });
}

/** What Python is started from, on its way. @returns {[Promise<WebAssembly.Module>, Promise<ArrayBuffer>]} */
function fetched() {
  // The image is half of what comes, and counted for all of it; the library is so little that the core has to be counted.
  const total = files[part].size + (part === "image" ? 0 : files.core.size);
  let sum = 0;
  let told = performance.now();
  const count = (/** @type {number} */ more) => {
    sum += more;
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    tell({ progress: Math.min(1, sum / total) });
  };
  const fresh = how.has("fresh");
  const module = core(part === "image" ? { fresh } : { fresh, count });
  const file = bytes(part, { fresh, count }).then((all) => (part === "image" ? checked(all) : all));
  Promise.all([module, file]).then(() => sign("fetched"), () => {});
  return [module, file];
}

/** The image, when every byte is as it was made. @param {ArrayBuffer} file */
async function checked(file) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  const digest = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (digest !== files.image.digest) throw new EngineFailure("damaged", "the image is not as it was made");
  return file;
}
