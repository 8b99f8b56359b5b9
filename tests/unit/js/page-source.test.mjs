import assert from "node:assert/strict";
import { test } from "node:test";
import { arrival, integrityOf, judged, sourceOf } from "../../../web/offline/page-source.js";
import { editionOf, isKnown, storedForm } from "../../../web/offline/stored-pages.js";

const PAGE =
  '<!doctype html><html><head><meta name="kept-copy-days" content="90"></head><body><p>Dose</p></body></html>';
const PORTAL = "<!doctype html><html><body>Sign in to the network</body></html>";
const INTEGRITY = await integrityOf(new TextEncoder().encode(PAGE));
const HTML = { "Content-Type": "text/html; charset=utf-8" };

/** @param {string} body @param {ResponseInit} [how] */
const html = (body, how) => new Response(body, { headers: HTML, ...how });
/** @param {Response} response @param {Record<string, unknown>} properties */
const seenAs = (response, properties) => {
  for (const [name, value] of Object.entries(properties)) Object.defineProperty(response, name, { value });
  return response;
};
/** @param {Response} response */
const kindOf = async (response) => (await judged(response, INTEGRITY)).kind;

test("the digest is written as integrity attributes write it", async () => {
  // The SHA-256 of no bytes, from FIPS 180-4 examples, in base64.
  assert.equal(await integrityOf(new ArrayBuffer(0)), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

const ARRIVALS = [
  ["the page of this edition", html(PAGE), "ours"],
  ["the page of another edition", html(PAGE.replace("Dose", "Dose, anew")), "other"],
  ["a page into which a host has put a script", html(PAGE.replace("</body>", "<script></script></body>")), "other"],
  ["a page that a host has minified", html(PAGE.replaceAll('"', "")), "other"],
  ["the site's own page that there is no such page", html(PAGE, { status: 404 }), "other"],
  ["a sign-in page with a good status", html(PORTAL), "foreign"],
  ["a sign-in page that refuses", html(PORTAL, { status: 403 }), "foreign"],
  ["a page that came by a redirect", seenAs(html(PAGE), { redirected: true }), "foreign"],
  ["a redirect of a navigation", seenAs(new Response(null), { type: "opaqueredirect" }), "foreign"],
  ["a page without its end", html(PAGE.slice(0, -12)), "fault"],
  ["a fault of the host", html(PAGE, { status: 503 }), "fault"],
  ["a host that is asked too often", html(PORTAL, { status: 429 }), "fault"],
  ["a picture of another edition", new Response("<svg/>", { headers: { "Content-Type": "image/svg+xml" } }), "other"],
];
for (const [what, response, kind] of ARRIVALS) {
  test(`${what} is ${kind}`, async () => assert.equal(await kindOf(/** @type {Response} */ (response)), kind));
}

test("only what is ours comes with the bytes that are stored", async () => {
  assert.ok((await judged(html(PAGE), INTEGRITY)).body);
  assert.equal((await judged(html(PORTAL), INTEGRITY)).body, undefined);
});

test("a line that is dead, or breaks off in the middle, is no rejection", async () => {
  const dead = await arrival(() => Promise.reject(new TypeError("Failed to fetch")), Promise.resolve(INTEGRITY));
  assert.equal(dead.kind, "unreachable");
  const half = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(PAGE.slice(0, 40)));
      stream.error(new TypeError("network error"));
    },
  });
  assert.equal(
    (await arrival(async () => new Response(half, { headers: HTML }), Promise.resolve(INTEGRITY))).kind,
    "unreachable",
  );
});

const stored = html(PAGE);
const arrived = html(PORTAL);

for (const kind of /** @type {const} */ (["foreign", "fault", "unreachable", "slow"])) {
  test(`where what arrives is ${kind}, a kept copy is shown`, () => {
    const source = sourceOf({ kind, response: arrived }, stored);
    assert.deepEqual(source, { response: stored, why: kind, fromStore: true });
  });
}
for (const kind of /** @type {const} */ (["ours", "other"])) {
  test(`what is ${kind} is shown in place of a kept copy`, () => {
    assert.deepEqual(sourceOf({ kind, response: arrived }, stored), { response: arrived, why: kind, fromStore: false });
  });
}
test("without a kept copy a sign-in page is shown, because the reader may have to sign in", () => {
  assert.equal(sourceOf({ kind: "foreign", response: arrived }, undefined).response, arrived);
});
test("without a kept copy there is nothing to show of a fault or half a page", () => {
  assert.equal(sourceOf({ kind: "fault", response: arrived }, undefined).response, null);
  assert.equal(sourceOf({ kind: "unreachable" }, undefined).response, null);
});

const MAY = { version: "aaaaaaaaaaaa", date: "2026-05-01" };
const JUNE = { version: "bbbbbbbbbbbb", date: "2026-06-01" };

test("a stored page knows the edition in which it was read", async () => {
  const page = storedForm(html(PAGE), PAGE, INTEGRITY, MAY);
  assert.equal(await page.clone().text(), PAGE);
  assert.ok(isKnown(page));
  assert.deepEqual(editionOf(page, "sha256-another", JUNE), MAY);
});
test("a stored page whose content is the same belongs to this edition", () => {
  assert.deepEqual(editionOf(storedForm(html(PAGE), PAGE, INTEGRITY, MAY), INTEGRITY, JUNE), JUNE);
});
test("a stored page keeps what it was sent with, but for what was true of the line alone", () => {
  const headers = { ...HTML, "Content-Security-Policy": "default-src 'self'", "Content-Encoding": "br" };
  const page = storedForm(html(PAGE, { headers }), PAGE, INTEGRITY, MAY);
  assert.equal(page.headers.get("Content-Security-Policy"), "default-src 'self'");
  assert.equal(page.headers.get("Content-Encoding"), null);
});
test("what was stored by anything else is not known", () => {
  assert.equal(isKnown(html(PORTAL)), false);
});
