/**
 * The one worker in which Python runs. It fetches what it starts from by itself, so that a busy page delays nothing: the
 * slim core and a snapshot of Python's memory, from which it resumes, or what a clean start needs. Before the first answer
 * of each calculator it asks that calculator's reference question, whose answer is known.
 */
import { files } from "bundle:files";
import { referenceAnswers } from "bundle:reference-answers";
import { EngineFailure, failureFrom } from "./failure.js";
import { absoluteUrl, bytes, compiled } from "./files.js";
import { resume } from "./snapshot.js";

/** @import { Fetching } from "./files.js" */
/** @import { FromWorker, Question, Start, StartEvent, ToWorker } from "./messages.js" */

/** Milliseconds between two progress events: more often nobody could read them. */
const PAUSE = 150;

/** @typedef {(question: string) => string} Answer */

/** @type {Promise<Answer>} */
let python = Promise.reject(new Error("not started"));
python.catch(() => {});

self.addEventListener("message", (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if ("start" in data) {
    python = started(data.start);
    reportFailureOf(python.then(() => post({ ready: true })));
  } else reportFailureOf(reply(data));
});

/** @param {FromWorker} message */
function post(message) {
  self.postMessage(message);
}

/** @param {Promise<void>} work */
function reportFailureOf(work) {
  work.catch((thrown) =>
    post({ refused: failureFrom(thrown, "died").reason, detail: String(thrown?.cause ?? thrown) }),
  );
}

/** @param {Start} start @returns {Promise<Answer>} */
async function started({ clean, fresh }) {
  // Where a snapshot cannot be checked it is not used.
  const snapshot = clean || !globalThis.crypto?.subtle ? null : files.snapshot;
  post({ from: snapshot ? "snapshot" : "clean" });
  return snapshot ? fromSnapshot(snapshot, fresh) : cleanly(fresh);
}

/** @param {NonNullable<typeof files.snapshot>} snapshot @param {boolean} fresh */
async function fromSnapshot(snapshot, fresh) {
  const core = compiled(snapshot.core, { fresh });
  // The snapshot is most of what is fetched, and is counted for all of it: see `compiled` for what counting costs.
  const memory = bytes(snapshot.memory, { fresh, count: progressOf(snapshot.memory.size) });
  reportFetched([core, memory]);
  const checked = memory.then((file) => asMade(file, snapshot.digest));
  checked.catch(() => {});
  return (await resume(core, checked, snapshot.layout)).answer;
}

/** @param {boolean} fresh */
async function cleanly(fresh) {
  const { script, parts } = files.clean;
  const total = Object.values(parts).reduce((sum, { size }) => sum + size, 0);
  /** @type {Fetching} */
  const fetching = { fresh, count: progressOf(total) };
  const fetched = Object.entries(parts).map(([name, file]) => [
    name,
    name === "core" ? compiled(file, fetching) : bytes(file, fetching),
  ]);
  reportFetched(fetched.map(([, part]) => part));
  /** @type {typeof import("./pyodide-start.js") | typeof import("./plain-start.js")} */
  const { start } = await import(absoluteUrl(script)).catch((thrown) => Promise.reject(failureFrom(thrown, "network")));
  return start(Object.fromEntries(fetched), (step) => post({ step }));
}

/** @param {unknown[]} parts */
function reportFetched(parts) {
  Promise.all(parts).then(
    () => post({ step: "fetched" }),
    () => {}, // whoever uses the part reports it
  );
}

/** Posts what share of so many bytes has come, for every piece that is counted. @param {number} total */
function progressOf(total) {
  let sum = 0;
  let posted = performance.now();
  return (/** @type {number} */ size) => {
    sum += size;
    if (performance.now() - posted < PAUSE) return;
    posted = performance.now();
    post({ progress: Math.min(1, sum / total) });
  };
}

/** The snapshot, when every byte of it is as it was made. @param {ArrayBuffer} file @param {string} digest */
async function asMade(file, digest) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  const found = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== digest) throw new EngineFailure("damaged", "the snapshot is not as it was made");
  return file;
}

/** @param {Question} question */
async function reply({ calculator, question, text = "" }) {
  const answer = await python;
  prove(calculator, answer);
  if (question) post({ question, reply: answer(text) });
}

/** @type {Set<string>} */
const proven = new Set();

/** Refuses to answer until the calculator's reference answers have been reproduced. @param {string} calculator @param {Answer} answer */
function prove(calculator, answer) {
  if (proven.has(calculator)) return;
  for (const { question, values } of referenceAnswers.filter((one) => one.calculator === calculator)) {
    const { answer: answered } = JSON.parse(answer(question));
    if (JSON.stringify(answered?.values) !== JSON.stringify(values)) throw new EngineFailure("wrong", question);
  }
  proven.add(calculator);
}
