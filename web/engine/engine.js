/**
 * The page's door to Python: one worker for the whole visit, started once, asked in turn.
 */
import { files } from "bundle:files";
import { Patience } from "./timeout.js";
import { EngineFailure, failureFrom } from "./failure.js";
import { whole } from "./files.js";
/** @import { Reason } from "./failure.js" */
/** @import { Told } from "./messages.js" */
/** @import { Reply } from "../calculator/reply.js" */

/** Seconds without a byte or a step of progress before a start is given up. */
const START_LIMIT = 12;
/** Going on from an image takes a fraction of a second; past this, a clean start is the surer way. */
const RESUME_LIMIT = 5;
const ANSWER_LIMIT = 5;
/** What a start from the library would meet as well. @type {Set<Reason>} */
const HOPELESS = new Set(["stalled", "unsupported", "blocked"]);
/** A question is asked again once when the worker was lost over it. */
const TRIES = 2;
/** How many workers may be lost without an answer between them before that ends it. */
const LOSSES = 3;

/** @typedef {{calculator: string, entries: [string, string][], record?: "line" | "note" | "fhir" | "ics", day?: string, mark?: string}} Question */
/** @typedef {{calculator: string, text: string, tries: number, patience?: Patience, resolve: (reply: Reply) => void, reject: (failure: EngineFailure) => void}} Waiting */

/** What is happening; fires "change". `progress` is the true share of bytes, or null when nothing is being fetched. */
class Engine extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  /** @type {number | null} */
  progress = null;
  /** @type {Reason | null} */
  reason = null;
  /** @type {string | null} */
  message = null;
  /** @type {"image" | "library" | null} what the present start is made from */
  from = null;

  /** @param {Partial<Pick<Engine, "state" | "progress" | "reason" | "message" | "from">>} now */
  become(now) {
    Object.assign(this, now);
    this.dispatchEvent(new Event("change"));
  }
}

export const engine = new Engine();
export { EngineFailure };

/** @type {Worker | null} */
let worker = null;
/** @type {Patience | null} */
let starting = null;
/** @type {Map<number, Waiting>} */
const waiting = new Map();
let asked = 0;
let lost = 0;

/** Starts Python unless it is started, and makes the page's calculators ready to be asked. */
export function start() {
  if (engine.state === "idle") launch({ from: "image" });
  else if (engine.state === "ready") prepare();
}

/** Starts again after a failure, cleanly and past whatever the browser's cache holds. */
export function retry() {
  if (engine.state === "failed") launch({ from: "library", fresh: true });
}

/**
 * The calculators' reply. Starts Python if need be, and waits for it. Rejects with an EngineFailure, whose message is for the reader.
 * @param {Question} question
 * @returns {Promise<Reply>}
 */
export function ask(question) {
  if (engine.state === "failed") return Promise.reject(new EngineFailure(engine.reason ?? "died"));
  const reply = new Promise((resolve, reject) => {
    waiting.set(++asked, { calculator: question.calculator, text: JSON.stringify(question), tries: 0, resolve, reject });
  });
  if (engine.state === "ready") send(asked);
  else start();
  return reply;
}

/** @param {{from: "image" | "library", fresh?: boolean}} how */
function launch({ from, fresh = false }) {
  engine.become({ state: "starting", progress: null, reason: null, message: null, from });
  worker = null;
  let mine;
  let earlier = [];
  try {
    ({ mine, earlier } = early(from, fresh) ?? { mine: new Worker(whole(files.worker), { type: "module", name: fresh ? `${from} fresh` : from }), earlier: [] });
  } catch (thrown) {
    giveUp(failureFrom(thrown, "unsupported"));
    return;
  }
  const launched = (worker = mine);
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
    giveUp(new EngineFailure("unsupported"));
    return;
  }
  const failed = (/** @type {EngineFailure} */ failure) => {
    if (worker === launched) giveUp(failure);
  };
  starting = new Patience(START_LIMIT, () => failed(new EngineFailure("stalled")));
  let heard = false;
  const hear = (/** @type {Event} */ event) => {
    if (worker !== launched) return;
    // Before its first word, an error means that the script was not fetched or not understood.
    if (event.type === "error") failed(failureFrom(/** @type {ErrorEvent} */ (event).message, heard ? "died" : "network"));
    else listen(/** @type {MessageEvent} */ (event).data, failed);
    heard = true;
  };
  for (const event of earlier) hear(event);
  for (const type of ["message", "error"]) launched.addEventListener(type, hear);
}

/**
 * The worker that the page's head has started while the rest of the page was still arriving, and what it has said since.
 * @param {"image" | "library"} from @param {boolean} fresh
 * @returns {{mine: Worker, earlier: Event[]} | null}
 */
function early(from, fresh) {
  const { worker, said = [] } = globalThis.earlyPython ?? {};
  // The head of the next page finds that there is a worker.
  globalThis.earlyPython = {};
  if (!worker || from !== "image" || fresh) return null;
  worker.onmessage = worker.onerror = null;
  return { mine: worker, earlier: said };
}

/** @param {Told} told @param {(failure: EngineFailure) => void} failed */
function listen(told, failed) {
  if ("reply" in told) settle(told.question, told.reply);
  else if ("ready" in told) ready();
  else if ("refused" in told) failed(new EngineFailure(told.refused, told.detail));
  else if ("progress" in told) progress(told.progress);
  else if (told.sign === "fetched" && engine.from === "image") {
    // All is here, so nothing has to be waited for that could take long.
    starting?.stop();
    starting = new Patience(RESUME_LIMIT, () => failed(new EngineFailure("wrong")));
  } else starting?.renew();
}

/** @param {number} share */
function progress(share) {
  starting?.renew();
  engine.become({ progress: share });
}

function ready() {
  starting?.stop();
  // Who hears of the change asks at once, and is answered without waiting: those questions are not to be sent twice.
  const early = [...waiting.keys()];
  engine.become({ state: "ready", progress: null });
  for (const question of early) send(question);
  prepare();
}

/** Has the page's calculators prove themselves before they are asked. */
function prepare() {
  const here = document.querySelectorAll("clinical-calculator[data-calculator]");
  for (const calculator of new Set(Array.from(here, (one) => one.getAttribute("data-calculator") ?? ""))) {
    worker?.postMessage({ calculator });
  }
}

/** @param {number} question */
function send(question) {
  const waiter = waiting.get(question);
  if (!waiter) return;
  waiter.tries += 1;
  waiter.patience = new Patience(ANSWER_LIMIT, () => giveUp(new EngineFailure("slow")));
  worker?.postMessage({ question, text: waiter.text, calculator: waiter.calculator });
}

/** @param {number} question @param {string} reply */
function settle(question, reply) {
  const waiter = waiting.get(question);
  waiting.delete(question);
  waiter?.patience?.stop();
  lost = 0;
  waiter?.resolve(JSON.parse(reply));
}

/**
 * The worker is lost. Any doubt about the image leads to a clean start, and so does a worker lost over a question, for the
 * image may be why; a clean start that fails ends it, with words.
 * @param {EngineFailure} failure
 */
function giveUp(failure) {
  const wasReady = engine.state === "ready";
  starting?.stop();
  worker?.terminate();
  worker = null;
  for (const waiter of waiting.values()) waiter.patience?.stop();
  lost += wasReady ? 1 : 0;
  if (wasReady && lost <= LOSSES && !(failure.reason === "wrong" && engine.from === "library")) {
    for (const [question, { tries, reject }] of waiting) {
      if (tries < TRIES) continue;
      waiting.delete(question);
      reject(failure);
    }
    launch({ from: "library" });
  } else if (engine.from === "image" && !HOPELESS.has(failure.reason)) {
    launch({ from: "library" });
  } else {
    engine.become({ state: "failed", progress: null, reason: failure.reason, message: failure.message });
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }
}

// The head of a page with a calculator asks for a start while the rest of the page is still arriving.
if (globalThis.earlyPython?.worker) start();
