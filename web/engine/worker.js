/**
 * The one worker in which Python runs. It fetches what it starts from by itself, so that a busy page delays nothing: a
 * core, and either an image of Python's memory (it goes on from there) or the library (Python starts). Before the first
 * answer of each calculator it asks what is known of that calculator.
 */
import { files } from "bundle:files";
import { known } from "bundle:known";
import { EngineFailure, failureFrom } from "./failure.js";
import { bytes, core, whole } from "./files.js";
import { goOn } from "./snapshot.js";
/** @import { Given, Told } from "./messages.js" */

/** Milliseconds between two words about progress: more often nobody could read them. */
const PAUSE = 150;

/** @param {Told} message */
const tell = (message) => self.postMessage(message);
const sign = (/** @type {string} */ step) => tell({ sign: step });

const how = new Set(self.name.split(" "));
// Where the image cannot be checked it is not used.
const part = how.has("image") && globalThis.crypto?.subtle ? "image" : "library";

const python = begun();

self.addEventListener("message", ({ data }) => guarded(replied(/** @type {Given} */ (data))));
guarded(python.then(() => tell({ ready: true })));

/** @returns {Promise<(text: string) => string>} the calculators' door */
async function begun() {
  const [core, file] = fetched();
  if (part === "image") return (await goOn(core, file, files.image)).answer;
  /** @type {typeof import("./pyodide-start.js")} */
  const { start } = await import(whole(files.start)).catch((thrown) => Promise.reject(failureFrom(thrown, "network")));
  return start(core, file, sign);
}

/** @param {Given} given */
async function replied({ calculator, question, text = "" }) {
  const answer = await python;
  prove(calculator, answer);
  if (question) tell({ question, reply: answer(text) });
}

/** @type {Set<string>} */
const proven = new Set();

/** The door is shut for a calculator that has not yet answered what is known of it. @param {string} calculator @param {(text: string) => string} answer */
function prove(calculator, answer) {
  if (proven.has(calculator)) return;
  for (const { question, values } of known.filter((one) => one.calculator === calculator)) {
    const { answer: answered } = JSON.parse(answer(question));
    if (JSON.stringify(answered?.values) !== JSON.stringify(values)) throw new EngineFailure("wrong", question);
  }
  proven.add(calculator);
}

/** @param {Promise<void>} deed */
function guarded(deed) {
  deed.catch((thrown) => tell({ refused: failureFrom(thrown, "died").reason, detail: String(thrown?.cause ?? thrown) }));
}

/** What Python is started from, on its way. @returns {[Promise<WebAssembly.Module>, Promise<ArrayBuffer>]} */
function fetched() {
  // The image is most of what comes, and counted for all of it; the library is so little that the core has to be counted.
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
  const module = part === "image" ? core("rehearsed", { fresh }) : core("core", { fresh, count });
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
