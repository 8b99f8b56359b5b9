/**
 * The theme's search, without its cost before it is wanted. These two replace what the theme does at every load: fetch and
 * read half a megabyte on the thread of the page, and start a worker to index it, while Python starts beside it.
 */

import { trusted } from "../trusted.js";

/** The field and the switch that opens its dialog are there before the theme's script runs, and stay for the whole visit. */
const FIELD = "[data-md-component='search-query']";
const SWITCH = "#__search";

/** Settles when the reader turns to the search. A page opened by a link that searches, or marks what was found, wants it at once. */
function wanted() {
  const { searchParams } = new URL(location.href);
  if (searchParams.has("q") || searchParams.has("h") || document.activeElement?.matches(FIELD))
    return Promise.resolve();
  return nextUse();
}

/** Settles at the next event of the field or the switch. @returns {Promise<void>} */
function nextUse() {
  return new Promise((settle) => {
    const listening = new AbortController();
    const listener = (/** @type {Event} */ { target }) => {
      if (!(target instanceof Element && target.matches(`${FIELD}, ${SWITCH}`))) return;
      listening.abort();
      settle();
    };
    for (const type of ["focusin", "input", "change"])
      document.addEventListener(type, listener, { signal: listening.signal });
  });
}

/**
 * The index, fetched when it is wanted; what was typed before it came is answered then. Where it cannot be reached, each
 * further key pressed in the field tries again.
 *
 * @param {URL} address
 * @returns {Promise<unknown>}
 */
export async function searchIndex(address) {
  for (let use = wanted(); ; use = nextUse()) {
    await use;
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return response.json();
  }
}

/** The address of the search worker, as the page may start it. @param {string} address */
export const workerAddress = (address) => trusted().createScriptURL(new URL(address, location.href).href);

/** A worker that is started by its first message. */
class LazyWorker extends EventTarget {
  /** @type {Worker | undefined} */
  #worker;
  #address;

  /** @param {string} address */
  constructor(address) {
    super();
    this.#address = address;
  }

  /** @param {unknown} message */
  postMessage(message) {
    if (!this.#worker) {
      this.#worker = new Worker(workerAddress(this.#address));
      this.#worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    }
    this.#worker.postMessage(message);
  }
}

/** @param {string} address */
export function searchWorker(address) {
  return new LazyWorker(address);
}
