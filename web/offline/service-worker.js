/**
 * Keeps the site where there is no network: the calculators with their pages always, articles that were read, and on
 * request every page. A newer version arrives whole or not at all, and waits until the reader takes it. Nothing is kept that
 * has not the digest of this edition.
 */
import { manifest } from "bundle:offline-manifest";
import { cacheNames, clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute, setCatchHandler } from "workbox-routing";
import { today } from "../today.js";
import { addresses, foldersOf } from "./file-addresses.js";
import { failureOf } from "./install-failure.js";
import { arrival, sourceOf } from "./page-source.js";
import { editionOf, isKnown, storedForm } from "./stored-pages.js";
import { WholeEdition } from "./whole-edition.js";

/** @import { KeptFile } from "bundle:offline-manifest" */
/** @import { Arrival, Source } from "./page-source.js" */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const READ = "pages-read";
const AT_HAND = "pages-at-hand-";
const CONFIRMED = "editions-confirmed";
const atHand = AT_HAND + manifest.version;
const base = new URL("./", worker.location.href);
const whole = new WholeEdition(manifest, base, worker.location.href);
/** Milliseconds after which a page that is stored is shown without waiting for the host. */
const NETWORK_LIMIT = 4000;

/** The first file that did not arrive while this edition was installed. @type {string | undefined} */
let missing;
const watching = {
  /** @param {{request: Request}} failed */
  fetchDidFail: async ({ request }) => {
    missing ??= request.url;
  },
};

// Each entry carries a digest of what it must be: a host in the middle of an update cannot mix two versions. Pages first: they
// are what is changed on the way, and then nothing large is fetched in vain.
const always = new PrecacheController({ plugins: [watching] });
const isPage = (/** @type {KeptFile} */ { address }) => address.endsWith(".html");
always.addToCacheList(
  [...manifest.always.filter(isPage), ...manifest.always.filter((file) => !isPage(file))].map(
    ({ address, revision, integrity }) => ({ url: address, revision, integrity }),
  ),
);
registerRoute(new PrecacheRoute(always, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] }));
clientsClaim();

/** Files that are kept when they were read, by the address that readers follow. @type {Map<string, KeptFile>} */
const onRequest = new Map(
  [...manifest.onRequest, ...manifest.onceOpened].map((file) => [addresses(file.address, base).at(-1) ?? "", file]),
);
const alwaysAt = new Set(foldersOf(manifest.always, base).map(({ href }) => href));
/** How each page was shown last, for the page to say it. @type {Map<string, import("./offline.js").Shown>} */
const shownLast = new Map();

registerRoute(
  ({ url }) => onRequest.has(url.origin + url.pathname),
  async ({ request, event, url }) => {
    const address = url.origin + url.pathname;
    const file = /** @type {KeptFile} */ (onRequest.get(address));
    const stored = await fromStores(address, file);
    const arriving = arrival(() => fetch(request), file.integrity);
    /** @type {ExtendableEvent} */ (event).waitUntil(arriving.then((arrived) => store(address, file, arrived)));
    const source = sourceOf(await (stored ? withinLimit(arriving) : arriving), stored);
    const { why, fromStore } = source;
    const edition = stored && fromStore ? editionOf(stored, file.integrity, manifest) : manifest;
    shownLast.set(address, { why, fromStore, date: edition.date, isOlder: edition.version !== manifest.version });
    return source.response ?? notThere(request, source.why);
  },
);
setCatchHandler(async ({ request }) => notThere(request, "unreachable"));

/** Sent on to its own address, where its links hold. @param {Request} request @param {Source["why"]} why */
function notThere(request, why) {
  return request.mode === "navigate" ? Response.redirect(new URL(`offline/#${why}`, base)) : Response.error();
}

worker.addEventListener("install", (event) => {
  // The browser may take these from the store without starting this worker first: a page stands sooner by that.
  const folders = ["app", "javascripts", "stylesheets"].map((folder) => `${base.pathname}assets/${folder}/*`);
  const named = folders.map((pathname) => ({ urlPattern: { pathname } }));
  const pages = foldersOf(manifest.always, base).map(({ pathname }) => ({ urlPattern: { pathname, search: "" } }));
  event.addRoutes?.([
    { condition: { or: named }, source: { cacheName: cacheNames.precache } },
    { condition: { or: pages }, source: { cacheName: atHand } },
  ]);
  event.waitUntil(always.install(event).then(layOut, tellWhy));
  event.waitUntil(keepAgain());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(always.activate(event));
  event.waitUntil(forgetOlder());
});

worker.addEventListener("message", (event) => {
  const { ask, page = "", day = today() } = event.data ?? {};
  const reply = (/** @type {Promise<object>} */ words) =>
    event.waitUntil(words.then((said) => event.ports[0]?.postMessage(said)));
  if (ask === "take over") worker.skipWaiting();
  if (ask === "state") reply(state(page));
  if (ask === "confirmed") reply(confirm(day).then(() => state(page)));
  if (ask === "keep") reply(whole.keep().then(async (failure) => ({ ...(await state(page)), failure })));
  if (ask === "forget") reply(whole.forget().then(() => state(page)));
});

/** A reader who has kept every page has every page of this edition too, or not this edition. */
async function keepAgain() {
  if (!(await whole.wasAsked())) return;
  const failure = await whole.keep();
  if (!failure) return;
  await tell(failure);
  throw new Error(`Not every page could be kept: ${failure}.`);
}

/** @param {string} page the address of the page that asks, without what follows its path */
async function state(page) {
  const { version, date, calculators } = manifest;
  const found = await (await caches.open(CONFIRMED)).match(new URL(version, base));
  return {
    kept: await whole.isKept(),
    size: whole.size,
    edition: { version, date },
    calculators,
    confirmed: found ? await found.text() : null,
    isAlwaysKept: alwaysAt.has(page),
    shown: shownLast.get(page) ?? null,
  };
}

/** This edition is the newest. @param {string} day */
async function confirm(day) {
  await (await caches.open(CONFIRMED)).put(new URL(manifest.version, base), new Response(day));
}

/** Puts the pages that are always kept under the addresses that readers follow. */
async function layOut() {
  const store = await caches.open(atHand);
  for (const folder of foldersOf(manifest.always, base)) {
    const response = await always.matchPrecache(`${folder}index.html`);
    if (response) await store.put(folder, response);
  }
  await confirm(today());
}

/** Finds out why this edition could not be installed. @param {unknown} thrown */
async function tellWhy(thrown) {
  const file = manifest.always.find(({ address }) => new URL(address, base).href === missing);
  if (file) {
    const edition = { script: worker.location.href, version: manifest.version };
    const before = (/** @type {string} */ address) =>
      caches.match(address, { cacheName: cacheNames.precache, ignoreSearch: true });
    await tell(await failureOf(new URL(file.address, base).href, file.integrity, edition, before));
  }
  throw thrown;
}

/** @param {import("./install-failure.js").Failure} failure */
async function tell(failure) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ failure });
}

/** @param {Promise<Arrival>} arriving @returns {Promise<Arrival>} */
function withinLimit(arriving) {
  return Promise.race([
    arriving,
    new Promise((resolve) => setTimeout(() => resolve({ kind: /** @type {const} */ ("slow") }), NETWORK_LIMIT)),
  ]);
}

/** @param {string} address @param {KeptFile} file @param {Arrival} arrived */
async function store(address, { integrity }, { kind, response, body }) {
  if (kind !== "ours" || !response || !body) return;
  await (await caches.open(READ)).put(address, storedForm(response, body, integrity, manifest));
}

/** @param {string} address @param {KeptFile} file */
async function fromStores(address, file) {
  const kept = await caches.match(new URL(file.address, base), { cacheName: whole.cacheName });
  const read = kept ? undefined : await caches.match(address, { cacheName: READ });
  return kept ?? (read && isKnown(read) ? read : undefined);
}

async function forgetOlder() {
  await whole.forgetOlder();
  for (const name of await caches.keys()) if (name.startsWith(AT_HAND) && name !== atHand) await caches.delete(name);
  const confirmed = await caches.open(CONFIRMED);
  for (const { url } of await confirmed.keys())
    if (url !== new URL(manifest.version, base).href) await confirmed.delete(url);
  const read = await caches.open(READ);
  for (const request of await read.keys()) {
    const stored = await read.match(request);
    if (stored && !isKnown(stored)) await read.delete(request);
  }
}
