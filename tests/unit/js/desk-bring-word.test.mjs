import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { asSubheadings, broughtHtml } from "../../../web/desk/bring/bring.js";

const read = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../support/brought/${name}`, import.meta.url), "utf8");
const word = broughtHtml(read("word.html"));
const lost = (/** @type {string} */ what) =>
  word.report.lost.filter((one) => one.what === what).map((one) => one.words);
const asked = (/** @type {RegExp} */ words) => word.report.doubts.filter((one) => words.test(one.words));

/** @param {string} html */
const markdownOf = (html) => broughtHtml(html).markdown.trim();

test("the title of Word is the only heading of level 1, and the numbers of headings are named", () => {
  assert.deepEqual(word.markdown.match(/^#+ .*$/gm), [
    "# Monitoring during and after an infusion",
    "## Why monitor",
    "### Steps",
  ]);
  assert.deepEqual(lost("numbers of headings"), ["1. 1.1 2."]);
});

test("in an article that has its title no heading gets level 1", () => {
  const { markdown } = broughtHtml(read("word.html"), { into: { title: "Monitoring", isBegun: false } });
  assert.deepEqual(markdown.match(/^#+ .*$/gm), [
    "## Monitoring during and after an infusion",
    "### Why monitor",
    "#### Steps",
  ]);
});

test("Word's paragraphs with bullets are a list that nests, and a sign of more-than in it stays a sign", () => {
  assert.match(word.markdown, /^- Blood pressure\n {2}- every 15 min\n- \\> 160\/100 mmHg: wait$/m);
});

test("a numbered list goes on behind a paragraph with the number that Word showed", () => {
  assert.match(
    word.markdown,
    /^1\. Measure before the dose\.\n2\. Start\.\n\nThen wait\.\n\n3\. Observe for 2 hours\.$/m,
  );
});

test("raised numbers are citations behind a word, and stay raised in units and powers", () => {
  assert.match(word.markdown, /0\.5 mg\/kg \[@pasted-1; @pasted-2\] and falls within 2 hours \[@pasted-3\]\./);
  assert.match(word.markdown, /1\.7 m<sup>2<\/sup>, and the count 10<sup>9<\/sup>\/L/);
});

test("the list of references is taken out, with its identifiers, also of a link", () => {
  assert.deepEqual(
    word.references.map(({ number, doi, pmid }) => [number, doi, pmid]),
    [
      [1, "10.1176/appi.ajp.2013.13030392", null],
      [2, null, "37224232"],
      [3, "10.1016/S0006-3223(96)00548-3", null],
    ],
  );
  assert.doesNotMatch(word.markdown, /Murrough|References/);
});

test("a sign of the font Symbol is the sign that it shows", () =>
  assert.match(word.markdown, /A value ≥ 180\/110 mmHg/));

test("soft hyphens go, unbreakable spaces become plain, and both are told", () => {
  assert.match(word.markdown, /is a reason to stop/);
  assert.match(lost("hidden characters").join(), /1 soft hyphen .*unbreakable/);
});

test("deleted words do not come along, inserted ones do, and both are told", () => {
  assert.match(word.markdown, /^Give 4 mg of ondansetron\.$/m);
  assert.deepEqual(lost("deleted words (tracked changes)"), ["1 mg"]);
  assert.equal(asked(/"4 mg"/).length, 1);
});

test("hidden words, comments and the table of contents are named and left out", () => {
  assert.deepEqual(lost("hidden words"), ["Ask the pharmacy for 12 boxes."]);
  assert.deepEqual(lost("comment"), ["[JS1]Is this 110 or 105?", "[JS1]"]);
  assert.deepEqual(lost("table of contents"), ["1. Why monitor 2"]);
  assert.doesNotMatch(word.markdown, /JS1|105|boxes|\.\.\. 2/);
});

test("a footnote stays a footnote", () => {
  assert.match(word.markdown, /reason to stop\.\[\^1\]/);
  assert.match(word.markdown, /^\[\^1\]: By the label, 140 systolic is already a caution\.$/m);
});

test("a cell over two rows stands in both, a cell of two paragraphs has two lines, and it is asked about", () => {
  assert.match(
    word.markdown,
    /^\| Time \| Blood pressure \|\n\|---\|---\|\n\| Start \| Yes<br>120 \\\| 80 \|\n\| Start \| After 15 min \|$/m,
  );
  assert.equal(asked(/repeated in each of them: "Start"/).length, 1);
});

test("a picture on the editor's disk is named, and leaves a mark that the check finds", () => {
  assert.match(word.markdown, /\[picture: Course of the blood pressure\]/);
  assert.match(lost("picture").join(), /clip_image002\.png/);
});

test("a bold line is asked about, and becomes a heading when the editor says so", () => {
  const [doubt] = asked(/bold line/);
  assert.equal(doubt?.heading, "After the infusion");
  assert.match(asSubheadings(word.markdown, ["After the infusion"]), /^#### After the infusion$/m);
  assert.equal(asSubheadings(word.markdown, ["Another"]), word.markdown);
});

test("bold lines become headings of one level below the heading above them, but not in code", () => {
  const text = "**One**\n\n## A\n\n**One**\n\nText **One**.\n\n**Two *of* 3\\.**\n\n~~~\n**One**\n~~~\n";
  const made = "## One\n\n## A\n\n### One\n\nText **One**.\n\n**Two *of* 3\\.**\n\n~~~\n**One**\n~~~\n";
  assert.equal(asSubheadings(text, ["One"]), made);
  assert.equal(asSubheadings("**One**\n", ["One"], 3), "#### One\n");
  assert.equal(asSubheadings("**Dose \\[mg\\]**\n", ["Dose [mg]"], 6), "###### Dose \\[mg\\]\n");
});

test("an address loses those who follow readers, and words that are struck out are asked about", () => {
  assert.match(word.markdown, /\[label\]\(https:\/\/www\.accessdata\.fda\.gov\/label\?id=7\), not ~~2 mg~~/);
  assert.equal(asked(/struck out.*"2 mg"/).length, 1);
});

test("what was counted on both sides agrees", () => {
  const { kept } = word.report;
  const sides = (/** @type {string} */ what) =>
    kept.filter((one) => one.what === what).map((one) => [one.inSource, one.inMarkdown]);
  assert.deepEqual(sides("headings"), [[3, 3]]);
  assert.deepEqual(sides("items of lists"), [[6, 6]]);
  assert.deepEqual(sides("tables"), [[1, 1]]);
  assert.deepEqual(sides("footnotes"), [[1, 1]]);
  assert.deepEqual(sides("numbers"), [[32, 32]]);
  assert.deepEqual(lost("words that were not found again"), []);
});

for (const [source, markdown] of [
  ["<p>+ 0.5 points</p>", "\\+ 0.5 points"],
  ["<p>- 3.2 points</p>", "\\- 3.2 points"],
  ["<p>2026. It is longer</p>", "2026\\. It is longer"],
  ["<p>5 *10* 6</p>", "5 \\*10\\* 6"],
  ["<p># 5</p>", "\\# 5"],
  ["<p>~35 mg, 0.5~1 mg</p>", "\\~35 mg, 0.5~1 mg"],
  ["<p>not ~~1 mg~~</p>", "not \\~\\~1 mg\\~\\~"],
  ["<p>[Max]: 40 mg</p>", "\\[Max]: 40 mg"],
  ["<p>5 &lt;b and &lt;script&gt;</p>", "5 \\<b and \\<script>"],
  ["<p><s>1</s>2 mg</p>", "~~1~~ 2 mg"],
  ["<p>3<i>4</i>5</p>", "345"],
  ["<p><b>Dose:</b>35 mg</p>", "**Dose**:35 mg"],
  ["<p><b>0.5</b><b> mg</b> <b></b>daily</p>", "**0.5 mg** daily"],
  ["<p>a<br><br>b<br>c</p>", "a\n\nb\\\nc"],
  ["<p>• Blood pressure</p><p>• Heart rate</p>", "- Blood pressure\n- Heart rate"],
  ["<p>ﬁrst</p>", "first"],
]) {
  test(`${source} is written ${JSON.stringify(markdown)}`, () => assert.equal(markdownOf(source ?? ""), markdown));
}

test("the built-in styles for lists keep their levels on the clipboard, where each numbering has one level", () => {
  const item = (/** @type {string} */ style, /** @type {string} */ sign, /** @type {string} */ words) =>
    `<p class=${style} style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${words}</p>`;
  const made = broughtHtml(
    [
      item("MsoListNumber", "1.", "A"),
      "<p class=MsoListContinue>More of A.</p>",
      item("MsoListBullet2CxSpFirst", "·", "a"),
      item("MsoListBullet3", "·", "i"),
      item("MsoListNumber", "2.", "B"),
    ].join("\n"),
  );
  assert.equal(made.markdown, "1. A\n\n   More of A.\n\n   - a\n     - i\n2. B\n");
});
