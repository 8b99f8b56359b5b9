import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtDocx } from "../../../web/desk/bring/bring.js";
import { docx, item, p, r, styled, tbl, tc } from "../../support/brought/docx.mjs";

/** @import { Parts } from "../../support/brought/docx.mjs" */

const RAISED = '<w:vertAlign w:val="superscript"/>';

/** @param {Parts} parts */
const brought = async (parts) => broughtDocx(await docx(parts));

/** What is named as lost, without what concerns spaces. @param {Awaited<ReturnType<typeof brought>>} made */
const lost = ({ report }) => report.lost.map((one) => [one.what, one.words]);

/** @param {Awaited<ReturnType<typeof brought>>} made */
const asked = ({ report }) => report.doubts.map((one) => one.words);

test("deleted words do not come along, inserted ones do, and both are told", async () => {
  const made = await brought({
    body: p(
      `${r("Give ")}<w:ins w:id="1" w:author="A">${r("4 mg")}</w:ins>` +
        '<w:del w:id="2" w:author="A"><w:r><w:delText>40 mg</w:delText></w:r></w:del>' +
        `<w:moveFrom w:id="3">${r(" at once")}</w:moveFrom>${r(".")}`,
    ),
  });
  assert.equal(made.markdown, "Give 4 mg.\n");
  assert.deepEqual(lost(made), [
    ["deleted words (tracked changes)", "40 mg"],
    ["words moved elsewhere (tracked changes)", "at once"],
  ]);
  assert.match(asked(made).join(), /taken as text: "4 mg"/);
});

test("a deleted row of a table is named", async () => {
  const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc("1 mg")}${tc("2 mg")}</w:tr></w:tbl>`;
  const made = await brought({
    body: tbl([
      ["Time", "Dose"],
      ["0", "4 mg"],
    ]).replace("</w:tbl>", row),
  });
  assert.equal(made.markdown, "| Time | Dose |\n|---|---|\n| 0 | 4 mg |\n");
  assert.deepEqual(lost(made), [["deleted row of a table (tracked changes)", "1 mg 2 mg"]]);
});

test("comments, headers and footers are named with their words", async () => {
  const made = await brought({
    body: p(`${r("Give 4 mg.")}<w:r><w:commentReference w:id="1"/></w:r>`),
    comments: ["Or 8 mg?"],
    header: "Draft 3",
    footer: "Page 1",
  });
  assert.equal(made.markdown, "Give 4 mg.\n");
  assert.deepEqual(lost(made), [
    ["header of the pages", "Draft 3"],
    ["footer of the pages", "Page 1"],
    ["comment by Author", "Or 8 mg?"],
  ]);
  assert.equal(made.report.lost[2]?.where, "Give 4 mg.");
});

test("hidden words are left out and named, also when a style hides them", async () => {
  const made = await brought({ body: p(r("Seen.") + r(" Hidden 7.", "<w:vanish/>")) + styled("Secret", "Hidden 8.") });
  assert.equal(made.markdown, "Seen.\n");
  assert.deepEqual(lost(made), [
    ["hidden words", "Hidden 7."],
    ["hidden words", "Hidden 8."],
  ]);
});

test("symbols are the signs that they show; one that is not known is a question mark and is asked about", async () => {
  const sign = (/** @type {string} */ font, /** @type {string} */ code) =>
    `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const made = await brought({
    body:
      p(`${sign("Symbol", "F0B3")}${r("140, ")}${sign("Symbol", "F06D")}${r("g, ")}${sign("Wingdings", "F0E0")}`) +
      p(r("\uf0b3", '<w:rFonts w:ascii="Symbol"/>') + r("160")) +
      p(`${sign("House Font", "F0B3")}`),
  });
  assert.equal(made.markdown, "≥140, μg, →\n\n≥160\n\n?\n");
  assert.match(asked(made).join(), /font House Font \(F0B3\) is not known/);
});

test("headings by style, also by a style of the house; the title is the only one of level 1", async () => {
  const made = await brought({
    body: styled("Title", "Care") + styled("Heading1", "Before") + styled("Section", "At home") + p("Text."),
  });
  assert.equal(made.markdown, "# Care\n\n## Before\n\n### At home\n\nText.\n");
});

test("a level that is left out is closed, and asked about", async () => {
  const made = await brought({ body: styled("Heading1", "A") + styled("Heading3", "B") + styled("Heading1", "C") });
  assert.equal(made.markdown, "## A\n\n### B\n\n## C\n");
  assert.match(asked(made).join(), /none is left out: "B" from 3 to 3|"B" from 3/);
});

test("lists have the numbers that Word shows: behind a paragraph, begun again, in letters", async () => {
  const made = await brought({
    body: [
      item("One", 2),
      p("Between."),
      item("Two", 2),
      item("Inner", 2, 1),
      item("Again", 4),
      p("."),
      item("Letter", 3),
    ].join(""),
  });
  assert.equal(made.markdown, "1. One\n\nBetween.\n\n2. Two\n   1. Inner\n\n1) Again\n\n.\n\n1. Letter\n");
  assert.deepEqual(lost(made), [
    ["letters of a list", "a)"],
    ["letters of a list", "a)"],
  ]);
});

const NESTED = [
  [
    "bullets",
    [
      ["ListBullet", "A"],
      ["ListBullet2", "a"],
      ["ListBullet3", "i"],
      ["ListBullet2", "b"],
      ["ListBullet", "B"],
    ],
    "- A\n  - a\n    - i\n  - b\n- B\n",
  ],
  [
    "numbers",
    [
      ["ListNumber", "A"],
      ["ListNumber2", "a"],
      ["ListNumber3", "i"],
      ["ListNumber2", "b"],
      ["ListNumber", "B"],
    ],
    "1. A\n   1. a\n      1. i\n   2. b\n2. B\n",
  ],
  [
    "bullets within numbers",
    [
      ["ListNumber", "A"],
      ["ListBullet2", "a"],
      ["ListNumber", "B"],
    ],
    "1. A\n   - a\n2. B\n",
  ],
  [
    "a style of the house",
    [
      ["ListBullet", "A"],
      ["HouseBullet", "a"],
    ],
    "- A\n  - a\n",
  ],
  [
    "items that go on",
    [
      ["ListNumber", "A"],
      ["ListContinue", "More of A."],
      ["ListNumber2", "a"],
      ["ListContinue2", "More of a."],
      ["ListNumber", "B"],
    ],
    "1. A\n\n   More of A.\n\n   1. a\n\n      More of a.\n2. B\n",
  ],
  ["no item before it", [["ListContinue", "A paragraph."]], "A paragraph.\n"],
];

for (const [what, paragraphs, markdown] of /** @type {[string, [string, string][], string][]} */ (NESTED)) {
  test(`the built-in styles for lists keep their levels: ${what}`, async () => {
    const made = await brought({ body: paragraphs.map(([style, words]) => styled(style, words)).join("") });
    assert.equal(made.markdown, markdown);
    assert.deepEqual(lost(made), []);
    const items = made.report.kept.find((one) => one.what === "items of lists");
    assert.equal(items?.inSource, items?.inMarkdown);
  });
}

test("merged cells are repeated and asked about", async () => {
  const made = await brought({
    body: tbl([
      ["Time", "Dose"],
      [tc("Start", '<w:vMerge w:val="restart"/>'), "1 mg"],
      [tc("", "<w:vMerge/>"), "2 mg"],
      [tc("All", '<w:gridSpan w:val="2"/>')],
    ]),
  });
  assert.match(made.markdown, /\| Start \| 1 mg \|\n\| Start \| 2 mg \|\n\| All \| \|$/m);
  assert.match(asked(made).join(), /one wide cell.*"All".*repeated in each of them: "Start"/);
});

test("footnotes and endnotes stay notes, and those that name works are references", async () => {
  const note = (/** @type {string} */ kind) => `<w:r><w:${kind}Reference w:id="1"/></w:r>`;
  const plainNote = await brought({ body: p(r("A") + note("footnote") + r(".")), footnotes: [r("Not in 2019.")] });
  assert.equal(plainNote.markdown, "A[^1].\n\n[^1]: Not in 2019.\n");
  const work = await brought({
    body: p(r("A") + note("endnote") + r(".")),
    endnotes: [r("Daly EJ, et al. JAMA Psychiatry 2019;76:893. PMID: 31166571")],
  });
  assert.equal(work.markdown, "A [@pasted-1].\n");
  assert.equal(work.references[0]?.pmid, "31166571");
});

test("formulas stand in one line: fractions with /, powers raised", async () => {
  const run = (/** @type {string} */ text) => `<m:r><m:t>${text}</m:t></m:r>`;
  const fraction = `<m:f><m:num>${run("0.5×m")}</m:num><m:den>${run("40")}</m:den></m:f>`;
  const power = `<m:sSup><m:e>${run("x")}</m:e><m:sup>${run("2")}</m:sup></m:sSup>`;
  const made = await brought({ body: p(`${r("Rate ")}<m:oMath>${run("r=")}${fraction}${power}</m:oMath>`) });
  assert.equal(made.markdown, "Rate r=(0.5×m)/40x<sup>2</sup>\n");
  assert.match(asked(made).join(), /A formula is written in one line/);
});

test("a text box stands behind its paragraph, once, and is asked about", async () => {
  const box = (/** @type {string} */ inside) => `<w:txbxContent>${p(inside)}</w:txbxContent>`;
  const made = await brought({
    body: p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${box("Box 42")}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:shape><v:textbox>${box("Box 42")}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r("Anchor")}`,
    ),
  });
  assert.equal(made.markdown, "Anchor\n\nBox 42\n");
  assert.match(asked(made).join(), /A text box stands behind .*"Box 42"/);
});

test("a chart is named, and leaves a mark that the check finds", async () => {
  const made = await brought({
    body: p(
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1" descr="Pressure over time"/><a:graphic>' +
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>',
    ),
  });
  assert.equal(made.markdown, "\\[picture: Pressure over time]\n");
  assert.deepEqual(lost(made), [["chart", "Pressure over time"]]);
});

test("a picture comes as a file with the words that describe it", async () => {
  const picture =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A curve"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const made = await brought({ body: p(picture), picture: new Uint8Array([1, 2, 3]) });
  assert.equal(made.markdown, "![A curve](/images/articles/picture-1.png)\n");
  assert.deepEqual([...(made.pictures[0]?.bytes ?? [])], [1, 2, 3]);
});

test("links, the contents that Word makes, entry fields and simple fields", async () => {
  const made = await brought({
    body:
      styled("TOC1", "Before 3") +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("Click to enter 1")}</w:sdtContent></w:sdt>` +
      p(`<w:hyperlink r:id="rIdLink">${r("label")}</w:hyperlink>`) +
      p(`${r("Table ")}<w:fldSimple w:instr=" SEQ Table ">${r("1")}</w:fldSimple>`),
    links: { rIdLink: "https://example.org/?utm_source=x" },
  });
  assert.equal(made.markdown, "[label](https://example.org/)\n\nTable 1\n");
  assert.deepEqual(lost(made), [
    ["words that ask for an entry", "Click to enter 1"],
    ["table of contents", "Before 3"],
  ]);
});

test("every word of a file with all of these is in the Markdown or named", async () => {
  const made = await brought({
    body: [
      styled("Title", "Care 2"),
      p(r("Give 0.5 mg/kg") + r("1,2", RAISED) + r(" 77", "<w:vanish/>")),
      tbl([
        ["a", "1"],
        ["b", "2"],
      ]),
      item("Item 3"),
      styled("Heading1", "References"),
      p("1. A. J Test 2011;1:1."),
      p("2. B. J Test 2012;2:2."),
    ].join(""),
    header: "H 9",
  });
  assert.deepEqual(lost(made), [
    ["header of the pages", "H 9"],
    ["hidden words", "77"],
  ]);
  const numbers = made.report.kept.find((one) => one.what === "numbers");
  assert.equal(numbers?.inSource, numbers?.inMarkdown);
});

for (const [bytes, words] of /** @type {[number[], RegExp][]} */ ([
  [[0xd0, 0xcf, 0x11, 0xe0, 1], /older Word, or has a password/],
  [[1, 2, 3], /damaged, or another kind of file with the ending \.docx/],
  [[], /damaged, or another kind of file with the ending \.docx/],
])) {
  test(`a file that begins with ${bytes} is refused in words`, async () => {
    await assert.rejects(broughtDocx(new Uint8Array(bytes).buffer), words);
  });
}

test("a zip without a document is refused in words", async () => {
  const { default: JSZip } = await import("jszip");
  const zip = await new JSZip().file("a.txt", "a").generateAsync({ type: "arraybuffer" });
  await assert.rejects(broughtDocx(zip), /holds no text of Word/);
});
