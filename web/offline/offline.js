/**
 * What this site keeps in the reader's browser for times without a network, and how old that is.
 */
import { files } from "bundle:files";
import { Workbox } from "workbox-window";
import { keptCopy } from "../kept-copy.js";
import { today } from "../today.js";
import { trusted } from "../trusted.js";
import { whenIdle, whenLoaded } from "../when-idle.js";
import { ageNotice } from "./edition-age.js";

/** @import { Failure } from "./install-failure.js" */
/** @import { Kind } from "./page-source.js" */
/** @import { Edition } from "./stored-pages.js" */

/** @typedef {{why: Kind, fromStore: boolean, date: string, isOlder: boolean}} Shown with the date of the page's edition */

/**
 * What the service worker says.
 *
 * @typedef {object} State
 * @property {boolean} kept whether every page is here
 * @property {number} size what keeping every page costs, in bytes
 * @property {Edition} edition
 * @property {Record<string, string>} calculators their versions by id
 * @property {string | null} confirmed ISO date on which this edition was last found to be the newest
 * @property {boolean} isAlwaysKept whether the page that asks is always kept
 * @property {Shown | null} shown how the page was shown last; null where nobody remembers
 * @property {Failure} [failure] why not every page was kept
 */

/** Fires "change". */
class Offline extends EventTarget {
  /** The calculators and their pages are here. */
  calculators = false;
  /** What the service worker said last that this page came with. @type {State | null} */
  state = null;
  /** A newer version of the site has arrived and waits to be taken. */
  newer = false;
  /** Another tab has taken a newer version: this page still works with the one before. */
  left = false;
  /** Whether this page could ask the host if its edition is the newest; null while it has not tried. @type {boolean | null} */
  hasAsked = null;
  /** Why a newer version, or the first one, did not arrive. @type {Failure | null} */
  failure = null;

  /** @type {Workbox | null} */
  #workbox = null;
  /** The versions of the calculators in the newer edition. @type {Record<string, string> | null} */
  #newerCalculators = null;
  /** The newer edition that was asked last. @type {ServiceWorker | null} */
  #newest = null;
  /** The day of which the age was told. */
  #day = "";
  #isOld = false;
  #taking = false;
  /** A service worker answers for this page. */
  #controlled = false;

  /** Hears what happens to the service worker from the first moment of the page on, and starts it when there is time. */
  listen() {
    if (!files.offline || !("serviceWorker" in navigator)) return;
    const workers = navigator.serviceWorker;
    this.#controlled = workers.controller !== null;
    workers.addEventListener("controllerchange", () => this.#controllerChanged());
    workers.addEventListener("message", ({ data }) => data?.failure && this.#update({ failure: data.failure }));
    workers.startMessages();
    addEventListener("online", () => this.#check());
    document.addEventListener("visibilitychange", () => this.#lookedAtAgain());
    // Not before: the service worker need not have started for this page, and Python has.
    if (this.#controlled) whenLoaded(() => this.ask().then(() => this.#checkIfInDoubt()));
    // A copy that is here already is looked after even where data is saved: the browser does so by itself.
    if (this.#controlled || !navigator.connection?.saveData) whenIdle(() => this.#start().catch(() => {}));
  }

  async #start() {
    const script = trusted(root.href).createScriptURL(new URL(files.offline ?? "", root).href);
    this.#workbox = new Workbox(script, {
      scope: root.pathname,
      updateViaCache: "none",
    });
    const registration = await this.#workbox.register();
    if (registration) this.#follow(registration);
    await navigator.serviceWorker.ready;
    this.#update({ calculators: true });
    await this.ask();
    await this.#check();
  }

  /** Keeps every page, or none. Why not; nothing when they are kept. @returns {Promise<Failure | undefined>} */
  async keep() {
    return (await this.ask("keep"))?.failure;
  }

  async forget() {
    await this.ask("forget");
  }

  /** Takes the newer version; the page is loaded anew from it. */
  takeNewer() {
    this.#taking = true;
    this.#workbox?.messageSW({ ask: "take over" });
    navigator.serviceWorker
      .getRegistration(root.pathname)
      .then((found) => found?.waiting?.postMessage({ ask: "take over" }));
  }

  /**
   * Asks the service worker how things are for the page that is shown, or to do something and then say so.
   *
   * @param {"state" | "confirmed" | "keep" | "forget"} what
   */
  async ask(what = "state") {
    const { active } = await navigator.serviceWorker.ready;
    const state = await replyOf(active, what);
    // Another edition would speak of itself.
    if (state && !this.left) this.#update({ state, calculators: true });
    return state;
  }

  /** What a look at the host may take back is not said for long, and that there is no network is said soon. */
  #checkIfInDoubt() {
    if (this.#isOld || !navigator.onLine) this.#check();
  }

  /** Looks whether this edition is the newest. Only an answer of the host says so: no network, and nobody knows. */
  async #check() {
    const registration = await navigator.serviceWorker.getRegistration(root.pathname);
    if (!registration?.active || this.left) return;
    try {
      await registration.update();
    } catch {
      // While a newer one is being installed the browser refuses as well: then the host has answered.
      this.#update({ hasAsked: registration.installing !== null });
      return;
    }
    if (!registration.installing && !registration.waiting) await this.ask("confirmed");
    this.#update({ hasAsked: true });
  }

  /** A page may stay open for months. */
  #lookedAtAgain() {
    if (document.hidden || this.#day === today()) return;
    this.#update({});
    this.#check();
  }

  #controllerChanged() {
    if (this.#taking) location.reload();
    else if (this.#controlled) this.#hasLeft();
    this.#controlled = true;
  }

  async #hasLeft() {
    this.#update({ left: true, newer: false });
    await this.#hearOfNewer(navigator.serviceWorker.controller);
  }

  /** Hears of every newer edition that arrives while the page is open: Workbox tells of two. @param {ServiceWorkerRegistration} registration */
  #follow(registration) {
    const hasArrived = () => {
      if (registration.waiting && registration.active) void this.#hasNewer(registration.waiting);
    };
    const arrives = () => registration.installing?.addEventListener("statechange", hasArrived);
    registration.addEventListener("updatefound", arrives);
    arrives();
    hasArrived();
  }

  /** @param {ServiceWorker} waiting */
  async #hasNewer(waiting) {
    this.#update({ newer: true });
    await this.#hearOfNewer(waiting);
  }

  /** @param {ServiceWorker | null} newer */
  async #hearOfNewer(newer) {
    this.#newest = newer;
    const told = await replyOf(newer, "state");
    // What was replaced while it was asked has nothing more to say.
    if (this.#newest !== newer) return;
    this.#newerCalculators = told?.calculators ?? null;
    this.#update({});
  }

  /** @param {Partial<Pick<Offline, "calculators" | "state" | "newer" | "left" | "hasAsked" | "failure">>} now */
  #update(now) {
    Object.assign(this, now);
    this.#say();
    this.dispatchEvent(new Event("change"));
  }

  /** What has to stand with every answer. */
  #say() {
    this.#day = today();
    if (!this.state) return;
    const { edition, confirmed, shown } = this.state;
    const isFromHost = shown !== null && !shown.fromStore && shown.why === "other";
    const age = { today: this.#day, date: edition.date, confirmed, limit: limitOf(document) };
    const notice = isFromHost ? null : ageNotice(age);
    this.#isOld = notice !== null;
    keptCopy.say(notice, this.#newerCalculators);
  }
}

/**
 * @param {ServiceWorker | null} worker
 * @param {string} what
 * @returns {Promise<State | null>}
 */
function replyOf(worker, what) {
  if (!worker) return Promise.resolve(null);
  const channel = new MessageChannel();
  const replied = new Promise((resolve) => (channel.port1.onmessage = ({ data }) => resolve(data)));
  worker.postMessage({ ask: what, page: location.origin + location.pathname, day: today() }, [channel.port2]);
  return replied;
}

/** The setting of the site: days after which answers say that the copy may be out of date. @param {Document} page */
function limitOf(page) {
  return Number(page.querySelector("meta[name='kept-copy-days']")?.getAttribute("content") ?? 0);
}

const root = new URL("../../", import.meta.url);
export const offline = new Offline();

try {
  offline.listen();
} catch {
  // Storage that is forbidden costs nothing but the service itself.
}
