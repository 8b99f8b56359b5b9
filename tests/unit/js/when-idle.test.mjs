import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { whenIdle } from "../../../web/when-idle.js";

/** A browser that always has something else to do: it calls back when it must, and never else. */
function busyBrowser() {
  const page = /** @type {any} */ (globalThis);
  page.document = { readyState: "complete" };
  page.requestIdleCallback = (/** @type {() => void} */ act, { timeout = 0 } = {}) => {
    if (timeout) setTimeout(act, timeout);
  };
}

test("what waits for a browser to be idle is done in the end where it never is", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  busyBrowser();
  const act = mock.fn();
  whenIdle(act);
  mock.timers.tick(1_999);
  assert.equal(act.mock.callCount(), 0);
  mock.timers.tick(1);
  mock.timers.tick(30_000);
  assert.equal(act.mock.callCount(), 1);
  mock.timers.reset();
});
