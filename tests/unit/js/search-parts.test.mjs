import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { allParts, isPart, isWhole } from "../../../web/offline/search-parts.js";

const BASE = new URL("https://site.example/below/");
const CONTENT = '{"lithium":[33]}';
const NAME = `words-${createHash("sha256").update(CONTENT).digest("hex").slice(0, 10)}`;
const address = new URL(`search/parts/${NAME}.json`, BASE);

test("a part is known by its address", () => {
  assert.ok(isPart(address, BASE));
  assert.ok(!isPart(new URL("search/base.json", BASE), BASE));
  assert.ok(!isPart(new URL(address.pathname, "https://other.example/"), BASE));
});

test("a part is kept only if it is what its name says", async () => {
  assert.ok(await isWhole(address.href, new Response(CONTENT)));
  assert.ok(!(await isWhole(address.href, new Response(CONTENT.slice(1)))));
});

test("all parts are named by the index itself", async (t) => {
  /** @type {Record<string, unknown>} */
  const files = {
    "search/base.json": {
      pages: "pages-1",
      words: ["a", "words-1"],
      beginnings: ["a", "spelling-1"],
      ends: ["a", "spelling-1"],
    },
    "search/parts/pages-1.json": { names: "00000000001111111111" },
  };
  t.mock.method(globalThis, "fetch", async (/** @type {URL} */ { href }) =>
    Response.json(files[href.slice(BASE.href.length)]),
  );
  const names = (await allParts(BASE)).map(({ pathname }) => pathname.split("/").at(-1));
  assert.deepEqual(names, [
    "pages-1.json",
    "words-1.json",
    "spelling-1.json",
    "page-0000000000.json",
    "page-1111111111.json",
  ]);
});
