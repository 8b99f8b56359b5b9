import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { PointerPress } from "../../../web/calculator/pointer-press.js";

/** @param {(send: (...types: string[]) => void, said: () => string[], say: (words: string) => void, wait: (ms: number) => void) => void} act */
function onPage(act) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new EventTarget();
  const press = new PointerPress(page, new AbortController().signal);
  /** @type {string[]} */
  const said = [];
  const say = (/** @type {string} */ words) => press.whenOver(() => said.push(words));
  page.addEventListener("click", () => said.push("click"));
  const send = (/** @type {string[]} */ ...types) => {
    for (const type of types) page.dispatchEvent(new Event(type));
  };
  act(
    send,
    () => said,
    say,
    (ms) => mock.timers.tick(ms),
  );
  mock.timers.reset();
}

test("where nothing is pressed, words are shown at once", () =>
  onPage((_send, said, say) => {
    say("problem");
    assert.deepEqual(said(), ["problem"]);
  }));

test("what a finger leaves by a tap is spoken of after the click, which comes last of all", () =>
  onPage((send, said, say, wait) => {
    send("pointerdown", "pointerup", "mousedown");
    say("problem"); // the focus changes here
    send("mouseup", "click");
    wait(0);
    assert.deepEqual(said(), ["click", "problem"]);
  }));

test("an answer that arrives while the browser waits for a second tap does not move what was tapped", () =>
  onPage((send, said, say, wait) => {
    send("pointerdown", "pointerup");
    wait(300);
    say("answer");
    send("mousedown", "mouseup", "click");
    wait(0);
    assert.deepEqual(said(), ["click", "answer"]);
  }));

test("after a scroll no click comes, and nothing waits for one", () =>
  onPage((send, said, say, wait) => {
    send("pointerdown", "pointercancel");
    say("answer");
    wait(0);
    assert.deepEqual(said(), ["answer"]);
  }));

test("a choice in a menu ends its press, of which the browser may not tell the end", () =>
  onPage((send, said, say, wait) => {
    send("pointerdown", "mousedown", "input");
    say("answer");
    wait(0);
    assert.deepEqual(said(), ["answer"]);
  }));

test("a press without an end holds nothing back for more than two seconds", () =>
  onPage((send, said, say, wait) => {
    send("pointerdown", "mousedown");
    say("answer");
    wait(2000);
    assert.deepEqual(said(), ["answer"]);
  }));
