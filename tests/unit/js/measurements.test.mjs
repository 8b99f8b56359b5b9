import assert from "node:assert/strict";
import { test } from "node:test";
import { Measurements } from "../../../web/calculator/measurements.js";

const TODAY = "2026-03-01";
const WEIGHT = { name: "weight", label: "Weight", unit: "weight_unit", day: "weight_on" };
/** @type {[string, string][]} */
const ENTRIES = [
  ["weight", "70"],
  ["weight_unit", "kg"],
];

/** @param {number} mostDays */
const asked = (mostDays = 0) => new Measurements([WEIGHT], mostDays);

/** What is said of a weight that a link gives with these days. @param {string[]} days @param {number} [mostDays] */
const said = (days, mostDays) =>
  asked(mostDays).take({ what: "link", entries: ENTRIES, days: days.map((day) => ["weight_on", day]) }, ENTRIES, TODAY);

test("a weight of today with its unit is in no doubt", () => assert.deepEqual(said([TODAY]), []));

// 2026 is no leap year: the day before the 1st of March is the 28th of February.
for (const [what, days, words] of /** @type {[string, string[], RegExp][]} */ ([
  ["without a day", [], /does not say on which day “Weight” was measured/],
  ["of yesterday", ["2026-02-28"], /measured on 2026-02-28, a day ago/],
  ["of a year ago", ["2025-03-01"], /measured on 2025-03-01, 365 days ago/],
  ["of tomorrow", ["2026-03-02"], /on 2026-03-02\. By the clock of this device that is to come/],
  ["of a day that the calendar has not", ["2026-02-30"], /says “2026-02-30” .* no day/],
  ["of a day in another order", ["01.03.2026"], /says “01\.03\.2026” .* no day/],
  ["of a moment", ["2026-03-01T10:00:00Z"], /no day/],
  ["of two days", [TODAY, TODAY], /says “2026-03-01 and 2026-03-01” .* no day/],
])) {
  test(`a weight ${what} is in doubt`, () => {
    const doubts = said(days);
    assert.equal(doubts.length, 1);
    assert.match(doubts[0] ?? "", words);
  });
}

test("the setting says how old a weight may be", () => {
  assert.deepEqual(said(["2026-02-22"], 7), []);
  assert.match(said(["2026-02-21"], 7)[0] ?? "", /8 days ago/);
});

test("the days between are whole where a clock changes between them", () => {
  // In most of Europe clocks go forward on 2026-03-29 and back on 2026-10-25.
  for (const [from, to] of [
    ["2026-03-28", "2026-03-30"],
    ["2026-10-24", "2026-10-26"],
  ]) {
    const doubts = asked(0).take(
      { what: "link", entries: ENTRIES, days: [["weight_on", from ?? ""]] },
      ENTRIES,
      to ?? "",
    );
    assert.match(doubts[0] ?? "", /2 days ago/);
  }
});

test("a number without its unit is in doubt", () => {
  /** @type {[string, string][]} */
  const entries = [["weight", "154"]];
  const doubts = asked().take({ what: "link", entries, days: [["weight_on", TODAY]] }, entries, TODAY);
  assert.deepEqual(doubts, ["This link does not name the unit of “Weight”. Choose it as the source has it."]);
});

test("a form without a weight asks for no day", () => {
  assert.deepEqual(asked().take({ what: "link", entries: [["weight", " "]], days: [] }, [], TODAY), []);
});

test("a day of what is not asked, or not given, has no place", () => {
  /** @type {[string, string][]} */
  const days = [
    ["weight_on", TODAY],
    ["height_on", TODAY],
  ];
  assert.deepEqual(asked().unplaced(ENTRIES, days), [["height_on", TODAY]]);
  assert.deepEqual(asked().unplaced([], days), days);
});

test("what was typed here is of today", () => assert.deepEqual(asked().days(ENTRIES, TODAY), [["weight_on", TODAY]]));

test("a weight keeps the day that it was given with until it is another one", () => {
  const measurements = asked();
  measurements.take({ what: "link", entries: ENTRIES, days: [["weight_on", "2026-01-15"]] }, ENTRIES, TODAY);
  assert.deepEqual(measurements.days(ENTRIES, TODAY), [["weight_on", "2026-01-15"]]);
  /** @type {[string, string][]} */
  const changed = [
    ["weight", "71"],
    ["weight_unit", "kg"],
  ];
  assert.deepEqual(measurements.days(changed, TODAY), [["weight_on", TODAY]]);
});

test("a weight that is read in another unit keeps its day", () => {
  const measurements = asked();
  /** @type {[string, string][]} */
  const without = [["weight", "70"]];
  measurements.take({ what: "link", entries: without, days: [["weight_on", "2026-01-15"]] }, without, TODAY);
  assert.deepEqual(
    measurements.days(
      [
        ["weight", "70"],
        ["weight_unit", "lb"],
      ],
      TODAY,
    ),
    [["weight_on", "2026-01-15"]],
  );
});

test("a weight that came without a day is given on without one", () => {
  const measurements = asked();
  measurements.take({ what: "link", entries: ENTRIES, days: [] }, ENTRIES, TODAY);
  assert.deepEqual(measurements.days(ENTRIES, TODAY), []);
});
