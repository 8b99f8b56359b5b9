import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { startEarly } from "../../../web/engine/early-start.js";

const ROOT = "https://site.invalid/guidance/";
const WORKER = `${ROOT}assets/app/worker-0123456789ab.js`;
let forbids = false;

/** @type {FakeWorker[]} */
let workers = [];

class FakeWorker {
  /** @type {((event: Event) => void) | null} */
  onmessage = null;
  /** @type {((event: Event) => void) | null} */
  onerror = null;

  /** @param {string} address @param {WorkerOptions} options */
  constructor(address, { name = "" }) {
    if (forbids) throw new Error("SecurityError");
    this.address = address;
    this.start = JSON.parse(name);
    workers.push(this);
  }
}

/** What is there after a page has started early. */
function started({ saveData = false } = {}, address = WORKER) {
  Object.assign(globalThis, { Worker: FakeWorker, document: { body: {} } });
  Object.defineProperty(globalThis, "navigator", { value: { connection: { saveData } }, configurable: true });
  startEarly(address, ROOT, ["phq9"]);
  return globalThis.earlyWorker;
}

afterEach(() => {
  workers = [];
  forbids = false;
  globalThis.earlyWorker = undefined;
});

test("the worker is started as the engine starts it, and its events are kept for the engine", () => {
  const early = started();
  assert.deepEqual(
    workers.map(({ address, start }) => [address, start]),
    [[WORKER, { clean: false, fresh: false, tools: ["phq9"] }]],
  );
  const [message, error] = [new Event("message"), new Event("error")];
  workers[0]?.onmessage?.(message);
  workers[0]?.onerror?.(error);
  assert.deepEqual(early?.events, [message, error]);
});

test("where the reader saves data nothing is started early", () => {
  started({ saveData: true });
  assert.equal(workers.length, 0);
});

test("a browser that forbids workers is left to the engine", () => {
  forbids = true;
  assert.equal(started(), undefined);
});

test("what is no worker of the site is not started", () => {
  assert.equal(started({}, `${ROOT}assets/app/other-0123456789ab.js`), undefined);
  assert.equal(workers.length, 0);
});
