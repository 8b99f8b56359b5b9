/** Every page of one edition, kept because a reader asked for it: all or none. */

import { failureOf } from "./install-failure.js";
import { allParts, isWhole } from "./search-parts.js";

/** @import { KeptFile } from "bundle:offline-manifest" */
/** @import { Failure } from "./install-failure.js" */

const KEPT = "pages-kept-";

export class WholeEdition {
  #manifest;
  #base;
  #script;

  /**
   * @param {{version: string, onRequest: KeptFile[], searchSize: number}} manifest
   * @param {URL} base
   * @param {string} script the address of the service worker
   */
  constructor(manifest, base, script) {
    this.#manifest = manifest;
    this.#base = base;
    this.#script = script;
  }

  get cacheName() {
    return KEPT + this.#manifest.version;
  }

  /** What it costs, in bytes. */
  get size() {
    return this.#manifest.onRequest.reduce((sum, { size }) => sum + size, this.#manifest.searchSize);
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
    const being = `being-${this.cacheName}`;
    await caches.delete(being);
    const store = await caches.open(being);
    /** @type {KeptFile | undefined} */
    let missing;
    try {
      await Promise.all(
        this.#manifest.onRequest.map((file) =>
          this.#put(store, file).catch((thrown) => {
            missing ??= file;
            throw thrown;
          }),
        ),
      );
      await Promise.all((await allParts(this.#base)).map((address) => this.#putPart(store, address)));
      const whole = await caches.open(this.cacheName);
      for (const request of await store.keys()) {
        const response = await store.match(request);
        if (response) await whole.put(request, response);
      }
      return undefined;
    } catch {
      await this.forget();
      return missing ? this.#failure(missing) : "unreachable";
    } finally {
      await caches.delete(being);
    }
  }

  forget() {
    return caches.delete(this.cacheName);
  }

  async forgetOlder() {
    for (const name of await caches.keys())
      if (name.includes(KEPT) && name !== this.cacheName) await caches.delete(name);
  }

  /** @param {Cache} store @param {KeptFile} file */
  async #put(store, { address, integrity }) {
    const response = await fetch(new URL(address, this.#base), { integrity, cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    await store.put(new URL(address, this.#base), response);
  }

  /** A part of the search index, which is named by its content. @param {Cache} store @param {URL} address */
  async #putPart(store, address) {
    const response = await fetch(address);
    if (!response.ok || !(await isWhole(address.href, response.clone())))
      throw new Error(`${address} did not arrive whole.`);
    await store.put(address, response);
  }

  /** @param {KeptFile} file */
  #failure({ address, integrity }) {
    const edition = { script: this.#script, version: this.#manifest.version };
    return failureOf(new URL(address, this.#base).href, integrity, edition, async () => undefined);
  }
}
