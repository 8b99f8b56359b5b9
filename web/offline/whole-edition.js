/**
 * Every page of one edition, kept because a reader asked for it: all or none. A few are fetched at a time, and what has arrived
 * when the line breaks need not be fetched again.
 */

import { failureOf } from "./install-failure.js";
import { allParts, isWhole } from "./search-parts.js";

/** @import { KeptFile } from "bundle:offline-manifest" */
/** @import { Failure } from "./install-failure.js" */
/** @import { ListsOnRequest } from "./lists-on-request.js" */

const KEPT = "pages-kept-";
const BEING_KEPT = `being-${KEPT}`;
/** How many files are fetched at a time. */
const AT_A_TIME = 4;

export class WholeEdition {
  #version;
  #lists;
  #base;
  #script;

  /**
   * @param {string} version
   * @param {ListsOnRequest} lists
   * @param {URL} base
   * @param {string} script the address of the service worker
   */
  constructor(version, lists, base, script) {
    this.#version = version;
    this.#lists = lists;
    this.#base = base;
    this.#script = script;
  }

  get cacheName() {
    return KEPT + this.#version;
  }

  /** Whether any edition was kept whole. */
  async wasAsked() {
    return (await caches.keys()).some((name) => name.startsWith(KEPT));
  }

  isKept() {
    return caches.has(this.cacheName);
  }

  /** Why it could not be kept; nothing when it was. @returns {Promise<Failure | undefined>} */
  async keep() {
    const being = BEING_KEPT + this.#version;
    const store = await caches.open(being);
    /** @type {KeptFile | undefined} */
    let missing;
    try {
      const files = (await this.#lists.files()).filter(({ onlyOpened }) => !onlyOpened);
      const waiting = files.values();
      const fetching = async () => {
        for (const file of waiting) {
          if (missing) return;
          await this.#put(store, file).catch((thrown) => {
            missing ??= file;
            throw thrown;
          });
        }
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, fetching));
      await Promise.all((await allParts(this.#base)).map((address) => this.#putPart(store, address)));
      const whole = await caches.open(this.cacheName);
      for (const request of await store.keys()) {
        const response = await store.match(request);
        if (response) await whole.put(request, response);
      }
      await caches.delete(being);
      return undefined;
    } catch {
      await caches.delete(this.cacheName);
      return missing ? this.#failure(missing) : "unreachable";
    }
  }

  async forget() {
    await caches.delete(BEING_KEPT + this.#version);
    return caches.delete(this.cacheName);
  }

  async forgetOlder() {
    for (const name of await caches.keys())
      if (name.includes(KEPT) && !name.endsWith(this.#version)) await caches.delete(name);
  }

  /** @param {Cache} store @param {KeptFile} file */
  async #put(store, { address, integrity }) {
    const place = new URL(address, this.#base);
    // Nothing is stored but what has the digest of this edition.
    if (await store.match(place)) return;
    const response = await fetch(place, { integrity, cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    await store.put(place, response);
  }

  /** A part of the search index, which is named by its content. @param {Cache} store @param {URL} address */
  async #putPart(store, address) {
    if (await store.match(address)) return;
    const response = await fetch(address);
    if (!response.ok || !(await isWhole(address.href, response.clone())))
      throw new Error(`${address} did not arrive whole.`);
    await store.put(address, response);
  }

  /** @param {KeptFile} file */
  #failure({ address, integrity }) {
    const edition = { script: this.#script, version: this.#version };
    return failureOf(new URL(address, this.#base).href, integrity, edition, async () => undefined);
  }
}
