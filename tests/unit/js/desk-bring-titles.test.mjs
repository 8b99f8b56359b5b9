import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtDocx, broughtHtml } from "../../../web/desk/bring/bring.js";
import { docx, p, r, styled } from "../../support/brought/docx.mjs";

const TITLE = "Care on the day";
const SECTIONS = styled("Heading1", "Before") + p("Ask.") + styled("Heading2", "Questions") + p("Which?");
const HERE = { title: TITLE, isBegun: false };

/** @param {string} body @param {import("../../../web/desk/bring/bring.js").Into} [into] */
const brought = async (body, into) => broughtDocx(await docx({ body }), into && { into });

/** @param {Awaited<ReturnType<typeof brought>>} made */
const counted = ({ report }) => report.kept.find(({ what }) => what === "headings");

test("below a title the sections are ##, and the account says that they were of level 1", async () => {
  const made = await brought(styled("Title", TITLE) + SECTIONS, { title: "Another", isBegun: true });
  assert.equal(made.markdown, `# ${TITLE}\n\n## Before\n\nAsk.\n\n### Questions\n\nWhich?\n`);
  assert.equal(made.title, TITLE);
  assert.deepEqual(made.report.done, [
    "Levels of headings are changed: from 1 to 2 (##) once, from 2 to 3 (###) once.",
  ]);
});

test("a document whose title is its one heading of level 1 keeps all levels, and nothing is told", async () => {
  const body = styled("Heading1", TITLE) + styled("Heading2", "Before") + p("Ask.");
  const made = await brought(body, { title: "Another", isBegun: true });
  assert.equal(made.markdown, `# ${TITLE}\n\n## Before\n\nAsk.\n`);
  assert.deepEqual(made.report.done, []);
});

test("without a title of its own a document has none, and its sections stand below that of the article", async () => {
  const made = await brought(SECTIONS + styled("Heading1", "After"), { title: TITLE, isBegun: true });
  assert.equal(made.title, null);
  assert.match(made.markdown, /^## Before\n/);
  assert.match(made.report.done.join(), /from 1 to 2 \(##\) 2 times/);
});

for (const [how, first] of [
  ["by its style", styled("Title", "Care on the day:")],
  ["as heading of level 1", styled("Heading1", TITLE)],
  ["as a bold line", p(r(TITLE, "<w:b/>"))],
  ["as a plain line", p(TITLE)],
]) {
  test(`the title of the article is not put there once more: ${how}`, async () => {
    const made = await brought(`${first}${styled("Heading2", "Before")}${p("Ask.")}`, HERE);
    assert.equal(made.markdown, "## Before\n\nAsk.\n");
    assert.match(made.report.done.join(), /“Care on the day:?” is that of the article already/);
    assert.deepEqual(made.report.lost, []);
    assert.deepEqual([counted(made)?.inSource, counted(made)?.inMarkdown], [1, 1]);
  });
}

test("another title is a heading of the article, and the account says so", async () => {
  const made = await brought(styled("Title", "Night care") + SECTIONS, HERE);
  assert.equal(made.markdown, "## Night care\n\n### Before\n\nAsk.\n\n#### Questions\n\nWhich?\n");
  assert.match(made.report.done.join(), /has the title “Care on the day”. What was brought has another, “Night care”/);
  assert.match(made.report.done.join(), /from the title to 2 \(##\) once, from 1 to 3 \(###\) once, from 2 to 4/);
  assert.deepEqual(made.report.doubts, []);
});

test("a bold line at the top is the title of a text of its own, and a question in an article", async () => {
  const body = p(r("Night care", "<w:b/>")) + p("Ask.") + p(r("Doses", "<w:b/>")) + p("Give 4 mg.");
  const own = await brought(body, { title: TITLE, isBegun: true });
  assert.equal(own.markdown, "# Night care\n\nAsk.\n\n**Doses**\n\nGive 4 mg.\n");
  assert.match(own.report.doubts.map(({ words }) => words).join(), /“Night care” at the top is taken for the title/);
  assert.deepEqual([counted(own)?.inSource, counted(own)?.inMarkdown], [1, 1]);
  const within = await brought(body, HERE);
  assert.match(within.markdown, /^\*\*Night care\*\*\n/);
  assert.match(within.report.doubts.map(({ words }) => words).join(), /Is the bold line “Night care” a heading/);
});

test("a heading that was copied alone gets level 2, and the account names it", () => {
  const { markdown, report } = broughtHtml("<h1>Doses</h1>", { into: HERE });
  assert.equal(markdown, "## Doses\n");
  assert.deepEqual(report.done, ["Levels of headings are changed: from 1 to 2 (##) once."]);
});
