import assert from "node:assert/strict";
import { test } from "node:test";
import { reportText } from "../../../web/report/report-text.js";

const REPORT = {
  site: "A site",
  page: "https://site.invalid/calculators/one/",
  title: "One",
  browser: "A browser",
  isOnline: false,
  words: " It says 5, not 6. ",
  calculator: "One (one), version 1.0",
  entered: null,
};

test("a report holds page, version, browser and words, and no entry", () => {
  assert.equal(
    reportText(REPORT),
    [
      "Report of an error: A site",
      "Page: One, https://site.invalid/calculators/one/",
      "Calculator: One (one), version 1.0",
      "Browser: A browser, offline",
      "",
      "What is wrong, and what was expected:",
      "It says 5, not 6.",
    ].join("\n"),
  );
});

test("entries and answer follow when the reader has asked for it", () => {
  const entered = { entries: /** @type {[string, string][]} */ ([["weight", "70"]]), shown: "35 mg" };
  assert.ok(reportText({ ...REPORT, entered }).endsWith("\n\nEntered:\nweight=70\n\nShown:\n35 mg"));
});
