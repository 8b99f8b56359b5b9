/**
 * The theme's search, without its cost before it is wanted. Press puts these two in the place of what the theme does at
 * every load: fetch and read half a megabyte on the thread of the page, and start a worker to index it, while Python
 * starts beside it.
 */

/** The field and the switch that opens its dialog are there before the theme's script runs, and stay for the whole visit. */
const FIELD = "[data-md-component='search-query']";
const SWITCH = "#__search";

/** Settles when the reader turns to the search. A page opened by a link that searches, or marks what was found, wants it at once. */
function wanted() {
  const { searchParams } = new URL(location.href);
  if (searchParams.has("q") || searchParams.has("h") || document.activeElement?.matches(FIELD))
    return Promise.resolve();
  return nextSign();
}

/** @returns {Promise<void>} */
function nextSign() {
  return new Promise((settle) => {
    const listening = new AbortController();
    const look = (/** @type {Event} */ { target }) => {
      if (!(target instanceof Element && target.matches(`${FIELD}, ${SWITCH}`))) return;
      listening.abort();
      settle();
    };
    for (const sign of ["focusin", "input", "change"])
      document.addEventListener(sign, look, { signal: listening.signal });
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
  for (let sign = wanted(); ; sign = nextSign()) {
    await sign;
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return response.json();
  }
}

/** Looks like a worker, and becomes one with the first message. */
class LateWorker extends EventTarget {
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
      this.#worker = new Worker(this.#address);
      this.#worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    }
    this.#worker.postMessage(message);
  }
}

/** @param {string} address */
export function searchWorker(address) {
  return new LateWorker(address);
}
