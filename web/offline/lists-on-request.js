/**
 * The lists of the files that are kept on request. Each file stands in the list that the digest of its address chooses, so a
 * page that is read costs one short list, however many articles there are.
 */

/** @import { KeptFile } from "bundle:offline-manifest" */

const LISTS = "assets/offline/";
const STORE = "lists-on-request";

export class ListsOnRequest {
  #names;
  #base;
  /** Lists that were read, by their names. @type {Map<string, Promise<KeptFile[]>>} */
  #read = new Map();

  /**
   * @param {readonly string[]} names
   * @param {URL} base the address of the site
   */
  constructor(names, base) {
    this.#names = names;
    this.#base = base;
  }

  /**
   * A file of this edition; undefined when it is none that is kept on request. Rejects when its list cannot be had.
   *
   * @param {string} address relative to the site
   */
  async file(address) {
    const digest = new DataView(await sha256(new TextEncoder().encode(address)));
    const files = await this.#list(this.#names[digest.getUint32(0) % this.#names.length] ?? "");
    return files.find((file) => file.address === address);
  }

  /** All files. Rejects when a list cannot be had. */
  async files() {
    const lists = [];
    for (const name of new Set(this.#names)) lists.push(await this.#list(name));
    return lists.flat();
  }

  /** Lets go of the lists of other editions. */
  async forgetOlder() {
    const store = await caches.open(STORE);
    const own = new Set(this.#names.map((name) => this.#addressOf(name)));
    for (const request of await store.keys()) if (!own.has(request.url)) await store.delete(request);
  }

  /** @param {string} name */
  #list(name) {
    const known = this.#read.get(name);
    if (known) return known;
    const reading = this.#fetched(name);
    this.#read.set(name, reading);
    // Without a network now, perhaps with one at the next page.
    reading.catch(() => this.#read.delete(name));
    return reading;
  }

  /** @param {string} name @returns {Promise<KeptFile[]>} */
  async #fetched(name) {
    const address = this.#addressOf(name);
    const store = await caches.open(STORE);
    const stored = await store.match(address);
    const body = await (stored ?? (await fetch(address))).arrayBuffer();
    if (!hexadecimal(await sha256(body)).startsWith(name)) throw new Error(`${address} is not as it was published.`);
    if (!stored) await store.put(address, new Response(body));
    return JSON.parse(new TextDecoder().decode(body));
  }

  /** @param {string} name */
  #addressOf(name) {
    return new URL(`${LISTS}${name}.json`, this.#base).href;
  }
}

/** @param {BufferSource} bytes */
function sha256(bytes) {
  return crypto.subtle.digest("SHA-256", bytes);
}

/** @param {ArrayBuffer} bytes */
function hexadecimal(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
