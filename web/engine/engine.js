/**
 * The page's way to Python: one worker for the whole visit, started once, asked in turn.
 */
import { files } from "bundle:files";
import { EngineFailure, failureFrom } from "./failure.js";
import { absoluteUrl } from "./files.js";
import { newWorker } from "./new-worker.js";
import { Timeout } from "./timeout.js";

/** @import { Reason } from "./failure.js" */
/** @import { FromWorker, Release, Source, Start } from "./messages.js" */
/** @import { Reply } from "./reply.js" */

/** To resume from the snapshot takes a fraction of a second; past this, a clean start is safer. */
const RESUME_LIMIT = 5;
const ANSWER_LIMIT = 5;
/** Reasons that would stop a clean start as well. @type {Set<Reason>} */
const FINAL = new Set(["stalled", "unsupported", "blocked", "memory"]);
/** A question is asked again once when the worker was lost over it. */
const TRIES = 2;
/** How many workers may be lost without an answer between them. */
const LOSSES = 3;

/** Entries to answer or to complete, or a text to read as a record: see ketamine_calculators/browser.py. @typedef {{calculator: string, entries?: [string, string][], notices?: import("../kept-copy.js").CopyNotice[], decimal_comma?: boolean, record?: "line" | "note" | "fhir" | "ics", day?: string, ascii?: boolean, mark?: string, stamp?: string, appointment?: {time: string, hours: number, reminder: string}, former?: string, read?: string, complete?: [string, string][], from?: string}} Question */
/** @typedef {{calculator: string, text: string, tries: number, timeout?: Timeout, resolve: (reply: string) => void, reject: (failure: EngineFailure) => void}} Waiting */
/** @typedef {{state: "idle" | "starting" | "ready" | "failed", progress: number | null, reason: Reason | null, message: string | null, from: Source | null}} Status */

/** Fires "change" when its status has changed. */
export class Engine extends EventTarget {
  /** @type {Status["state"]} */
  state = "idle";
  /** The share of the bytes that has arrived, or null when nothing is being fetched. @type {Status["progress"]} */
  progress = null;
  /** @type {Status["reason"]} */
  reason = null;
  /** For the reader. @type {Status["message"]} */
  message = null;
  /** What the present worker starts from; null until it has posted that. @type {Status["from"]} */
  from = null;

  /** @type {Worker | null} */
  #worker = null;
  /** Whether the present worker was asked for a clean start. */
  #clean = false;
  /** @type {Timeout | null} */
  #starting = null;
  /** Questions without a reply, by their number. @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastQuestion = 0;
  #losses = 0;

  #release;

  /** @param {Release} [release] an earlier version of the calculators, which answers by itself in a worker of its own */
  constructor(release) {
    super();
    this.#release = release;
    // The error of a worker that a policy forbids says nothing of the policy, and may come before this.
    document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
      if (disposition === "enforce" && blockedURI === absoluteUrl(files.worker) && this.state !== "idle")
        this.#giveUp(new EngineFailure("blocked"));
    });
  }

  /** Starts Python unless it is started, and makes the page's calculators ready to be asked. */
  start() {
    if (this.state === "idle") this.#launch({ clean: Boolean(this.#release), fresh: false });
    else if (this.state === "ready") this.#prepare();
  }

  /** Starts again after a failure, cleanly and past whatever the browser's cache holds. */
  retry() {
    if (this.state === "failed") this.#launch({ clean: true, fresh: true });
  }

  /**
   * The calculators' reply. Starts Python if need be, and waits for it. Rejects with an EngineFailure, whose message is for the reader.
   * @param {Question} question
   * @returns {Promise<Reply>}
   */
  async ask(question) {
    return JSON.parse(await this.replyText(question));
  }

  /**
   * The same as the text that Python wrote, to the byte.
   * @param {Question} question
   * @returns {Promise<string>}
   */
  replyText(question) {
    if (this.state === "failed") return Promise.reject(new EngineFailure(this.reason ?? "died"));
    const number = ++this.#lastQuestion;
    const reply = new Promise((resolve, reject) => {
      this.#waiting.set(number, {
        calculator: question.calculator,
        text: JSON.stringify(question),
        tries: 0,
        resolve,
        reject,
      });
    });
    if (this.state === "ready") this.#send(number);
    else this.start();
    return reply;
  }

  /** @param {Partial<Status>} status */
  #update(status) {
    Object.assign(this, status);
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Start} start */
  #launch(start) {
    this.#clean = start.clean || !files.resumes;
    this.#worker = null;
    this.#update({ state: "starting", progress: null, reason: null, message: null, from: null });
    let worker;
    /** @type {Event[]} */
    let events = [];
    try {
      const asked = { ...start, tools: calculatorsOfPage(), release: this.#release };
      ({ worker, events } = earlyWorker(asked) ?? { worker: launched(asked), events: [] });
    } catch (thrown) {
      this.#giveUp(failureFrom(thrown, "unsupported"));
      return;
    }
    this.#worker = worker;
    if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
      this.#giveUp(new EngineFailure("unsupported"));
      return;
    }
    const failed = (/** @type {EngineFailure} */ failure) => {
      if (this.#worker === worker) this.#giveUp(failure);
    };
    this.#starting = new Timeout(files.startTimeout, () => failed(new EngineFailure("stalled")));
    let hasPosted = false;
    const onEvent = (/** @type {Event} */ event) => {
      if (this.#worker !== worker) return;
      // Before its first message, an error means that the script was not fetched or not understood.
      if (event.type === "error")
        failed(failureFrom(/** @type {ErrorEvent} */ (event).message, hasPosted ? "died" : "network"));
      else this.#onMessage(/** @type {MessageEvent<FromWorker>} */ (event).data, failed);
      hasPosted = true;
    };
    for (const event of events) onEvent(event);
    for (const type of ["message", "error"]) worker.addEventListener(type, onEvent);
  }

  /** @param {FromWorker} message @param {(failure: EngineFailure) => void} failed */
  #onMessage(message, failed) {
    if ("reply" in message) this.#settle(message.question, message.reply);
    else if ("ready" in message) this.#ready();
    else if ("refused" in message) failed(new EngineFailure(message.refused, message.detail));
    else if ("fetching" in message)
      for (const { timeout } of this.#waiting.values()) timeout?.renew(files.startTimeout);
    else if ("from" in message) this.#update({ from: message.from });
    else if ("progress" in message) {
      this.#starting?.renew();
      this.#update({ progress: message.progress });
    } else if (message.step === "fetched" && this.from === "snapshot") {
      this.#starting?.stop();
      this.#starting = new Timeout(RESUME_LIMIT, () => failed(new EngineFailure("wrong")));
    } else this.#starting?.renew();
  }

  #ready() {
    this.#starting?.stop();
    // Whoever hears of the change asks at once and is sent at once: those questions are not to be sent twice.
    const earlier = [...this.#waiting.keys()];
    this.#update({ state: "ready", progress: null });
    for (const number of earlier) this.#send(number);
    this.#prepare();
  }

  /** Has the reference answers of the page's calculators compared before they are asked. */
  #prepare() {
    if (this.#release) return; // its known replies are asked for with its first question
    for (const calculator of calculatorsOfPage()) this.#post({ calculator });
  }

  /** @param {number} number */
  #send(number) {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    waiting.tries += 1;
    waiting.timeout = new Timeout(ANSWER_LIMIT, () => this.#giveUp(new EngineFailure("slow")));
    this.#post({ question: number, text: waiting.text, calculator: waiting.calculator });
  }

  /** @param {import("./messages.js").Question} message */
  #post(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {number} number @param {string} reply */
  #settle(number, reply) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    waiting?.timeout?.stop();
    this.#losses = 0;
    waiting?.resolve(reply);
  }

  /**
   * Ends the worker. Any doubt about the snapshot leads to a clean start, and so does a worker that was lost over a question,
   * for the snapshot may be why; a clean start that fails ends in a message for the reader.
   * @param {EngineFailure} failure
   */
  #giveUp(failure) {
    const wasReady = this.state === "ready";
    const cleanAgain = { clean: true, fresh: false };
    this.#starting?.stop();
    this.#worker?.terminate();
    this.#worker = null;
    for (const { timeout } of this.#waiting.values()) timeout?.stop();
    this.#losses += wasReady ? 1 : 0;
    if (wasReady && this.#losses <= LOSSES && !(failure.reason === "wrong" && this.#clean)) {
      for (const [number, { tries, reject }] of this.#waiting) {
        if (tries < TRIES) continue;
        this.#waiting.delete(number);
        reject(failure);
      }
      this.#launch(cleanAgain);
    } else if (!this.#clean && !FINAL.has(failure.reason)) {
      this.#launch(cleanAgain);
    } else {
      this.#update({ state: "failed", progress: null, reason: failure.reason, message: failure.message });
      for (const { reject } of this.#waiting.values()) reject(failure);
      this.#waiting.clear();
    }
  }
}

/** Their ids. */
function calculatorsOfPage() {
  const elements = document.querySelectorAll("clinical-calculator[data-calculator]");
  return [...new Set(Array.from(elements, (element) => element.getAttribute("data-calculator") ?? ""))];
}

/** @param {Start} start */
function launched(start) {
  return newWorker(absoluteUrl("../../"), absoluteUrl(files.worker), start);
}

/**
 * The worker that early-start.js has started while the rest of the page was still arriving, with its events so far.
 * @param {Start} start
 * @returns {{worker: Worker, events: Event[]} | null}
 */
function earlyWorker({ clean, fresh }) {
  const { worker, events = [] } = globalThis.earlyWorker ?? {};
  globalThis.earlyWorker = {};
  if (!worker || clean || fresh) return null;
  worker.onmessage = worker.onerror = null;
  return { worker, events };
}

export const engine = new Engine();
export const start = engine.start.bind(engine);
export const retry = engine.retry.bind(engine);
export const ask = engine.ask.bind(engine);
export { EngineFailure };

if (globalThis.earlyWorker?.worker) engine.start();
