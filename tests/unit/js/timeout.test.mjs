import assert from "node:assert/strict";
import { test } from "node:test";
import { Timeout } from "../../../web/engine/timeout.js";

/** @param {(seconds: (count: number) => void, ended: () => number, timeout: Timeout) => void} act */
function timed(act) {
  const { setInterval, clearInterval } = globalThis;
  /** @type {(() => void) | null} */
  let tick = null;
  Object.assign(globalThis, {
    setInterval: (/** @type {() => void} */ called) => (tick = called),
    clearInterval: () => (tick = null),
  });
  let ends = 0;
  const timeout = new Timeout(3, () => (ends += 1));
  const seconds = (/** @type {number} */ count) => {
    for (; count > 0; count--) tick?.();
  };
  act(seconds, () => ends, timeout);
  Object.assign(globalThis, { setInterval, clearInterval });
}

test("it ends once, after its seconds", () =>
  timed((seconds, ended) => {
    seconds(2);
    assert.equal(ended(), 0);
    seconds(1);
    assert.equal(ended(), 1);
    seconds(10);
    assert.equal(ended(), 1);
  }));

test("renewed, it has all its seconds again", () =>
  timed((seconds, ended, timeout) => {
    seconds(2);
    timeout.renew();
    seconds(2);
    assert.equal(ended(), 0);
    seconds(1);
    assert.equal(ended(), 1);
  }));

test("renewed for longer, it has that long, and its own seconds when it is renewed again", () =>
  timed((seconds, ended, timeout) => {
    timeout.renew(7);
    seconds(6);
    assert.equal(ended(), 0);
    timeout.renew();
    seconds(2);
    assert.equal(ended(), 0);
    seconds(1);
    assert.equal(ended(), 1);
  }));

test("stopped, it never ends", () =>
  timed((seconds, ended, timeout) => {
    timeout.stop();
    seconds(10);
    assert.equal(ended(), 0);
  }));
