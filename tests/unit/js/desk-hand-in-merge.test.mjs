import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, joinedText, linesOf, partsOf } from "../../../web/desk/hand-in/merge.js";
import { compared, settled } from "../../../web/desk/hand-in/newer.js";

const BASE = "one\ntwo\nthree\nfour\nfive\nsix\n";

/** @param {string} mine @param {string} theirs @param {string} [base] */
const both = (mine, theirs, base = BASE) => partsOf(mine, base, theirs).filter(({ kind }) => kind === "both");

test("changes of different lines are joined without a decision", () => {
  const parts = partsOf(BASE.replace("two", "2"), BASE, BASE.replace("five", "5"));
  assert.equal(joinedText(parts), "one\n2\nthree\nfour\n5\nsix\n");
});

test("a deletion and an insertion far from each other are joined", () => {
  const parts = partsOf(BASE.replace("two\n", ""), BASE, BASE.replace("six", "six\nseven"));
  assert.equal(joinedText(parts), "one\nthree\nfour\nfive\nsix\nseven\n");
});

test("the same change by both is one change", () => {
  const mine = BASE.replace("two", "2");
  assert.equal(joinedText(partsOf(mine, BASE, mine)), mine);
});

test("lines that both changed, and lines side by side, wait for a decision", () => {
  assert.deepEqual(both(BASE.replace("two", "2"), BASE.replace("two", "zwei")), [
    { kind: "both", mine: ["2\n"], base: ["two\n"], theirs: ["zwei\n"] },
  ]);
  assert.equal(both(BASE.replace("two", "2"), BASE.replace("three", "3")).length, 1);
  assert.equal(joinedText(partsOf(BASE.replace("two", "2"), BASE, BASE.replace("two", "zwei"))), null);
});

test("each choice gives just its lines", () => {
  const parts = partsOf(BASE.replace("two", "2"), BASE, BASE.replace("two", "zwei"));
  const chosen = (/** @type {import("../../../web/desk/hand-in/merge.js").Choice} */ choice) =>
    joinedText(parts, [choice])?.split("\n").slice(1, -5).join(",");
  assert.equal(chosen("mine"), "2");
  assert.equal(chosen("theirs"), "zwei");
  assert.equal(chosen("mine, theirs"), "2,zwei");
  assert.equal(chosen("theirs, mine"), "zwei,2");
});

test("a last line without an end does not run into the next", () => {
  const parts = partsOf("a\nmine", "a\n", "a\ntheirs");
  assert.equal(joinedText(parts, ["mine, theirs"]), "a\nmine\ntheirs");
});

test("a text that nobody else changed comes back to the byte, whatever its line ends", () => {
  for (const text of ["", "a", "a\n", "a\r\nb\r\n", "\n\n", "a\rb", "\uFEFFa\n"]) {
    assert.equal(linesOf(text).join(""), text);
    assert.equal(joinedText(partsOf(text, "x\n", "x\n")), text);
    assert.equal(joinedText(partsOf("x\n", "x\n", text)), text);
  }
});

/** @param {string[]} lines @param {string} [updated] */
const article = (lines, updated = "2026-01-01") =>
  ["---", 'title: "A"', `updatedAt: "${updated}"`, "changes:", ...lines, "tags: [x]", "---", "", "# A", ""].join("\n");
const entry = (/** @type {string} */ day, /** @type {string} */ words) =>
  `  - {date: "${day}", kind: "editorial", text: "${words}"}`;
const OLD = entry("2026-01-01", "Old.");

test("entries of the change log by both stay both, the newest first, with the later day", () => {
  const base = article([OLD]);
  const mine = article([entry("2026-03-02", "Mine."), OLD], "2026-03-02");
  const theirs = article([entry("2026-03-05", "Theirs."), OLD], "2026-03-05");
  const joined = article([entry("2026-03-05", "Theirs."), entry("2026-03-02", "Mine."), OLD], "2026-03-05");
  assert.equal(joinedText(partsOf(mine, base, theirs)), joined);
  assert.equal(joinedText(partsOf(theirs, base, mine)), joined);
});

test("a change log that both began is one, and so are entries of several lines", () => {
  const base = '---\ntitle: "A"\ntags: [x]\n---\n\n# A\n';
  const began = (/** @type {string} */ day, /** @type {string} */ words) =>
    base.replace(
      "tags:",
      `updatedAt: "${day}"\nchanges:\n  - date: "${day}"\n    kind: editorial\n    text: "${words}"\ntags:`,
    );
  assert.equal(
    joinedText(partsOf(began("2026-03-02", "Mine."), base, began("2026-03-05", "Theirs."))),
    base.replace(
      "tags:",
      'updatedAt: "2026-03-05"\nchanges:\n  - date: "2026-03-05"\n    kind: editorial\n    text: "Theirs."\n' +
        '  - date: "2026-03-02"\n    kind: editorial\n    text: "Mine."\ntags:',
    ),
  );
});

test("an entry that one has changed, and a list in the text, wait for a decision", () => {
  const base = article([OLD]);
  const mine = article([entry("2026-01-01", "Old, better.")]);
  assert.equal(joinedText(partsOf(mine, base, article([entry("2026-03-05", "Theirs."), OLD]))), null);
  const list = (/** @type {string} */ item) => `${base}\n- x\n${item}`;
  const dated = (/** @type {string} */ day) => `- {date: "${day}", text: "y"}\n`;
  assert.equal(joinedText(partsOf(list(dated("2026-03-02")), list(""), list(dated("2026-03-05")))), null);
});

test("the lines of two texts are told apart", () => {
  assert.deepEqual(differences("a\nb\n", "a\nc\nd\n"), [
    { of: "both", lines: ["a\n"] },
    { of: "first", lines: ["b\n"] },
    { of: "second", lines: ["c\n", "d\n"] },
  ]);
});

test("a file is written only where it differs from what is there, and where that is what it was begun from", () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const files = [
    { path: "content/same.md", text: "mine", base: "base" },
    { path: "content/mine.md", text: "mine", base: "base" },
    { path: "content/newer.md", text: "mine", base: "base" },
    { path: "content/gone.md", text: "mine", base: "base" },
    { path: "content/taken.md", text: "mine", base: null },
    { path: "content/picture.png", text: "", bytes: bytes("mine"), base: null },
  ];
  const there = new Map([
    ["content/same.md", bytes("mine")],
    ["content/mine.md", bytes("base")],
    ["content/newer.md", bytes("newer")],
    ["content/gone.md", null],
    ["content/taken.md", bytes("by somebody else")],
    ["content/picture.png", Uint8Array.of(0, 255)],
  ]);
  const change = { title: "x", summary: "", files };
  const { toWrite, conflicts } = compared(change, there);
  assert.deepEqual(
    toWrite.map(({ path }) => path),
    ["content/mine.md"],
  );
  assert.deepEqual(
    conflicts.map(({ path, theirs, parts }) => [path, theirs, parts !== null]),
    [
      ["content/newer.md", "newer", true],
      ["content/gone.md", null, false],
      ["content/taken.md", "by somebody else", true],
      ["content/picture.png", null, false],
    ],
  );

  // Whatever is chosen, nothing is left to ask about the same version.
  for (const choice of /** @type {const} */ (["mine", "theirs"])) {
    let after = change;
    for (const conflict of conflicts) after = /** @type {typeof change} */ (settled(after, conflict, choice));
    const again = compared(after, there);
    assert.deepEqual(again.conflicts, []);
    assert.equal(again.toWrite.length, choice === "mine" ? 5 : 1);
  }
});
