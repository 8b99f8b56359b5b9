import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv } from "../../../web/calculator/csv.js";

test("lines end as RFC 4180 says, the last one too", () => {
  assert.equal(
    asCsv({
      head: ["Day", "Dose"],
      rows: [
        ["1", "35 mg"],
        ["2", ""],
      ],
    }),
    "Day,Dose\r\n1,35 mg\r\n2,\r\n",
  );
});

test("commas, quotes and line breaks are quoted", () => {
  const rows = [["a,b", 'say "ah"', "two\nlines"]];
  assert.equal(asCsv({ head: ["1", "2", "3"], rows }), '1,2,3\r\n"a,b","say ""ah""","two\nlines"\r\n');
});
