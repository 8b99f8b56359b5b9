/**
 * The one worker in which Python runs. It fetches what it starts from by itself, so that a busy page delays nothing: the
 * slim core and a snapshot of Python's memory, from which it resumes, or what a clean start needs. Before the first answer
 * of each calculator it asks that calculator's reference questions, whose replies are known. Of the snapshot, the part that only
 * one calculator needs is fetched when that one is asked.
 */
import { referenceAnswers } from "bundle:reference-answers";
import { clean, snapshot } from "bundle:runtime";
import { failureFrom } from "./failure.js";
import { bytes, compiled, imported, inTwoTries } from "./files.js";
import { prove } from "./proof.js";
import { resume } from "./snapshot.js";

/** @import { Fetching } from "./files.js" */
/** @import { FromWorker, Question, Start, StartEvent } from "./messages.js" */

/** Milliseconds between two progress events: more often nobody could read them. */
const PAUSE = 150;

/** @typedef {(question: string) => string | Promise<string>} Answer */

self.addEventListener("message", (/** @type {MessageEvent<Question>} */ { data }) => reportFailureOf(reply(data)));

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
async function started({ clean: asked, fresh, release, tools = [] }) {
  const resumes = !asked && snapshot;
  post({ from: resumes ? "snapshot" : "clean" });
  if (release) known = JSON.parse(new TextDecoder().decode(await bytes(release.known, { fresh })));
  return resumes ? fromSnapshot(resumes, fresh, tools) : cleanly(fresh, release ? { release: release.sources } : {});
}

/** @param {NonNullable<typeof snapshot>} parts @param {boolean} fresh @param {string[]} tools of the page */
async function fromSnapshot(parts, fresh, tools) {
  const part = partsOf(parts.tools, fresh);
  // Whoever needs it reports why it is missing.
  for (const tool of tools) part(tool).catch(() => {});
  const count = progressOf(parts.core.size + parts.memory.size);
  const core = compiled(parts.core, { fresh, count });
  const memory = bytes(parts.memory, { fresh, count });
  reportFetched([core, memory]);
  return (await resume(core, memory, parts.layout, part)).answer;
}

/**
 * The way to the part of a tool, which is fetched once.
 * @param {NonNullable<typeof snapshot>["tools"]} files @param {boolean} fresh
 * @returns {(tool: string) => Promise<Uint8Array>}
 */
function partsOf(files, fresh) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const arriving = new Map();
  /** @param {string} tool */
  const arrived = async (tool) => {
    const file = files[tool];
    if (!file) throw new Error(`There is no part for ${tool}.`);
    const count = () => post({ fetching: tool });
    return new Uint8Array(await inTwoTries(bytes, file, { fresh, count }));
  };
  return (tool) => {
    post({ fetching: tool });
    const part = arriving.get(tool) ?? arrived(tool);
    arriving.set(tool, part);
    return part;
  };
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
/** Of each calculator that was asked, whether it has reproduced its reference answers. @type {Map<string, Promise<void>>} */
const proofs = new Map();

/** Python, once the calculator has reproduced its reference answers, for which it is asked once. @param {string} calculator */
async function proved(calculator) {
  const answer = await python;
  const proof = proofs.get(calculator) ?? prove(known[calculator] ?? [], calculator, answer);
  proofs.set(calculator, proof);
  await proof;
  return answer;
}

/** @param {Question} question */
async function reply({ calculator, question, text = "" }) {
  const answer = await proved(calculator);
  if (question) post({ question, reply: await answer(text) });
}

/** @type {Start} */
const start = JSON.parse(self.name);
const python = started(start);
reportFailureOf(python.then(() => post({ ready: true })));
// The only calculator of a page is the next to be asked, and the page's word of it would come later. Where there are several, none
// waits for the others.
const [only, ...others] = start.tools ?? [];
if (only && !others.length) reportFailureOf(proved(only).then(() => {}));
