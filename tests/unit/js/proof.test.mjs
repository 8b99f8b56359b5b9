import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, prove } from "../../../web/engine/proof.js";

const REPLY = '{"answer":{"headline":"35 mg","values":{"dose_mg":35}}}';
const KNOWN = /** @type {[string, number][]} */ ([['{"weight":70}', crc32(REPLY)]]);

test("the checksum is that of the standard", () => {
  // The check value of CRC-32/ISO-HDLC.
  assert.equal(crc32("123456789"), 0xcbf43926);
  assert.equal(crc32(""), 0);
});

test("the whole question is asked, and its reply proves the calculator", async () => {
  /** @type {string[]} */
  const asked = [];
  await prove(KNOWN, "iv_dose", async (question) => {
    asked.push(question);
    return REPLY;
  });
  assert.deepEqual(asked, ['{"calculator":"iv_dose","values":{"weight":70}}']);
});

test("a reply with the right values and other words is refused", async () => {
  const other = REPLY.replace('"35 mg"', '"63.6 mg"');
  await assert.rejects(
    prove(KNOWN, "iv_dose", () => other),
    { reason: "wrong" },
  );
});
