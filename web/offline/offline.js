/**
 * What this site keeps in the reader's browser for times without a network.
 */
import { files } from "bundle:files";
import { Workbox } from "workbox-window";
import { trusted } from "../trusted.js";
import { whenIdle } from "../when-idle.js";

/** Fires "change". */
class Offline extends EventTarget {
  /** The calculators and their pages are here. */
  calculators = false;
  /** Every page is here. */
  everything = false;
  /** What keeping every page costs, in bytes; null while it is not known. @type {number | null} */
  size = null;
  /** A newer version of the site has arrived and waits to be taken. */
  newer = false;

  /** @type {Workbox | null} */
  #workbox = null;

  async start() {
    if (!files.offline || !("serviceWorker" in navigator)) return;
    const script = trusted(root.href).createScriptURL(new URL(files.offline, root).href);
    this.#workbox = new Workbox(script, { scope: root.pathname, updateViaCache: "none" });
    this.#workbox.addEventListener("waiting", () => this.#update({ newer: true }));
    this.#workbox.addEventListener("controlling", ({ isUpdate }) => {
      if (isUpdate && this.#taking) location.reload();
    });
    await this.#workbox.register();
    await navigator.serviceWorker.ready;
    this.#update({ calculators: true });
    await this.#ask("state");
  }

  /** Keeps every page, or none: false when that failed. */
  async keep() {
    await this.#ask("keep");
    return this.everything;
  }

  async forget() {
    await this.#ask("forget");
  }

  #taking = false;

  /** Takes the newer version; the page is loaded anew from it. */
  takeNewer() {
    this.#taking = true;
    this.#workbox?.messageSW({ ask: "take over" });
    navigator.serviceWorker
      .getRegistration(root.pathname)
      .then((found) => found?.waiting?.postMessage({ ask: "take over" }));
  }

  /** @param {"state" | "keep" | "forget"} what */
  async #ask(what) {
    const active = (await navigator.serviceWorker.ready).active;
    const channel = new MessageChannel();
    const replied = new Promise((resolve) => (channel.port1.onmessage = ({ data }) => resolve(data)));
    active?.postMessage({ ask: what }, [channel.port2]);
    const { kept = this.everything, size = this.size } = await replied;
    this.#update({ everything: kept, size });
  }

  /** @param {Partial<Pick<Offline, "calculators" | "everything" | "size" | "newer">>} now */
  #update(now) {
    Object.assign(this, now);
    this.dispatchEvent(new Event("change"));
  }
}

const root = new URL("../../", import.meta.url);
export const offline = new Offline();

// Storage that is forbidden, or a browser without the means, costs nothing but the service itself.
if (!navigator.connection?.saveData) whenIdle(() => offline.start().catch(() => {}));
