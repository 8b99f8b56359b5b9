import assert from "node:assert/strict";
import { test } from "node:test";
import { renumbered, rowCount } from "../../../web/calculator/rows.js";

test("there are as many rows as the entries speak of", () => {
  /** @type {[string, string][]} */
  const entries = [
    ["scale", "phq9"],
    ["scores.0.day", "2026-03-02"],
    ["scores.0.total", "21"],
    ["scores.1.day", "2026-03-16"],
    ["scores_before.7.day", "2026-01-01"],
  ];
  assert.equal(rowCount(entries, "scores"), 2);
});

test("rows that are missing between others are not made up", () => {
  assert.equal(
    rowCount(
      [
        ["trials.0.drug", "a"],
        ["trials.5.drug", "b"],
      ],
      "trials",
    ),
    2,
  );
});

test("there is one row at least", () => {
  assert.equal(rowCount([], "trials"), 1);
  assert.equal(rowCount([["trials", "none"]], "trials"), 1);
});

test("names and ids of a row get its new number, and no others", () => {
  assert.equal(renumbered("trials.2.drug", "trials", "2", "0"), "trials.0.drug");
  assert.equal(renumbered("history-1-trials-2-drug", "trials", "2", "0"), "history-1-trials-0-drug");
  assert.equal(renumbered("trials.12.drug", "trials", "2", "0"), "trials.12.drug");
  assert.equal(renumbered("other.2.drug", "trials", "2", "0"), "other.2.drug");
});

test("a list of ids is renumbered as a whole", () => {
  const ids = "x-1-past-trials-__row__-day-hint x-1-past-trials-__row__-day-problem";
  assert.equal(
    renumbered(ids, "past_trials", "__row__", "3"),
    "x-1-past-trials-3-day-hint x-1-past-trials-3-day-problem",
  );
});
