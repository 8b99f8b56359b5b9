/**
 * The page's door to Python: one worker for the whole visit, started once, asked in turn.
 */
import { files } from "bundle:files";
import { atRest } from "./at-rest.js";
import { Patience } from "./patience.js";
import { EngineFailure, failureFrom } from "./python-failure.js";
import { core, library, whole } from "./python-files.js";
import { forgetImage, imageExpected, keepImage, storedImage } from "./python-image.js";
/** @import { Reason } from "./python-failure.js" */
/** @import { Given, Told } from "./python-talk.js" */
/** @import { Reply } from "./reply.js" */

/** Seconds without a byte or a step of progress before a start is given up. */
const START_LIMIT = 12;
/** Continuing from an image takes a fraction of a second; past this, a clean start is the surer way. */
const RESUME_LIMIT = 6;
const ANSWER_LIMIT = 5;
const IMAGE_LIMIT = 60;
/** A question is asked again once when the worker was lost over it. */
const TRIES = 2;

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
  /** @type {"library" | "image" | null} what the present start was made from */
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

/** Starts Python unless it is started, and makes the page's calculators ready to be asked. */
export function start() {
  if (engine.state === "idle") launch({ resuming: imageExpected(), fresh: false });
  else if (engine.state === "ready") prepare();
}

/** Starts again after a failure, past whatever the browser's cache holds. */
export function retry() {
  if (engine.state === "failed") launch({ resuming: false, fresh: true });
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

/** @param {{resuming: boolean, fresh: boolean}} how */
function launch({ resuming, fresh }) {
  engine.become({ state: "starting", progress: null, reason: null, message: null, from: resuming ? "image" : "library" });
  const failed = (/** @type {EngineFailure} */ failure) => {
    if (worker === mine) giveUp(failure, resuming);
  };
  /** @type {Worker | null} */
  let mine = null;
  worker = null;
  try {
    mine = worker = new Worker(whole(files.worker), { type: "module" });
  } catch (thrown) {
    giveUp(failureFrom(thrown, "unsupported"), false);
    return;
  }
  starting = new Patience(resuming ? RESUME_LIMIT : START_LIMIT, () => failed(new EngineFailure("stalled")));
  let heard = false;
  mine.addEventListener("message", ({ data }) => {
    heard = true;
    if (worker === mine) listen(data, failed);
  });
  // Before its first word, an error means that the script was not fetched or not understood.
  mine.addEventListener("error", (event) => failed(failureFrom(event.message, heard ? "died" : "network")));
  provide(mine, resuming, fresh).catch((thrown) => failed(failureFrom(thrown, "network")));
}

/** Sends the worker what it starts from. @param {Worker} to @param {boolean} resuming @param {boolean} fresh */
async function provide(to, resuming, fresh) {
  const give = (/** @type {Given} */ given, /** @type {Transferable[]} */ goods = []) => to.postMessage(given, goods);
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) throw new EngineFailure("unsupported");
  if (resuming) {
    const [module, image] = await Promise.all([core({ fresh }), storedImage()]);
    if (!image) throw new EngineFailure("damaged", "no image");
    give({ core: module });
    give({ image }, [image]);
    return;
  }
  const total = files.core.size + files.library.size;
  let bytes = 0;
  const count = (/** @type {number} */ more) => {
    bytes += more;
    if (worker === to) progress(Math.min(1, bytes / total));
  };
  await Promise.all([
    core({ fresh, count }).then((module) => give({ core: module })),
    library({ fresh, count }).then((bytes) => give({ library: bytes, for: "answers" }, [bytes])),
  ]);
}

/** Leaves an image for the next visit, made by a worker of its own that no question ever reaches. */
async function leaveImage() {
  if (imageExpected() || navigator.connection?.saveData) return;
  const maker = new Worker(whole(files.worker), { type: "module" });
  const patience = new Patience(IMAGE_LIMIT, () => maker.terminate());
  maker.addEventListener("message", ({ data }) => {
    const told = /** @type {Told} */ (data);
    if ("sign" in told) return;
    patience.stop();
    maker.terminate();
    if ("image" in told) keepImage(told.image).catch(() => {});
  });
  const [module, bytes] = await Promise.all([core({ fresh: false }), library({ fresh: false })]);
  maker.postMessage({ core: module });
  maker.postMessage({ library: bytes, for: "image" }, [bytes]);
}

/** @param {number} share */
function progress(share) {
  starting?.renew();
  // A change that nobody could see is not worth an event.
  if (share === 1 || share - (engine.progress ?? 0) >= 0.01) engine.become({ progress: share });
}

/** @param {Told} told @param {(failure: EngineFailure) => void} failed */
function listen(told, failed) {
  if ("reply" in told) settle(told.question, told.reply);
  else if ("ready" in told) ready();
  else if ("refused" in told) failed(new EngineFailure(told.refused, told.detail));
  else if ("sign" in told) starting?.renew();
}

function ready() {
  starting?.stop();
  engine.become({ state: "ready", progress: null });
  for (const question of waiting.keys()) send(question);
  prepare();
  // An image is a favour for later: if it cannot be made, the next visit starts as this one did.
  if (engine.from === "library") atRest(() => leaveImage().catch(() => {}));
}

/** Imports the page's calculators before they are asked. */
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
  waiter.patience = new Patience(ANSWER_LIMIT, () => giveUp(new EngineFailure("slow"), false));
  worker?.postMessage({ question, text: waiter.text, calculator: waiter.calculator });
}

/** @param {number} question @param {string} reply */
function settle(question, reply) {
  const waiter = waiting.get(question);
  waiting.delete(question);
  waiter?.patience?.stop();
  waiter?.resolve(JSON.parse(reply));
}

/**
 * The worker is lost. Any doubt about an image leads to a clean start, a worker lost over a question to a new one; a
 * clean start that fails ends it, with words.
 * @param {EngineFailure} failure
 * @param {boolean} resuming
 */
function giveUp(failure, resuming) {
  const wasReady = engine.state === "ready";
  starting?.stop();
  worker?.terminate();
  worker = null;
  for (const waiter of waiting.values()) waiter.patience?.stop();
  if (resuming && !wasReady) {
    forgetImage();
    launch({ resuming: false, fresh: false });
  } else if (wasReady) {
    for (const [question, { tries, reject }] of waiting) {
      if (tries < TRIES) continue;
      waiting.delete(question);
      reject(failure);
    }
    launch({ resuming: imageExpected(), fresh: false });
  } else {
    engine.become({ state: "failed", progress: null, reason: failure.reason, message: failure.message });
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }
}

// The tag in the head of a page with a calculator asks for a start while the rest of the page is still arriving.
if (document.querySelector("script[data-python=start]") && !navigator.connection?.saveData) start();
