import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

/** @type {FakeWorker[]} */
let workers = [];
let runs = 0;

class FakeWorker {
  /** @type {unknown[]} */
  posted = [];
  /** @type {((event: Event) => void) | null} */
  onmessage = null;
  /** @type {((event: Event) => void) | null} */
  onerror = null;

  /** @param {string} address */
  constructor(address) {
    if (address === "forbidden.js") throw new Error("SecurityError");
    this.address = address;
    workers.push(this);
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.posted.push(message);
  }
}

/** Runs the script as a page does. @param {Record<string, string>} attributes of its element */
async function run(attributes, connection = {}) {
  Object.assign(globalThis, { Worker: FakeWorker, document: { currentScript: { dataset: attributes } } });
  Object.defineProperty(globalThis, "navigator", { value: { connection }, configurable: true });
  await import(`../../../web/engine/early-start.js?${++runs}`);
  return globalThis.earlyWorker;
}

afterEach(() => {
  workers = [];
  globalThis.earlyWorker = undefined;
});

test("the worker is started as the engine starts it, and its events are kept for the engine", async () => {
  const early = await run({ worker: "worker.js" });
  assert.deepEqual(
    workers.map(({ address, posted }) => [address, posted]),
    [["worker.js", [{ start: { clean: false, fresh: false } }]]],
  );
  const [message, error] = [new Event("message"), new Event("error")];
  workers[0]?.onmessage?.(message);
  workers[0]?.onerror?.(error);
  assert.deepEqual(early?.events, [message, error]);
});

test("a page that follows another in the same document starts no second worker", async () => {
  globalThis.earlyWorker = {};
  await run({ worker: "worker.js" });
  assert.equal(workers.length, 0);
});

test("where the reader saves data nothing is started early", async () => {
  await run({ worker: "worker.js" }, { saveData: true });
  assert.equal(workers.length, 0);
});

test("a browser that forbids workers is left to the engine", async () => {
  assert.equal(await run({ worker: "forbidden.js" }), undefined);
});
