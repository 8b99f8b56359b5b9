/**
 * Python in a worker of its own, apart from the engine of the calculators: that one tells a reader what to do, this one whoever
 * looks after a network what happened.
 */
import { files } from "bundle:files";
import { absoluteUrl } from "../engine/files.js";
import { newWorker } from "../engine/new-worker.js";
import { Timeout } from "../engine/timeout.js";

/** @import { FromWorker, Question } from "../engine/messages.js" */

/** Seconds in which a question is answered. */
const ANSWER_LIMIT = 10;

/** @typedef {{hasRun: boolean, isReady: boolean, why: string}} Started whether the worker said anything, whether Python is there, and why not */

export class PythonProbe {
  #worker;
  #hasRun = false;

  /** Throws where the browser refuses to make a worker. @param {boolean} isClean without the snapshot of Python's memory */
  constructor(isClean) {
    const start = { clean: isClean, fresh: false };
    this.#worker = newWorker(absoluteUrl("../../"), absoluteUrl(files.worker), start);
  }

  /** To be asked at once, for what the worker says before is lost. Never rejects. @returns {Promise<Started>} */
  started() {
    return this.#said(files.startTimeout, (message) => {
      if ("ready" in message) return { isReady: true, why: "" };
      return "refused" in message ? { isReady: false, why: `${message.refused}: ${message.detail}` } : null;
    });
  }

  /** The reply to a question; empty when none came. @param {string} calculator @param {string} text */
  async reply(calculator, text) {
    let reply = "";
    const said = this.#said(ANSWER_LIMIT, (message) => {
      if ("refused" in message) return { isReady: false, why: message.refused };
      if (!("reply" in message)) return null;
      reply = message.reply;
      return { isReady: true, why: "" };
    });
    this.#worker.postMessage(/** @type {Question} */ ({ calculator, text, question: 1 }));
    await said;
    return reply;
  }

  end() {
    this.#worker.terminate();
  }

  /**
   * @param {number} seconds without a message after which nothing more is expected
   * @param {(message: FromWorker) => Omit<Started, "hasRun"> | null} judged what ends it; null for what does not
   * @returns {Promise<Started>}
   */
  #said(seconds, judged) {
    /** @type {(end: Omit<Started, "hasRun">) => void} */
    let resolve = () => {};
    /** @type {Promise<Omit<Started, "hasRun">>} */
    const ended = new Promise((settle) => {
      resolve = settle;
    });
    const silent = new Timeout(seconds, () => resolve({ isReady: false, why: `nothing for ${seconds} seconds` }));
    this.#worker.onmessage = ({ data }) => {
      this.#hasRun = true;
      silent.renew();
      const end = judged(data);
      if (end) resolve(end);
    };
    this.#worker.onerror = ({ message }) => resolve({ isReady: false, why: message || "the script did not start" });
    return ended.then((end) => {
      silent.stop();
      return { ...end, hasRun: this.#hasRun };
    });
  }
}
