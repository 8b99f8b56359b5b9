import assert from "node:assert/strict";
import { test } from "node:test";
import { failureOf } from "../../../web/offline/install-failure.js";
import { integrityOf } from "../../../web/offline/page-source.js";

const FILE = "https://site.example/about/index.html";
const SCRIPT = "https://site.example/service-worker.js";
const INTEGRITY = await integrityOf(new TextEncoder().encode("as it was built"));
const EDITION = { script: SCRIPT, version: "aaaaaaaaaaaa" };

/** @param {Record<string, [number, string]>} host @param {string} [before] the file of the edition before */
const failure = (host, before) => {
  const fetched = async (/** @type {unknown} */ address) => {
    const [status, body] = host[String(address)] ?? [];
    if (!status) throw new TypeError("Failed to fetch");
    return new Response(body, { status });
  };
  const stored = async () => (before ? new Response(before) : undefined);
  return failureOf(FILE, INTEGRITY, EDITION, stored, /** @type {typeof fetch} */ (fetched));
};

const CASES = /** @type {const} */ ([
  ["other bytes beside the same edition were changed on the way", "changed", [200, "minified"], [200, "aaaaaaaaaaaa"]],
  ["other bytes beside another edition are an update", "updating", [200, "anew"], [200, "bbbbbbbbbbbb"]],
  ["the right bytes have come by now", "unreachable", [200, "as it was built"], [200, "aaaaaaaaaaaa"]],
  ["a fault of the host is no change", "unreachable", [503, "later"], [200, "aaaaaaaaaaaa"]],
]);
for (const [what, expected, file, script] of CASES) {
  test(what, async () => assert.equal(await failure({ [FILE]: [...file], [SCRIPT]: [...script] }), expected));
}
test("without a network nothing is said to be changed", async () => {
  assert.equal(await failure({}), "unreachable");
});
test("a host that still sends the file of the edition before is being updated", async () => {
  /** @type {Record<string, [number, string]>} */
  const host = { [FILE]: [200, "older"], [SCRIPT]: [200, "aaaaaaaaaaaa"] };
  assert.equal(await failure(host, "older"), "updating");
  assert.equal(await failure(host, "another"), "changed");
});
