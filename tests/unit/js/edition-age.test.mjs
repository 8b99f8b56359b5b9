import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptCopy } from "../../../web/kept-copy.js";
import { ageNotice, daysBetween, keptLine } from "../../../web/offline/edition-age.js";

// A record has room for this much beside the answer; the calculators' own cautions keep it too.
const ROOM = 60;
const FRESH = { today: "2026-11-29", date: "2026-01-01", confirmed: "2026-11-29", limit: 90 };

test("days are counted over summer time and leap days", () => {
  assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
});

test("an edition that was found to be the newest today is not out of date, however old it is", () => {
  assert.equal(ageNotice({ ...FRESH, date: "2020-01-01" }), null);
});

// 2026-08-31 to 2026-11-29: 30 of September, 31 of October, 29 of November.
test("the limit itself is still within it", () => {
  assert.equal(ageNotice({ ...FRESH, confirmed: "2026-08-31" }), null);
});
test("a day past the limit every answer says since when nobody knows better", () => {
  const notice = ageNotice({ ...FRESH, confirmed: "2026-08-30" });
  assert.match(notice?.text ?? "", /last found to be the newest on 2026-08-30, 91 days ago\..*Go online/);
  assert.match(notice?.short ?? "", /91 days/);
});
test("without such a finding the day of the edition counts", () => {
  assert.match(ageNotice({ ...FRESH, confirmed: null })?.text ?? "", /is of 2026-01-01, 332 days ago/);
  assert.equal(ageNotice({ ...FRESH, date: "2026-11-20", confirmed: null }), null);
});
test("a site that sets no limit never says it", () => {
  assert.equal(ageNotice({ ...FRESH, confirmed: null, limit: 0 }), null);
});

test("a device whose date is before the edition is told that the age is not known", () => {
  const notice = ageNotice({ ...FRESH, today: "1970-01-01" });
  assert.match(notice?.text ?? "", /today is 1970-01-01, but this copy of the site is of 2026-11-29\. Set the date/);
});
test("a device whose date is before the last finding is told so too", () => {
  assert.match(ageNotice({ ...FRESH, today: "2026-06-01" })?.text ?? "", /Set the date of the device/);
});
test("a day's difference is a time zone", () => {
  assert.equal(ageNotice({ ...FRESH, today: "2026-11-28" }), null);
});

test("short words have room in a record", () => {
  const old = ageNotice({ ...FRESH, confirmed: "2000-01-01" });
  const clock = ageNotice({ ...FRESH, today: "1970-01-01" });
  const copy = new KeptCopy();
  copy.say(null, { iv_dose: "10.10" });
  const [newer] = copy.notices("iv_dose", "10.9");
  const [gone] = copy.notices("phq9", "1.0");
  for (const notice of [old, clock, newer, gone]) {
    const short = notice?.short ?? ".";
    assert.ok(short.length <= ROOM && !short.endsWith("."), short);
  }
});

test("an answer whose calculator is another in a newer edition says so, and no other answer does", () => {
  const copy = new KeptCopy();
  copy.say(null, { iv_dose: "2.1", phq9: "1.0" });
  assert.match(copy.notices("iv_dose", "2.0")[0]?.text ?? "", /it has version 2\.1 of this calculator; this is 2\.0/);
  assert.deepEqual(copy.notices("phq9", "1.0"), []);
  assert.match(copy.notices("gad7", "1.0")[0]?.text ?? "", /it no longer has this calculator/);
});

test("whoever shows an answer hears only of other words", () => {
  const copy = new KeptCopy();
  let heard = 0;
  copy.addEventListener("change", () => (heard += 1));
  const old = { text: "Old.", short: "old" };
  copy.say(old, null);
  copy.say({ ...old }, null);
  assert.equal(heard, 1);
  assert.deepEqual(copy.notices("phq9", "1.0"), [old]);
});

const JUNE = { date: "2026-06-01", isOlder: false, why: /** @type {const} */ ("unreachable") };

test("a kept page says how old it is, and when it was last the newest", () => {
  const line = keptLine({ today: "2026-06-02", confirmed: "2026-06-01" }, JUNE);
  assert.equal(line, "Kept copy of 2026-06-01, 1 day old. Last found to be the newest on 2026-06-01.");
});
test("a kept page of an older edition does not say that it was the newest", () => {
  const line = keptLine({ today: "2026-06-11", confirmed: "2026-06-10" }, { ...JUNE, isOlder: true });
  assert.equal(line, "Kept copy from an older edition of 2026-06-01, 10 days old.");
});
test("a kept page says that something else answered", () => {
  const line = keptLine({ today: "2026-06-11", confirmed: null }, { ...JUNE, why: "foreign" });
  assert.match(line, /^Something else answered in its place, such as the sign-in page/);
});
test("a kept page that is younger than the device's date allows says so", () => {
  assert.match(keptLine({ today: "2020-01-01", confirmed: null }, JUNE), /the date of this device is before it/);
});
