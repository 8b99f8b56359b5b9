import assert from "node:assert/strict";
import { test } from "node:test";
import { packedSnapshot, unpackedSnapshot } from "../../../web/desk/packed-snapshot.js";

/** @param {Record<number, number>} bytes what is not zero, by its place @param {number} length */
function memory(bytes, length) {
  const made = new Uint8Array(length);
  for (const [at, byte] of Object.entries(bytes)) made[Number(at)] = byte;
  return made;
}

for (const [what, given] of Object.entries({
  "zeros at its end": memory({ 0: 1, 300: 2 }, 5000),
  "zeros at its beginning": memory({ 4999: 1 }, 5000),
  "zeros alone": memory({}, 1024),
  "no zeros": new Uint8Array(777).fill(9),
  nothing: memory({}, 0),
})) {
  test(`a snapshot with ${what} comes out as it went in`, () => {
    const file = packedSnapshot(given);
    assert.deepEqual(unpackedSnapshot(file.buffer), given);
  });
}

test("what holds only zeros takes no room", () => {
  assert.ok(packedSnapshot(memory({ 70000: 1 }, 1_000_000)).length < 1000);
});
