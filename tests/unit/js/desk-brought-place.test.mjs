import assert from "node:assert/strict";
import { test } from "node:test";
import { isFormatted } from "../../../web/desk/write/bringing.js";
import { broughtAt, headingOf, isInCode, movedTo } from "../../../web/desk/write/brought-place.js";
import { isCells } from "../../../web/desk/write/pasting.js";

const TABLE = "| A |\n|---|\n| 1 |\n";
const BLOCK = "| A |\n|---|\n| 1 |";

/** @param {string} marked a text in which [ and ] mark what is selected, ‸ the cursor @param {string} markdown */
function made(marked, markdown) {
  const [from, to] = marked.includes("‸")
    ? [marked.indexOf("‸"), marked.indexOf("‸")]
    : [marked.indexOf("["), marked.indexOf("]") - 1];
  const text = marked.replace(/[‸[\]]/g, "");
  const change = broughtAt(text, [from, to], markdown);
  const after = text.slice(0, change.from) + change.insert + text.slice(change.to);
  const place = change.select?.[0] ?? 0;
  return `${after.slice(0, place)}‸${after.slice(place)}`;
}

/** @type {[string, string, string][]} */
const PLACES = [
  ["before a heading", "\n# T\n\nOne.\n\n‸## Two\n\nThree.\n", `\n# T\n\nOne.\n\n${BLOCK}‸\n\n## Two\n\nThree.\n`],
  ["before a paragraph", "\n# T\n\n‸One.\n", `\n# T\n\n${BLOCK}‸\n\nOne.\n`],
  ["within a paragraph", "\n# T\n\nOne. ‸Two.\n", `\n# T\n\nOne.\n\n${BLOCK}‸\n\nTwo.\n`],
  ["behind a paragraph", "\n# T\n\nOne.‸\n\nTwo.\n", `\n# T\n\nOne.\n\n${BLOCK}‸\n\nTwo.\n`],
  ["on an empty line", "\n# T\n\nOne.\n\n‸\n\nTwo.\n", `\n# T\n\nOne.\n\n${BLOCK}‸\n\nTwo.\n`],
  ["at the end", "\n# T\n\nOne.\n‸", `\n# T\n\nOne.\n\n${BLOCK}‸\n`],
  ["above the title", "‸\n# T\n\nOne.\n", `\n# T\n\n${BLOCK}‸\n\nOne.\n`],
  ["in the title", "\n# T‸itle\n\nOne.\n", `\n# Title\n\n${BLOCK}‸\n\nOne.\n`],
  ["in a list", "\n# T\n\n- on‸e\n- two\n\nThree.\n", `\n# T\n\n- one\n- two\n\n${BLOCK}‸\n\nThree.\n`],
  ["in a table", "\n# T\n\n| B |\n|---|\n| ‸2 |\n\nThree.\n", `\n# T\n\n| B |\n|---|\n| 2 |\n\n${BLOCK}‸\n\nThree.\n`],
  ["over marked words", "\n# T\n\nOne [old] two.\n", `\n# T\n\nOne\n\n${BLOCK}‸\n\ntwo.\n`],
  ["over a marked paragraph", "\n# T\n\n[Old.]\n\nTwo.\n", `\n# T\n\n${BLOCK}‸\n\nTwo.\n`],
];
for (const [where, marked, after] of PLACES) {
  test(`a block that is brought goes where the cursor stands: ${where}`, () => {
    assert.equal(made(marked, TABLE), after);
  });
}

test("words stay in their line, in the place of what is marked", () => {
  assert.equal(made("Give ‸it.\n", "**slowly**\n"), "Give **slowly**‸it.\n");
  assert.equal(made("Give [at once] it.\n", "**slowly**\n"), "Give **slowly**‸ it.\n");
});

test("a place moves with the text before it, which was written meanwhile", () => {
  assert.deepEqual(movedTo([4, 6], "One two", "One two"), [4, 6]);
  assert.deepEqual(movedTo([4, 6], "One two", "And One two"), [8, 10]);
  assert.deepEqual(movedTo([4, 4], "One two", "One two three"), [4, 4]);
});

test("the title is read as it is shown", () => {
  assert.equal(headingOf("\n# Doses of 5\\*3 {#doses}\n\n## Other\n"), "Doses of 5*3");
  assert.equal(headingOf("## Other\n"), "");
});

test("code is what stands between two fences", () => {
  const text = "One\n\n```\na\n```\n\nTwo";
  assert.deepEqual(
    [isInCode(text, 0), isInCode(text, text.indexOf("a")), isInCode(text, text.length)],
    [false, true, false],
  );
});

/** @type {[string, boolean][]} */
const COPIED = [
  ["a\tb\nc\td", true],
  ["a\tb\r\nc\td\r\n", true],
  ["a\tb\n\t2\n", true],
  ['"two\nlines\tx"\tb\nc\td', true],
  ["Sign\tMeaning\n•\tcaution", true],
  ["a)\t0.5\t40 min\nb)\t0.2\t40 min", true],
  ["++\tstrong\n+\tweak", true],
  ["1.\tStop the infusion\n2.\tCall for help", false],
  ["•\tDo not drive\n•\tDo not sign", false],
  ["a)\tStop\nb)\tCall", false],
  ["–\tStop\n–\tCall", false],
  ["a\tb", false],
  ["a\tb\nc\td\te", false],
  ["a\tb\nno tab", false],
  ["\tindented\n\ttwice", false],
  ["a\nb", false],
  ["", false],
];
for (const [text, isSo] of COPIED) {
  test(`${JSON.stringify(text)} is ${isSo ? "" : "not "}taken for cells`, () => assert.equal(isCells(text), isSo));
}

/** @type {[string, string, boolean][]} */
const MARKUP = [
  ["Word's tabs", "<p>Age<span style='mso-tab-count:1'>&nbsp; </span>Dose</p>", true],
  ["tabs of Google Docs", '<p>Age<span class="Apple-tab-span" style="white-space:pre">\t</span>Dose</p>', true],
  ["tabs of LibreOffice", "<p>Age\tDose</p>", true],
  ["tabs that set out the markup", "<p>\n\t\tAge\n\t</p>\n\t<p>\tDose</p>", false],
  ["tabs of a text editor", "<meta charset='utf-8'><div style='font-family: Menlo'>a\tb</div>", false],
];
for (const [what, html, isSo] of MARKUP) {
  test(`markup with ${what} says ${isSo ? "more" : "no more"} than its words`, () =>
    assert.equal(isFormatted(html), isSo));
}
