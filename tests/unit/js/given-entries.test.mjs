import assert from "node:assert/strict";
import { test } from "node:test";
import { doubts, MOST_ENTRIES, tooMany, unplaced } from "../../../web/calculator/given-entries.js";

/** @typedef {[string, string][]} Entries */

test("what the form holds as it was given is in no doubt", () => {
  /** @type {Entries} */
  const given = [
    ["weight", "70"],
    ["flags", "a"],
    ["flags", "b"],
  ];
  assert.deepEqual(unplaced(given, [["minutes", "40"], ...given]), []);
  assert.deepEqual(doubts({ what: "link", version: "2.0", left: [] }, "2.0"), []);
});

for (const [what, given, placed, left] of /** @type {[string, Entries, Entries, Entries][]} */ ([
  ["an input that is not asked", [["suicidality", "yes"]], [], [["suicidality", "yes"]]],
  ["an option that there is no longer", [["flags", "renamed"]], [["flags", "none"]], [["flags", "renamed"]]],
  [
    "a second value of one field",
    [
      ["weight", "70"],
      ["weight", "80"],
    ],
    [["weight", "70"]],
    [["weight", "80"]],
  ],
  [
    "the same value twice",
    [
      ["weight", "70"],
      ["weight", "70"],
    ],
    [["weight", "70"]],
    [["weight", "70"]],
  ],
])) {
  test(`${what} is left over`, () => assert.deepEqual(unplaced(given, placed), left));
}

test("a blank entry says nothing and is never left over", () => {
  assert.deepEqual(unplaced([["note", " "]], []), []);
});

test("what is left out is named with its value, ten of them at most", () => {
  /** @type {Entries} */
  const left = Array.from({ length: 12 }, (_, place) => [`extra${place}`, "x"]);
  const [words = ""] = doubts({ what: "file", version: "1.0", left }, "1.0");
  assert.match(words, /^12 entries of this file have no place in this form and are left out: extra0: x; /);
  assert.match(words, /extra9: x and 2 more\.$/);
});

test("another version, and none, are said with the version that is here", () => {
  const [other = ""] = doubts({ what: "link", version: "1.0", left: [] }, "2.0");
  assert.match(other, /^This link was made with version 1\.0 of the calculator\. This is version 2\.0:/);
  const [none = ""] = doubts({ what: "link", version: null, left: [] }, "2.0");
  assert.match(none, /^This link does not say its version of the calculator\./);
});

test("very long names are cut", () => {
  const [words = ""] = doubts({ what: "link", version: "1", left: [["n".repeat(5000), "v".repeat(5000)]] }, "1");
  assert.ok(words.length < 300);
});

test("rows beyond what the form takes, and entries beyond all forms, are refused with their number", () => {
  const row = { name: "trials", one: "Trial", most: 50 };
  assert.equal(tooMany("link", [], [{ ...row, count: 50 }]), "");
  assert.equal(
    tooMany("link", [], [{ ...row, count: 51 }]),
    "This link holds 51 of “Trial”, and this form takes at most 50.",
  );
  /** @type {Entries} */
  const many = Array.from({ length: MOST_ENTRIES + 1 }, () => ["a", "b"]);
  assert.match(tooMany("file", many, []), /^This file holds 2001 entries, and at most 2000 are read\.$/);
});
