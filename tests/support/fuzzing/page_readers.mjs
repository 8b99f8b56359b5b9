// Reads lines of JSON, {reader, text}, gives each text to a reader of the page, and says "held" or what did not hold.
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { doubts, LONGEST_LINK, tooMany, unplaced } from "../../../web/calculator/given-entries.js";
import { linked, linkTo } from "../../../web/calculator/permalink.js";
import { asFile, fromFile } from "../../../web/calculator/saved-file.js";

/** @typedef {[string, string][]} Entries */

const SLOW = 2_000;
const VERSION = "1.0";
const PAGE = new URL("https://site.example/calculators/x/");

/** What a form without a place for every second entry makes of them. @param {Entries} entries @param {string | null} version */
function checkEntries(entries, version) {
  for (const entry of entries) assert.ok(entry.length === 2 && entry.every((part) => typeof part === "string"));
  if (tooMany("link", entries, [])) return;
  const filled = entries.filter(([, value]) => value.trim());
  assert.deepEqual(unplaced(entries, entries), [], "what stands in the form is left over");
  const placed = entries.filter((_, place) => place % 2 === 0);
  const left = unplaced(entries, placed);
  const there = placed.filter(([, value]) => value.trim()).length;
  assert.equal(left.length + there, filled.length, "an entry was lost");
  const found = doubts({ what: "link", version, left }, VERSION);
  assert.equal(found.length > 0, left.length > 0 || version !== VERSION, "a doubt was lost");
}

/** @type {Record<string, (text: string) => void>} */
const readers = {
  fragment(text) {
    const found = linked(text, "iv_dose");
    if (found === null) return;
    if ("refused" in found) return assert.ok(text.length > LONGEST_LINK);
    checkEntries(found.entries, found.version);
    const link = linkTo(PAGE, { calculator: "iv_dose", version: VERSION }, found.entries, found.days);
    if (link === null) return;
    const again = linked(new URL(link).hash, "iv_dose");
    const filled = found.entries.filter(([, value]) => value.trim());
    assert.deepEqual(again, { entries: filled, days: found.days, version: VERSION });
  },
  file(text) {
    const found = fromFile(text, "course");
    if ("refused" in found) return assert.match(found.refused, /^(?:This file |Choose a saved worksheet: this file )/);
    checkEntries(found.entries, found.version);
    const { entries, days, saved } = found;
    const again = fromFile(asFile({ calculator: "course", version: VERSION, saved, entries, days }), "course");
    assert.deepEqual(again, { entries, days, saved, version: VERSION });
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { reader, text } = JSON.parse(line);
  const begun = performance.now();
  let said = "held";
  try {
    readers[reader]?.(text);
    assert.ok(performance.now() - begun < SLOW, `it took ${performance.now() - begun} ms`);
  } catch (thrown) {
    said = String(thrown);
  }
  console.log(JSON.stringify(said));
}
