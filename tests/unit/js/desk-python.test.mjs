import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { DeskPython } from "../../../web/desk/python.js";

const PARTS = /** @type {any} */ ({
  worker: "python-worker-0A1B2C3D.js",
  resumed: { snapshot: { address: "snapshot.bin" } },
});

/** @type {FakeWorker[]} */
let workers = [];

class FakeWorker extends EventTarget {
  /** @type {any[]} */
  posted = [];
  terminated = false;

  /** @param {string} address @param {WorkerOptions} options */
  constructor(address, { name = "" }) {
    super();
    this.address = address;
    this.start = JSON.parse(name);
    workers.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    this.posted.push(message);
  }

  terminate() {
    this.terminated = true;
  }

  /** @type {((event: Event) => void) | null} */
  onmessage = null;
  /** @type {((event: Event) => void) | null} */
  onerror = null;

  /** @param {object} data */
  says(data) {
    const event = Object.assign(new Event("message"), { data });
    this.onmessage?.(event);
    this.dispatchEvent(event);
  }

  /** What it was asked. */
  get asked() {
    return this.posted.map(({ text }) => JSON.parse(text));
  }

  /** Replies to the last question. @param {object} reply */
  replies(reply) {
    this.says({ question: this.posted.at(-1).question, reply: JSON.stringify(reply) });
  }
}

const last = () => /** @type {FakeWorker} */ (workers.at(-1));
/** How each worker was started, and whether it was ended. */
const everyWorker = () => workers.map(({ start, terminated }) => [start.resumes, terminated]);
/** What is settled has been told. */
const told = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  Object.assign(globalThis, { Worker: FakeWorker, document: { addEventListener() {} } });
  globalThis.sitePolicy = /** @type {any} */ ({ createScriptURL: (/** @type {string} */ address) => address });
});

/** @type {DeskPython[]} */
let made = [];
const desk = () => {
  const python = new DeskPython(PARTS);
  made.push(python);
  return python;
};

afterEach(() => {
  // Ends what waits for a worker of a test: one that was ready is started again first, and its time limit would keep Node for a minute.
  for (const python of made) while (python.state !== "failed") last().says({ refused: "stalled", detail: "" });
  workers = [];
  made = [];
});

test("it is started once, from the snapshot, and asked one question after the other", async () => {
  const python = desk();
  python.start();
  python.start();
  const [first, second] = [python.open({ path: "a" }), python.open({ path: "b" })];
  assert.equal(workers.length, 1);
  assert.equal(last().start.resumes, true);
  last().says({ ready: true });
  await python.ready;
  assert.deepEqual(last().asked, [{ service: "open", path: "a" }]);
  last().replies({ ok: true, value: 1 });
  last().replies({ ok: true, value: 2 });
  assert.deepEqual(await Promise.all([first, second]), [1, 2]);
});

/** Runs the page's first script, as a page does that has these settings. @param {any} parts */
async function startedEarly(parts) {
  const currentScript = { src: "https://site.invalid/assets/desk/early-start-0A1B2C3D.js" };
  const page = {
    currentScript,
    getElementById: () => ({ textContent: JSON.stringify({ python: parts }) }),
    addEventListener() {},
  };
  Object.assign(globalThis, { document: page });
  await import(`../../../web/desk/early-start.js?${Math.random()}`);
}

test("the worker that was started early is taken, with what it has said since", async () => {
  await startedEarly(PARTS);
  last().says({ ready: true });
  const python = desk();
  await python.start();
  assert.equal(workers.length, 1);
  const opened = python.open({ path: "a" });
  last().replies({ ok: true, value: 1 });
  assert.equal(await opened, 1);
});

test("a worker that failed before anybody listened ends, and another is started in the same way", async () => {
  await startedEarly(PARTS);
  workers[0]?.onerror?.(new Event("error"));
  desk().start();
  assert.deepEqual(everyWorker(), [
    [true, true],
    [true, false],
  ]);
});

test("what it refused early is told by it, and only the first start takes the early worker", async () => {
  await startedEarly(PARTS);
  last().says({ refused: "damaged", detail: "" });
  const python = desk();
  python.start();
  assert.deepEqual(everyWorker(), [
    [true, true],
    [false, false],
  ]);
});

test("a worker that was started early in another way ends, and one is started as it is asked for", async () => {
  await startedEarly({ ...PARTS, resumed: null });
  desk().start();
  assert.deepEqual(everyWorker(), [
    [false, true],
    [true, false],
  ]);
});

test("a page whose browser forbids workers is left to what tells the editor", async () => {
  Object.assign(globalThis, { Worker: mock.fn(() => assert.fail("SecurityError")) });
  await startedEarly(PARTS);
  const python = desk();
  await assert.rejects(python.start(), { reason: "unsupported" });
});

test("what Python refuses is told in its words", async () => {
  const python = desk();
  const opened = python.open({ path: "a" });
  last().says({ ready: true });
  last().replies({ ok: false, words: "There is no file a." });
  await assert.rejects(opened, { name: "DeskRefusal", message: "There is no file a.", reason: null });
});

test("of the checks of one file that wait, only the newest is carried out, and all get its answer", async () => {
  const python = desk();
  const asked = ["1", "2", "3"].map((text) => python.check({ path: "a", text }));
  const other = python.check({ path: "b", text: "4" });
  last().says({ ready: true });
  last().replies({ ok: true, value: "newest" });
  last().replies({ ok: true, value: "other" });
  assert.deepEqual(
    last().asked.map(({ path, text }) => [path, text]),
    [
      ["a", "3"],
      ["b", "4"],
    ],
  );
  assert.deepEqual(await Promise.all([...asked, other]), ["newest", "newest", "newest", "other"]);
});

test("a check that is being carried out is not changed by a newer one", async () => {
  const python = desk();
  python.start();
  last().says({ ready: true });
  const first = python.check({ path: "a", text: "1" });
  const second = python.check({ path: "a", text: "2" });
  last().replies({ ok: true, value: "one" });
  last().replies({ ok: true, value: "two" });
  assert.deepEqual(await Promise.all([first, second]), ["one", "two"]);
});

test("a worker that is lost is started again with every file that was changed, and asked once more", async () => {
  const python = desk();
  python.start();
  last().says({ ready: true });
  python.keep({
    files: [
      { path: "a", text: "kept" },
      { path: "gone", text: null },
    ],
  });
  last().replies({ ok: true, value: null });
  const checked = python.check({ path: "b", text: "new" });
  last().says({ refused: "died", detail: "" });
  assert.equal(workers[0]?.terminated, true);
  last().says({ ready: true });
  assert.deepEqual(last().asked.at(-1), {
    service: "keep",
    files: [
      { path: "a", text: "kept" },
      { path: "gone", text: null },
      { path: "b", text: "new" },
    ],
  });
  last().replies({ ok: true, value: null });
  assert.deepEqual(last().asked.at(-1), { service: "check", path: "b", text: "new" });
  last().replies({ ok: true, value: "answer" });
  assert.equal(await checked, "answer");
});

test("a question that loses the worker twice is refused in words, and others are answered", async () => {
  const python = desk();
  const fatal = python.check({ path: "a", text: "fatal" });
  const other = python.open({ path: "b" });
  const refused = assert.rejects(fatal, { reason: "died", message: /Nothing that you typed is lost/ });
  last().says({ ready: true });
  last().says({ refused: "died", detail: "" });
  last().says({ ready: true });
  last().replies({ ok: true, value: null }); // the files
  last().says({ refused: "died", detail: "" });
  await refused;
  last().says({ ready: true });
  last().replies({ ok: true, value: null });
  last().replies({ ok: true, value: "other" });
  assert.equal(await other, "other");
});

test("where it cannot resume, it is started as published; where that fails too, it says why and can be tried again", async () => {
  const python = desk();
  const opened = python.open({ path: "a" });
  const refused = assert.rejects(opened, { reason: "damaged" });
  last().says({ refused: "damaged", detail: "" });
  assert.deepEqual(
    workers.map(({ start }) => start.resumes),
    [true, false],
  );
  last().says({ refused: "damaged", detail: "" });
  await refused;
  await assert.rejects(python.ready);
  assert.equal(python.state, "failed");
  assert.match(python.message ?? "", /did not arrive as it was published/);
  await assert.rejects(python.open({ path: "a" }));
  python.retry();
  assert.equal(last().start.fresh, true);
  last().says({ ready: true });
  await python.ready;
  assert.equal(python.state, "ready");
});

test("the share of the bytes is told while they come", async () => {
  const python = desk();
  /** @type {(number | null)[]} */
  const shares = [];
  python.addEventListener("change", () => shares.push(python.progress));
  python.start();
  last().says({ progress: 0.5 });
  last().says({ step: "python" });
  last().says({ ready: true });
  await told();
  assert.deepEqual(shares, [null, 0.5, null]);
});
