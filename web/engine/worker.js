/**
 * The one worker in which Python runs. It fetches what it starts from by itself, so that a busy page delays nothing: the
 * slim core and a snapshot of Python's memory, from which it resumes, or what a clean start needs. Before the first answer
 * of each calculator it asks that calculator's reference questions, whose replies are known.
 */
import { referenceAnswers } from "bundle:reference-answers";
import { clean, snapshot } from "bundle:runtime";
import { failureFrom } from "./failure.js";
import { bytes, compiled, imported, inTwoTries } from "./files.js";
import { prove } from "./proof.js";
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
async function started({ clean: asked, fresh, release }) {
  const resumes = !asked && snapshot;
  post({ from: resumes ? "snapshot" : "clean" });
  if (release) known = JSON.parse(new TextDecoder().decode(await bytes(release.known, { fresh })));
  return resumes ? fromSnapshot(resumes, fresh) : cleanly(fresh, release ? { release: release.sources } : {});
}

/** @param {NonNullable<typeof snapshot>} parts @param {boolean} fresh */
async function fromSnapshot(parts, fresh) {
  const count = progressOf(parts.core.size + parts.memory.size);
  const core = compiled(parts.core, { fresh, count });
  const memory = bytes(parts.memory, { fresh, count });
  reportFetched([core, memory]);
  return (await resume(core, memory, parts.layout)).answer;
}

/** @param {boolean} fresh @param {typeof clean.parts} more */
async function cleanly(fresh, more) {
  const { script } = clean;
  const parts = { ...clean.parts, ...more };
  const total = Object.values(parts).reduce((sum, { size }) => sum + size, 0);
  /** @type {Fetching} */
  const fetching = { fresh, count: progressOf(total) };
  const fetched = Object.entries(parts).map(async ([name, file]) => [
    name,
    await inTwoTries(name === "core" ? compiled : bytes, file, fetching),
  ]);
  reportFetched(fetched);
  // All of it is as it was made before any of it runs.
  const [load, ...arrived] = await Promise.all([inTwoTries(imported, script, { fresh }), ...fetched]);
  const start = await load();
  return start(Object.fromEntries(arrived), (step) => post({ step }));
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

let known = referenceAnswers;
/** The calculators that have reproduced their reference answers. @type {Set<string>} */
const proven = new Set();

/** @param {Question} question */
async function reply({ calculator, question, text = "" }) {
  const answer = await python;
  if (!proven.has(calculator)) prove(known[calculator] ?? [], calculator, answer);
  proven.add(calculator);
  if (question) post({ question, reply: answer(text) });
}
