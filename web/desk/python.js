/**
 * The desk's way to its Python: one worker, started once, asked one question after the other. A worker that is lost is started
 * again, with every file that was changed since, and is asked once more.
 */
import { EngineFailure, failureFrom } from "../engine/failure.js";
import { absoluteUrl } from "../engine/files.js";
import { Timeout } from "../engine/timeout.js";
import { today } from "../today.js";
import { DeskRefusal, FAILURE_WORDS } from "./failure-words.js";
import { startedWorker } from "./started-worker.js";

/** @import { Reason } from "../engine/failure.js" */
/** @import { FromWorker, PythonParts, Question } from "./messages.js" */
/** @import { ArticleRow, Checked, KeptFile, Mended } from "./services.js" */

/** Seconds without a byte or a step. Pyodide takes long on a slow device. */
const START_LIMIT = 60;
/** Seconds for an answer. The longest article takes a third of one; what takes this long will not end. */
const ANSWER_LIMIT = 30;
/** Reasons that would stop a start without the snapshot as well. @type {Set<Reason>} */
const FINAL = new Set(["stalled", "unsupported", "blocked", "memory", "network"]);
/** A question is asked once more when the worker was lost over it. */
const TRIES = 2;

/**
 * @typedef {object} Waiting
 * @property {string} service
 * @property {Record<string, unknown>} given
 * @property {number} tries
 * @property {((value: any) => void)[]} resolve of everybody who waits for this answer
 * @property {((refusal: DeskRefusal) => void)[]} reject
 */

/** Fires "change" when its state or its progress has changed. */
export class DeskPython extends EventTarget {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  /** The share of the bytes that has arrived while it starts. @type {number | null} */
  progress = null;
  /** Why it is not there, for the editor. @type {string | null} */
  message = null;
  /** Resolves when it can be asked; rejects with a DeskRefusal, whose message is for the editor. @type {Promise<void>} */
  ready;

  #parts;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Timeout | null} */
  #timeout = null;
  /** Questions that are not answered, the one that is being answered first. @type {Waiting[]} */
  #waiting = [];
  #isAsked = false;
  #number = 0;
  #launches = 0;
  /** Whether the present worker resumes from the snapshot. */
  #resumes = false;
  /** What files have become since the start, by their paths. @type {Map<string, string | null>} */
  #kept = new Map();
  /** @type {{resolve: () => void, reject: (refusal: DeskRefusal) => void}} */
  #starting = { resolve() {}, reject() {} };

  /** @param {PythonParts} parts what the page's settings say of Python */
  constructor(parts) {
    super();
    this.#parts = parts;
    this.ready = this.#newPromise();
    document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
      if (disposition === "enforce" && blockedURI === absoluteUrl(parts.worker) && this.state !== "idle")
        this.#giveUp(new EngineFailure("blocked"));
    });
  }

  /** Starts Python unless it is started. */
  start() {
    if (this.state === "idle") this.#launch({ fresh: false, resumes: true });
    return this.ready;
  }

  /** Starts again after a failure, past whatever the browser's cache holds. */
  retry() {
    if (this.state === "failed") {
      this.ready = this.#newPromise();
      this.#launch({ fresh: true, resumes: false });
    }
    return this.ready;
  }

  /** Every article, with its state and how many problems it has. @returns {Promise<ArticleRow[]>} */
  articles() {
    return this.ask("articles");
  }

  /** A file as its bytes read. @param {{path: string}} given @returns {Promise<{path: string, text: string}>} */
  open(given) {
    return this.ask("open", given);
  }

  /**
   * What is wrong with a text, and its page. The text is that of the file from now on. A check that waits while a newer one of the
   * same file is asked for is not carried out: both get the newer answer.
   * @param {{path: string, text: string}} given @returns {Promise<Checked>}
   */
  check(given) {
    return this.ask("check", given);
  }

  /** The text with what has exactly one right form mended: everything, a rule, or one place. @param {{path: string, text: string, rule?: string, line?: number, column?: number}} given @returns {Promise<Mended>} */
  mend(given) {
    return this.ask("mend", given);
  }

  /** Lets files have these texts from now on; without a text a file is removed. @param {{files: KeptFile[]}} given @returns {Promise<null>} */
  keep(given) {
    return this.ask("keep", given);
  }

  /**
   * Asks a service by its name in Python. Starts Python if need be. Rejects with a DeskRefusal.
   * @param {string} service @param {object} [given] @returns {Promise<any>}
   */
  ask(service, given = {}) {
    if (this.state === "failed") return Promise.reject(new DeskRefusal(this.message ?? "", "died"));
    const arguments_ = /** @type {Record<string, unknown>} */ (given);
    this.#note(service, arguments_);
    return new Promise((resolve, reject) => {
      const same = this.#waiting.slice(this.#isAsked ? 1 : 0).find((one) => replaces(service, arguments_, one));
      if (same) {
        same.given = arguments_;
        same.resolve.push(resolve);
        same.reject.push(reject);
      } else this.#waiting.push({ service, given: arguments_, tries: 0, resolve: [resolve], reject: [reject] });
      if (this.state === "ready") this.#next();
      else this.start().catch(() => {}); // whoever asked is told by his own question
    });
  }

  /** Remembers what becomes of files, for a worker that has to start again. @param {string} service @param {Record<string, unknown>} given */
  #note(service, given) {
    /** @type {KeptFile[]} */
    let files = [];
    if (service === "check" || service === "mend") files = [/** @type {KeptFile} */ (/** @type {unknown} */ (given))];
    else if (service === "keep") files = /** @type {KeptFile[]} */ (given.files);
    for (const { path, text } of files) this.#kept.set(path, text);
  }

  #newPromise() {
    const promise = new Promise((resolve, reject) => {
      this.#starting = { resolve: () => resolve(undefined), reject };
    });
    promise.catch(() => {}); // a page that only asks hears of it by its question
    return promise;
  }

  /** @param {{fresh: boolean, resumes: boolean}} how */
  #launch({ fresh, resumes }) {
    this.#resumes = resumes && this.#parts.resumed !== null;
    this.#launches += 1;
    this.#update({ state: "starting", progress: null, message: null });
    /** @type {Worker} */
    let worker;
    /** @type {Event[]} */
    let events = [];
    try {
      const start = { start: this.#parts, today: today(), fresh, resumes: this.#resumes };
      ({ worker, events } = startedWorker(start));
    } catch (thrown) {
      this.#giveUp(failureFrom(thrown, "unsupported"));
      return;
    }
    this.#worker = worker;
    this.#watch(START_LIMIT, "stalled");
    let hasPosted = false;
    const onEvent = (/** @type {Event} */ event) => {
      if (this.#worker !== worker) return;
      // Before its first message, an error means that the script was not fetched or not understood.
      if (event.type === "error")
        this.#giveUp(failureFrom(/** @type {ErrorEvent} */ (event).message, hasPosted ? "died" : "network"));
      else this.#onMessage(/** @type {MessageEvent<FromWorker>} */ (event).data);
      hasPosted = true;
    };
    for (const event of events) onEvent(event);
    for (const type of ["message", "error"]) worker.addEventListener(type, onEvent);
  }

  /** @param {FromWorker} message */
  #onMessage(message) {
    if ("reply" in message) this.#settle(message);
    else if ("refused" in message) this.#giveUp(new EngineFailure(message.refused, message.detail));
    else if ("ready" in message) this.#isReady();
    else {
      this.#timeout?.renew();
      if ("progress" in message) this.#update({ progress: message.progress });
    }
  }

  #isReady() {
    this.#timeout?.stop();
    // A new worker knows the files as they were published.
    const files = this.#launches > 1 ? Array.from(this.#kept, ([path, text]) => ({ path, text })) : [];
    if (files.length) this.#waiting.unshift({ service: "keep", given: { files }, tries: 0, resolve: [], reject: [] });
    this.#update({ state: "ready", progress: null });
    this.#starting.resolve();
    this.#next();
  }

  #next() {
    const [next] = this.#waiting;
    if (!next || this.#isAsked) return;
    this.#isAsked = true;
    next.tries += 1;
    this.#watch(ANSWER_LIMIT, "slow");
    this.#post({ question: ++this.#number, text: JSON.stringify({ service: next.service, ...next.given }) });
  }

  /** @param {{question: number, reply: string}} message */
  #settle({ question, reply }) {
    if (question !== this.#number || !this.#isAsked) return;
    this.#timeout?.stop();
    this.#isAsked = false;
    const answered = this.#waiting.shift();
    const { ok, value, words } = JSON.parse(reply);
    if (ok) for (const resolve of answered?.resolve ?? []) resolve(value);
    else for (const reject of answered?.reject ?? []) reject(new DeskRefusal(words));
    this.#next();
  }

  /**
   * Ends the worker. One that was lost over a question is started again; a question that loses it twice is refused. One that does
   * not resume is started without the snapshot, and one that does not start is not started again unasked.
   * @param {EngineFailure} failure
   */
  #giveUp({ reason }) {
    const wasReady = this.state === "ready";
    this.#timeout?.stop();
    this.#worker?.terminate();
    this.#worker = null;
    this.#isAsked = false;
    if (wasReady) {
      const [lost] = this.#waiting;
      if (lost && lost.tries >= TRIES) this.#refuse([lost], reason);
      this.ready = this.#newPromise();
      this.#launch({ fresh: false, resumes: true });
      return;
    }
    if (this.#resumes && !FINAL.has(reason)) {
      // Whatever is wrong with the snapshot, Pyodide as published does without.
      this.#launch({ fresh: false, resumes: false });
      return;
    }
    this.#update({ state: "failed", progress: null, message: FAILURE_WORDS[reason] });
    this.#starting.reject(new DeskRefusal(FAILURE_WORDS[reason], reason));
    this.#refuse([...this.#waiting], reason);
  }

  /** @param {Waiting[]} refused @param {Reason} reason */
  #refuse(refused, reason) {
    this.#waiting = this.#waiting.filter((one) => !refused.includes(one));
    for (const one of refused) for (const reject of one.reject) reject(new DeskRefusal(FAILURE_WORDS[reason], reason));
  }

  /** @param {number} seconds @param {Reason} reason */
  #watch(seconds, reason) {
    this.#timeout?.stop();
    this.#timeout = new Timeout(seconds, () => this.#giveUp(new EngineFailure(reason)));
  }

  /** @param {Question} message */
  #post(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {Partial<Pick<DeskPython, "state" | "progress" | "message">>} now */
  #update(now) {
    Object.assign(this, now);
    this.dispatchEvent(new Event("change"));
  }
}

/** Whether a question makes one that still waits needless. @param {string} service @param {Record<string, unknown>} given @param {Waiting} waiting */
function replaces(service, given, waiting) {
  return service === "check" && waiting.service === "check" && waiting.given.path === given.path;
}
