import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtDocx, broughtHtml } from "../../../web/desk/bring/bring.js";
import { docx, p, r } from "../../support/brought/docx.mjs";

const SOFT = "<w:r><w:br/></w:r>";

/** What becomes of paragraphs; a / is a soft line end. @type {[string, string[], string][]} */
const LINES = [
  [
    "hyphens behind soft line ends",
    ["- BP every 10 min/- SpO2 all the time"],
    "- BP every 10 min\n- SpO2 all the time\n",
  ],
  ["a line above its items", ["Watch:/- BP/- SpO2"], "Watch:\n\n- BP\n- SpO2\n"],
  ["an item of two lines", ["- BP/every 10 min/- SpO2"], "- BP\\\n  every 10 min\n- SpO2\n"],
  ["one hyphen", ["Watch:", "- BP"], "Watch:\n\n- BP\n"],
  ["dashes", ["– BP", "– SpO2"], "- BP\n- SpO2\n"],
  ["one dash is one of the text", ["– BP"], "– BP\n"],
  ["a minus is one of the text", ["- 5 mmHg"], "\\- 5 mmHg\n"],
  ["bullets", ["• BP/• SpO2"], "- BP\n- SpO2\n"],
  ["numbers", ["1. Ask", "2. Measure"], "1. Ask\n2. Measure\n"],
  ["numbers with brackets, soft", ["3) Ask/4) Measure"], "3. Ask\n4. Measure\n"],
  ["one number is one of the text", ["5. mg"], "5\\. mg\n"],
];
for (const [what, lines, markdown] of LINES) {
  test(`signs typed by hand: ${what}`, async () => {
    const body = lines
      .map((line) =>
        p(
          line
            .split("/")
            .map((part) => r(part))
            .join(SOFT),
        ),
      )
      .join("");
    const { markdown: made, report } = await broughtDocx(await docx({ body }));
    assert.equal(made, markdown);
    assert.deepEqual(report.lost, []);
    const items = report.kept.find((one) => one.what === "items of lists");
    assert.equal(items?.inSource, items?.inMarkdown);
    assert.equal(
      items !== undefined,
      report.done.some((words) => words.startsWith("Lines that began with a sign")),
    );
  });
}

test("a dash in a cell says that there is nothing", () => {
  assert.match(
    broughtHtml("<table><tr><th>A</th></tr><tr><td><p>- none</p></td></tr></table>").markdown,
    /\| - none \|/,
  );
});

test("raised signs that became citations, and those of notes, are not counted as lost", async () => {
  const raised = (/** @type {string} */ text) => r(text, '<w:vertAlign w:val="superscript"/>');
  const { report } = await broughtDocx(
    await docx({
      body:
        p(
          r("So it is") +
            raised("1") +
            raised(",") +
            raised("2") +
            r(" and 10") +
            raised("3") +
            r(" more.") +
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>',
        ) +
        p(r("References", "<w:b/>")) +
        p("1. Daly EJ, et al. JAMA Psychiatry 2019;76:893.") +
        p("2. Zarate CA, et al. Arch Gen Psychiatry 2006;63:856."),
      footnotes: [r("A note.")],
    }),
  );
  const signs = report.kept.find(({ what }) => what === "raised or lowered signs");
  assert.deepEqual([signs?.inSource, signs?.inMarkdown], [1, 1]);
});
