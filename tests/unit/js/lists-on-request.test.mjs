import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";
import { fileAt, isKeptOnRequest } from "../../../web/offline/file-addresses.js";
import { ListsOnRequest } from "../../../web/offline/lists-on-request.js";
import { WholeEdition } from "../../../web/offline/whole-edition.js";

const BASE = new URL("https://site.example/guidance/");
const FILES = ["about/index.html", "articles/one/index.html", "articles/two/index.html", "images/one.svg"];
const WORDS = "The words of a page.";

/** A store of responses as browsers have it. */
class Store {
  /** @type {Map<string, Response>} */
  held = new Map();
  /** @param {string | URL | Request} at */
  async match(at) {
    return this.held.get(addressOf(at))?.clone();
  }
  /** @param {string | URL | Request} at @param {Response} response */
  async put(at, response) {
    this.held.set(addressOf(at), response);
  }
  /** @param {string | URL | Request} at */
  async delete(at) {
    return this.held.delete(addressOf(at));
  }
  async keys() {
    return [...this.held.keys()].map((url) => new Request(url));
  }
}

/** @type {Map<string, Store>} */
let stores;
/** @type {Map<string, string>} */
let published;
/** @type {string[]} */
let fetched;
/** @type {string[]} */
let names;

beforeEach(() => {
  stores = new Map();
  published = new Map();
  fetched = [];
  const parts = /** @type {object[][]} */ ([[], []]);
  for (const address of FILES) {
    const digest = createHash("sha256").update(address).digest();
    parts[digest.readUInt32BE(0) % 2]?.push({ address, integrity: "", size: WORDS.length });
    published.set(new URL(address, BASE).href, WORDS);
  }
  names = parts.map((part) => {
    const content = JSON.stringify(part);
    const name = createHash("sha256").update(content).digest("hex").slice(0, 32);
    published.set(new URL(`assets/offline/${name}.json`, BASE).href, content);
    return name;
  });
  // The index of the search, with one part.
  const part = JSON.stringify({ names: "" });
  const pages = `pages-${createHash("sha256").update(part).digest("hex").slice(0, 10)}`;
  const base = JSON.stringify({ pages, words: [], beginnings: [], ends: [] });
  published.set(new URL("search/base.json", BASE).href, base);
  published.set(new URL(`search/parts/${pages}.json`, BASE).href, part);
  const caches = {
    /** @param {string} name */
    async open(name) {
      const store = stores.get(name) ?? new Store();
      stores.set(name, store);
      return store;
    },
    /** @param {string} name */
    delete: async (name) => stores.delete(name),
    keys: async () => [...stores.keys()],
    /** @param {string} name */
    has: async (name) => stores.has(name),
  };
  /** @param {string | URL | Request} at */
  const answer = async (at) => {
    const address = addressOf(at);
    fetched.push(address);
    const words = published.get(address);
    if (words === undefined) throw new TypeError("Failed to fetch");
    return new Response(words);
  };
  Object.assign(globalThis, { caches, fetch: answer });
});

test("a file is found by one list, which is fetched once and then stored", async () => {
  const lists = new ListsOnRequest(names, BASE);
  assert.equal((await lists.file("articles/one/index.html"))?.size, WORDS.length);
  await lists.file("articles/one/index.html");
  assert.equal(fetched.length, 1);
  const [, anew] = [lists, new ListsOnRequest(names, BASE)];
  assert.equal((await anew.file("articles/one/index.html"))?.address, "articles/one/index.html");
  assert.equal(fetched.length, 1);
});

test("a file that the edition has not is none", async () => {
  assert.equal(await new ListsOnRequest(names, BASE).file("articles/three/index.html"), undefined);
});

test("a list that was changed on its way is refused, and fetched again the next time", async () => {
  const right = new Map(published);
  for (const name of names) published.set(new URL(`assets/offline/${name}.json`, BASE).href, "[]");
  const lists = new ListsOnRequest(names, BASE);
  await assert.rejects(lists.file("images/one.svg"), /not as it was published/);
  published = right;
  assert.equal((await lists.file("images/one.svg"))?.address, "images/one.svg");
});

test("lists of older editions are let go", async () => {
  await new ListsOnRequest(names, BASE).files();
  await new ListsOnRequest(names.slice(0, 1), BASE).forgetOlder();
  assert.equal(stores.get("lists-on-request")?.held.size, 1);
});

test("when the line breaks nothing counts as kept, and the next try fetches only what is missing", async () => {
  const broken = new URL("articles/two/index.html", BASE).href;
  published.delete(broken);
  const whole = () => new WholeEdition("one", new ListsOnRequest(names, BASE), BASE, "https://site.example/worker.js");
  assert.equal(await whole().keep(), "unreachable");
  assert.equal(await whole().isKept(), false);
  const before = fetched.filter((address) => address.endsWith(".html")).length;
  assert.ok(before > 1);
  published.set(broken, WORDS);
  fetched = [];
  assert.equal(await whole().keep(), undefined);
  // Every page, and the part of the search.
  assert.equal(stores.get("pages-kept-one")?.held.size, FILES.length + 1);
  assert.equal(stores.has("being-pages-kept-one"), false);
  const pages = fetched.filter((address) => !address.includes("/search/"));
  assert.ok(pages.includes(broken));
  assert.ok(pages.length < FILES.length);
});

test("what was begun is let go with the rest", async () => {
  published.delete(new URL("articles/two/index.html", BASE).href);
  const whole = new WholeEdition("one", new ListsOnRequest(names, BASE), BASE, "https://site.example/worker.js");
  await whole.keep();
  await whole.forget();
  assert.deepEqual([...stores.keys()], ["lists-on-request"]);
});

for (const [address, is] of /** @type {[string, boolean][]} */ ([
  ["https://site.example/guidance/articles/one/", true],
  ["https://site.example/guidance/images/one.svg", true],
  ["https://site.example/guidance/assets/app/main.js", false],
  ["https://site.example/guidance/assets/offline/0.json", false],
  ["https://site.example/guidance/assets/desk/press.zip", true],
  ["https://site.example/guidance/", true],
  ["https://site.example/guidance/articles/feed.xml", false],
  ["https://site.example/other/articles/one/", false],
  ["https://other.example/guidance/articles/one/", false],
]))
  test(`${address} ${is ? "may be" : "is not"} kept on request`, () => {
    assert.equal(isKeptOnRequest(new URL(address), BASE), is);
  });

test("a folder is sent as its page", () => {
  assert.equal(fileAt("https://site.example/guidance/articles/one/", BASE), "articles/one/index.html");
  assert.equal(fileAt("https://site.example/guidance/", BASE), "index.html");
  assert.equal(fileAt("https://site.example/guidance/images/one.svg", BASE), "images/one.svg");
});

/** @param {string | URL | Request} at */
function addressOf(at) {
  return at instanceof Request ? at.url : at.toString();
}
