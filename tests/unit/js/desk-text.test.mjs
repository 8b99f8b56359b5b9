import assert from "node:assert/strict";
import { test } from "node:test";
import { isFormatted } from "../../../web/desk/write/bringing.js";
import {
  blockAt,
  changeBetween,
  headingAt,
  lineAt,
  listAt,
  placeOf,
  withWordsMarked,
} from "../../../web/desk/write/change.js";
import { matching } from "../../../web/desk/write/chooser.js";
import { fieldAt, linesOf, parted } from "../../../web/desk/write/front-matter.js";
import { shown, withLineEnds } from "../../../web/desk/write/line-ends.js";
import { nextItemAt } from "../../../web/desk/write/next-item.js";
import { fileName } from "../../../web/desk/write/picture.js";
import { squared, tableAt, withColumn, withoutColumn, withoutRow, withRow } from "../../../web/desk/write/table-at.js";
import { placed } from "../../../web/desk/write/table-dialog.js";

/** @import { Change } from "../../../web/desk/write/change.js" */

const ARTICLE = '---\ntitle: "Staging"\ntags:\n  - safety\nexcerpt: >\n  Long.\n---\n\n# Staging\n\nText.\n';

/** @param {string} text @param {Change} change */
const changed = (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to);

test("an article in two parts is the same text when they are joined", () => {
  const texts = [
    ARTICLE,
    ARTICLE.replaceAll("\n", "\r\n"),
    `\uFEFF${ARTICLE}`,
    "",
    "# No head\n",
    "---\nnever closed\n",
    "---\n---",
  ];
  for (const text of texts) {
    const { head, body } = parted(text);
    assert.equal(head + body, text);
  }
  assert.equal(parted(ARTICLE).body, "\n# Staging\n\nText.\n");
  assert.equal(parted("---\nnever closed\n").head, "");
  assert.equal(parted("---\n---").body, "");
});

test("a line of the front matter belongs to the field above it", () => {
  const { head } = parted(ARTICLE);
  assert.equal(linesOf(head), 7);
  assert.equal(fieldAt(head, 2), "title");
  assert.equal(fieldAt(head, 4), "tags");
  assert.equal(fieldAt(head, 6), "excerpt");
  assert.equal(fieldAt(head, 1), "");
});

test("a text that was shown and not changed keeps every line end", () => {
  for (const text of ["a\r\nb\r\n", "a\nb", "a\r\nb\nc\rd", "", "\r\n\r\n"]) {
    assert.equal(withLineEnds(shown(text), text), text);
  }
});

test("a changed line keeps the ends of the others", () => {
  assert.equal(withLineEnds("a\nB\nc\n", "a\r\nb\r\nc\r\n"), "a\r\nB\r\nc\r\n");
  assert.equal(withLineEnds("a\nnew\nb\nc\n", "a\r\nb\nc\r\n"), "a\r\nnew\r\nb\nc\r\n");
  assert.equal(withLineEnds("", "a\r\n"), "");
  assert.equal(withLineEnds("a\nb\nmore", "a\r\nb"), "a\r\nb\r\nmore");
});

test("the smallest change between two texts makes one of the other", () => {
  const pairs = [
    ["one two", "one 2 two"],
    ["aaa", "aa"],
    ["same", "same"],
    ["", "new"],
    ["old", ""],
    ["dose 😀 end", "dose 😁 end"],
    ["abab", "ab"],
  ];
  for (const [before = "", after = ""] of pairs) assert.equal(changed(before, changeBetween(before, after)), after);
  assert.deepEqual(changeBetween("one two", "one big two"), { from: 4, to: 4, insert: "big " });
  const { insert } = changeBetween("dose 😀 end", "dose 😁 end");
  assert.equal(insert, "😁");
});

test("a place is counted as press counts it: by characters, not by halves of one", () => {
  assert.equal(placeOf("😀a b\nc", 1, 3), 3);
  assert.equal(placeOf("one\ntwo", 2, 2), 5);
  assert.equal(placeOf("one", 9, 9), 3);
  assert.equal(lineAt("one\ntwo\n", 4), 2);
});

test("a block gets empty lines around it and stands behind the paragraph of the cursor", () => {
  assert.equal(
    changed("one\ntwo\n\nthree\n", blockAt("one\ntwo\n\nthree\n", 1, "| a |\n")),
    "one\ntwo\n\n| a |\n\nthree\n",
  );
  assert.equal(changed("", blockAt("", 0, "x")), "x\n");
  assert.equal(changed("one\n\n\n\ntwo", blockAt("one\n\n\n\ntwo", 5, "x")), "one\n\nx\n\ntwo");
  assert.equal(changed("end", blockAt("end", 3, "x")), "end\n\nx\n");
});

test("a heading is made of a line, of another level, and back", () => {
  assert.equal(changed("Doses", headingAt("Doses", 2, 2)), "## Doses");
  assert.equal(changed("## Doses", headingAt("## Doses", 2, 3)), "### Doses");
  assert.equal(changed("### Doses", headingAt("### Doses", 2, 3)), "Doses");
});

test("marked lines become a list, another kind of list, and lines again", () => {
  const lines = "Oxygen\nMask";
  assert.equal(changed(lines, listAt(lines, [0, 11], false)), "- Oxygen\n- Mask");
  assert.equal(changed("- Oxygen\n- Mask", listAt("- Oxygen\n- Mask", [0, 15], true)), "1. Oxygen\n2. Mask");
  assert.equal(changed("- Oxygen\n- Mask", listAt("- Oxygen\n- Mask", [0, 15], false)), lines);
  assert.equal(changed("Needed:\nOxygen", listAt("Needed:\nOxygen", [9, 9], false)), "Needed:\n\n- Oxygen");
});

test("the table around the cursor is read cell by cell", () => {
  const text = "Before\n\n| Drug | Dose |\n|---|:-:|\n| Ketamine | 0.5 \\| 1 |\n\nBehind";
  const table = tableAt(text, text.indexOf("Ketamine"));
  assert.deepEqual(table?.cells, [
    ["Drug", "Dose"],
    ["Ketamine", "0.5 | 1"],
  ]);
  assert.equal(text.slice(table?.from, table?.to).startsWith("| Drug"), true);
  assert.equal(text.slice(table?.to), "\n\nBehind");
  assert.equal(tableAt(text, 2), null);
  assert.equal(tableAt("| no rule |\n| a |", 3), null);
});

test("rows and columns come and go, and one cell always stays", () => {
  const cells = squared([["a", "b"], ["c"]]);
  assert.deepEqual(cells, [
    ["a", "b"],
    ["c", ""],
  ]);
  assert.deepEqual(withRow(cells, 1), [
    ["a", "b"],
    ["", ""],
    ["c", ""],
  ]);
  assert.deepEqual(withColumn(cells, 0), [
    ["", "a", "b"],
    ["", "c", ""],
  ]);
  assert.deepEqual(withoutRow([["a"]], 0), [["a"]]);
  assert.deepEqual(withoutColumn([["a"]], 0), [["a"]]);
});

test("pasted cells grow the grid and lie over what was there", () => {
  assert.deepEqual(
    placed(
      [["a", "b"]],
      [
        ["1", "2"],
        ["3", "4"],
      ],
      0,
      1,
    ),
    [
      ["a", "1", "2"],
      ["", "3", "4"],
    ],
  );
});

test("markup is read where it says more than its words", () => {
  assert.equal(isFormatted("<html><body><h2>Doses</h2></body></html>"), true);
  assert.equal(isFormatted('<p class="MsoNormal">One <b>bold</b> word</p>'), true);
  assert.equal(isFormatted("<span style='color:red'>## Doses</span>"), false);
  assert.equal(
    isFormatted("<meta charset='utf-8'><div style=\"font-family: Consolas, monospace\"><b>x</b></div>"),
    false,
  );
});

test("every word of a question has to be found, in any order", () => {
  const choices = [{ words: "Blood pressure before dosing" }, { words: "Dose", more: "by pressure of blood" }];
  assert.equal(matching(choices, "blood PRESSURE").length, 2);
  assert.equal(matching(choices, "dosing blood").length, 1);
  assert.equal(matching(choices, "").length, 2);
});

test("a picture's file has a name that every system takes", () => {
  assert.equal(fileName("Übersicht (final) 2.PNG"), "ubersicht-final-2");
  assert.equal(fileName("照片.png"), "picture");
});

/** The text after Enter at the bar, with a bar where the cursor is. @param {string} marked */
function entered(marked) {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const change = nextItemAt(text, [at, at]);
  if (!change) return null;
  const after = changed(text, change);
  const cursor = change.select?.[0] ?? 0;
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

test("Enter in an item of a list begins the next item, with the next number, and those below are numbered on", () => {
  assert.equal(entered("- Check the pressure.|\n\nText."), "- Check the pressure.\n- |\n\nText.");
  assert.equal(entered("- One|, two"), "- One\n- |, two");
  assert.equal(entered("- One | two"), "- One \n- |two");
  assert.equal(entered("  * inside|"), "  * inside\n  * |");
  assert.equal(entered("> - in a box|"), "> - in a box\n> - |");
  assert.equal(entered("- [x] done|"), "- [x] done\n- [ ] |");
  assert.equal(entered("9. Nine|"), "9. Nine\n10. |");
  assert.equal(
    entered("1. A|\n2. B\n   more\n\n3. C\n\nText.\n\n4. D"),
    "1. A\n2. |\n3. B\n   more\n\n4. C\n\nText.\n\n4. D",
  );
  assert.equal(entered("1) A|\n2. another list"), "1) A\n2) |\n2. another list");
});

test("Enter in an empty item ends the list, so that what is typed next is no part of it", () => {
  assert.equal(entered("- One\n- |"), "- One\n\n|");
  assert.equal(entered("- One\n- |\n\nText."), "- One\n\n|\n\nText.");
  assert.equal(entered("1. One\n2. |"), "1. One\n\n|");
  assert.equal(entered("> - One\n> - |"), "> - One\n>\n> |");
  assert.equal(entered("Text.\n\n- |"), "Text.\n\n|");
});

test("Enter is a line break outside of lists, in code, before an item and where words are marked", () => {
  for (const text of ["Text.|", "# Title|", "|- One", "-| One", "- - -|", "2026.5|", "~~~\n- code|\n~~~"]) {
    assert.equal(entered(text), null, text);
  }
  assert.equal(nextItemAt("- One", [2, 5]), null);
  const { from, to } = nextItemAt("- One two", [5, 5]) ?? {};
  assert.deepEqual([from, to], [5, 6]); // and no word is written anew, so that none is marked where it is taken back
});

test("a bold line that becomes a heading loses its stars", () => {
  const made = (/** @type {string} */ line) => changed(line, headingAt(line, 0, 3));
  assert.equal(made("**Who may start**"), "### Who may start");
  assert.equal(made("## __Who may start__ "), "### Who may start");
  assert.equal(made("**Who** may **start**"), "### **Who** may **start**");
  assert.equal(made("**Who may** start"), "### **Who may** start");
});

test("words that are to be replaced are marked in what is put in", () => {
  const text = "One.\n\nTwo.\n";
  const change = withWordsMarked(blockAt(text, 4, "> [!NOTE]\n> (write here: what stands beside the text)\n"));
  assert.equal(changed(text, change).slice(...(change.select ?? [])), "(write here: what stands beside the text)");
  const other = blockAt(text, 4, "| A |");
  assert.deepEqual(withWordsMarked(other), other);
});
