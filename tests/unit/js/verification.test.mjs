import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../../../web/engine/proof.js";
import { inputsOf, judged } from "../../../web/verify/judgment.js";
import { report } from "../../../web/verify/report.js";
import { Verification } from "../../../web/verify/verification.js";

const REPLY = '{"answer":{"dangers":["Stop: too fast"],"headline":"35 mg","values":{"dose_mg":35.0}}}';
const ROW = {
  about: "Weight: 30 kg, at a limit",
  entries: /** @type {[string, string][]} */ ([
    ["weight", "30"],
    ["weight_unit", "kg"],
  ]),
  checksum: crc32(REPLY),
  said: ["35 mg", "Stop: too fast"],
};
const EXPECTED = {
  calculator: "iv_dose",
  title: "IV ketamine dose",
  version: "2.0",
  words: { weight: "Weight", weight_unit: "Unit of weight", "weight_unit=kg": "kg" },
  rows: [ROW, { ...ROW, about: "Weight: 29.99 kg, at a limit" }],
};
const HERE = {
  site: "https://site.example",
  day: "2026-11-29",
  edition: { edition: "0123456789ab", date: "2026-11-01" },
  release: "1.0.0",
  browser: "A browser",
  startedFrom: "the snapshot",
  parts: /** @type {[string, string][]} */ ([["core.wasm", "sha256-abc"]]),
};
const never = new AbortController().signal;

test("the same reply agrees", () => {
  assert.deepEqual(judged(ROW, REPLY), { agrees: true, got: ROW.said });
});

test("another number differs and is shown", () => {
  assert.deepEqual(judged(ROW, REPLY.replace("35 mg", "63 mg")), { agrees: false, got: ["63 mg", "Stop: too fast"] });
});

test("a stop that is gone differs", () => {
  assert.equal(judged(ROW, REPLY.replace('"Stop: too fast"', "")).agrees, false);
});

test("a difference in what is not shown is told", () => {
  const { agrees, got } = judged(ROW, REPLY.replace("35.0", "36.0"));
  assert.equal(agrees, false);
  assert.match(got.at(-1) ?? "", /another part of the reply differs/);
});

test("a refusal in place of an answer shows its words", () => {
  const reply = '{"problems":[{"message":"Enter weight."}]}';
  assert.deepEqual(judged(ROW, reply), { agrees: false, got: ["Enter weight."] });
});

test("a reply that is no reply is shown as such", () => {
  assert.deepEqual(judged(ROW, "oops"), { agrees: false, got: ["A reply that cannot be read."] });
});

test("what was entered stands in the words of the form", () => {
  assert.equal(inputsOf(EXPECTED, ROW), "Weight: 30; Unit of weight: kg");
  assert.equal(inputsOf(EXPECTED, { ...ROW, entries: [] }), "Nothing");
});

test("a run in which all agree is passed", async () => {
  const verification = new Verification([EXPECTED], async () => REPLY);
  await verification.run(never);
  assert.equal(verification.isPassed, true);
  assert.match(report(verification, HERE), /Questions: 2\. Asked: 2\. Agree: 2\. Differ: 0\./);
});

test("a run with a difference is not passed, and its report tells the question, what was expected and what came", async () => {
  const replies = [REPLY, REPLY.replace("35 mg", "63 mg")];
  const verification = new Verification([EXPECTED], async () => replies.shift() ?? "");
  await verification.run(never);
  assert.equal(verification.isPassed, false);
  const written = report(verification, HERE);
  assert.match(written, /Differ: 1\./);
  assert.match(
    written,
    /iv_dose 2\.0: Weight: 29\.99 kg, at a limit\n.*Weight: 30; Unit of weight: kg\n.*35 mg.*\n.*63 mg/,
  );
  assert.match(written, /Edition: 0123456789ab, made on 2026-11-01/);
  assert.match(written, /core\.wasm: sha256-abc/);
});

test("a run that is stopped is not passed and says so", async () => {
  const stopping = new AbortController();
  const verification = new Verification([EXPECTED], async () => {
    stopping.abort();
    return REPLY;
  });
  await verification.run(stopping.signal);
  assert.equal(verification.isPassed, false);
  assert.equal(verification.results.length, 1);
  assert.match(report(verification, HERE), /Not finished: It was stopped\./);
});

test("a run in which the calculators fail tells why", async () => {
  const verification = new Verification([EXPECTED], () => Promise.reject(new Error("They did not pass their check.")));
  await verification.run(never);
  assert.equal(verification.isPassed, false);
  assert.match(report(verification, HERE), /Not finished: They did not pass their check\./);
});
