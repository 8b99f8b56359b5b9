/**
 * Keeps the site where there is no network: the calculators with their pages always, articles that were read, and on
 * request every page. A newer version arrives whole or not at all, and waits until the reader takes it.
 */
import { manifest } from "bundle:offline-manifest";
import { cacheNames, clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute, setCatchHandler } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const READ = "pages-read";
const KEPT = "pages-kept-";
const AT_HAND = "pages-at-hand-";
const kept = KEPT + manifest.version;
const atHand = AT_HAND + manifest.version;
const base = new URL("./", worker.location.href);
/** Seconds after which a page that was read before is shown from the store. */
const NETWORK_LIMIT = 4;

// Each entry carries a digest of what it must be: a host in the middle of an update cannot mix two versions.
const always = new PrecacheController();
always.addToCacheList(
  manifest.always.map(({ address, revision, integrity }) => ({ url: address, revision, integrity })),
);
registerRoute(new PrecacheRoute(always, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] }));
clientsClaim();

const onRequest = new Set(manifest.onRequest.flatMap(({ address }) => addresses(address)));
const fresh = new NetworkFirst({ cacheName: READ, networkTimeoutSeconds: NETWORK_LIMIT });
registerRoute(
  ({ url }) => onRequest.has(url.origin + url.pathname),
  async (options) => {
    const stored = await fromStores(options.request);
    if (!stored) return fresh.handle(options);
    return fresh.handle(options).catch(() => stored);
  },
);
setCatchHandler(async ({ request }) => {
  // Sent on to its own address, where its links hold.
  return request.mode === "navigate" ? Response.redirect(new URL("offline/", base)) : Response.error();
});

worker.addEventListener("install", (event) => {
  // The browser may take these from the store without starting this worker first: a page stands sooner by that.
  const folders = ["app", "javascripts", "stylesheets"].map((folder) => `${base.pathname}assets/${folder}/*`);
  const named = folders.map((pathname) => ({ urlPattern: { pathname } }));
  const pages = foldersOf(manifest.always).map(({ pathname }) => ({ urlPattern: { pathname, search: "" } }));
  event.addRoutes?.([
    { condition: { or: named }, source: { cacheName: cacheNames.precache } },
    { condition: { or: pages }, source: { cacheName: atHand } },
  ]);
  event.waitUntil(always.install(event).then(layOut));
  event.waitUntil(hasKept().then((had) => (had ? keep() : undefined)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(always.activate(event));
  event.waitUntil(forgetOlder());
});

worker.addEventListener("message", (event) => {
  const { ask } = event.data ?? {};
  const reply = (/** @type {object} */ words) => event.ports[0]?.postMessage(words);
  if (ask === "take over") worker.skipWaiting();
  if (ask === "state") event.waitUntil(state().then(reply));
  if (ask === "keep")
    event.waitUntil(
      keep()
        .then(state, () => ({ failed: true }))
        .then(reply),
    );
  if (ask === "forget") event.waitUntil(caches.delete(kept).then(state).then(reply));
});

async function state() {
  const size = manifest.onRequest.reduce((sum, { size }) => sum + size, 0);
  return { kept: await caches.has(kept), size };
}

async function hasKept() {
  return (await caches.keys()).some((name) => name.startsWith(KEPT));
}

/** Puts the pages that are always kept under the addresses that readers follow. */
async function layOut() {
  const store = await caches.open(atHand);
  for (const folder of foldersOf(manifest.always)) {
    const response = await always.matchPrecache(`${folder}index.html`);
    if (response) await store.put(folder, response);
  }
}

/** Every page of this version, or none. */
async function keep() {
  const being = `being-${kept}`;
  await caches.delete(being);
  const store = await caches.open(being);
  try {
    await Promise.all(manifest.onRequest.map((file) => put(store, file)));
    const whole = await caches.open(kept);
    for (const request of await store.keys()) {
      const response = await store.match(request);
      if (response) await whole.put(request, response);
    }
  } catch (thrown) {
    await caches.delete(kept);
    throw thrown;
  } finally {
    await caches.delete(being);
  }
}

/** @param {Cache} store @param {import("bundle:offline-manifest").KeptFile} file */
async function put(store, { address, integrity }) {
  const response = await fetch(new URL(address, base), { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  await store.put(new URL(address, base), response);
}

/** @param {Request} request */
async function fromStores(request) {
  const { origin, pathname } = new URL(request.url);
  const [page = ""] = addresses(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  return (
    (await caches.match(request, { cacheName: READ, ignoreSearch: true })) ??
    caches.match(new URL(page, origin), { cacheName: kept })
  );
}

/** A file's own address, and that of its folder where it is the folder's page. @param {string} address */
function addresses(address) {
  const { href } = new URL(address, base);
  return href.endsWith("/index.html") ? [href, href.slice(0, -"index.html".length)] : [href];
}

/** Where the pages among the files stand, as readers follow them. @param {import("bundle:offline-manifest").KeptFile[]} files */
function foldersOf(files) {
  return files.flatMap(({ address }) => addresses(address).slice(1)).map((folder) => new URL(folder));
}

async function forgetOlder() {
  for (const name of await caches.keys()) {
    if ((name.includes(KEPT) && name !== kept) || (name.includes(AT_HAND) && name !== atHand))
      await caches.delete(name);
  }
}
