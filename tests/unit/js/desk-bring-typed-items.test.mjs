import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtDocx, broughtHtml } from "../../../web/desk/bring/bring.js";
import { docx, p, r, tbl } from "../../support/brought/docx.mjs";

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

const BULLETS = [..."•·●○◦▪■□◆➢➤►‣⁃∙"];
for (const sign of BULLETS) {
  test(`${sign} is a bullet with space and words behind it, and else a part of the text`, () => {
    const ofLine = (/** @type {string} */ line) => broughtHtml(`<p>${line}</p>`).markdown;
    assert.equal(ofLine(`${sign} 5 mg of it`), "- 5 mg of it\n");
    assert.equal(ofLine(`<span>${sign}</span><span>&nbsp; </span><b>Ketamine</b>`), "- **Ketamine**\n");
    for (const line of [sign, `${sign}5 mg of it`, `${sign}Ketamine`]) assert.equal(ofLine(line), `${line}\n`);
    assert.equal(ofLine(`${sign} <br>Ketamine`), `${sign}\\\nKetamine\n`);
  });

  test(`${sign} in a cell stays, alone and before words`, () => {
    for (const words of [sign, `${sign} caution`, `${sign}5 mg`]) {
      for (const cell of [words, `<p>${words}</p>`, `<div><p>${words}</p></div>`]) {
        const { markdown } = broughtHtml(
          `<table><tr><th>Drug</th><th>${cell}</th></tr><tr><td>Ketamine</td><td>${cell}</td></tr></table>`,
        );
        assert.equal(markdown.split(words).length, 3, markdown);
      }
    }
  });
}

test("a point before a number is a part of it", () => {
  assert.equal(broughtHtml("<p>.5 mg of it</p><p>.5 mg more</p>").markdown, ".5 mg of it\n\n.5 mg more\n");
});

test("signs that are whole cells of Word's tables stay", async () => {
  const { markdown } = await broughtDocx(
    await docx({
      body: tbl([
        ["Drug", "Severe hypertension"],
        ["Ketamine", "●"],
        ["Esketamine", "○"],
      ]),
    }),
  );
  assert.equal(markdown, "| Drug | Severe hypertension |\n|---|---|\n| Ketamine | ● |\n| Esketamine | ○ |\n");
});

test("items in a frame of one cell are items", () => {
  const frame = "<table><tr><td><p>Watch:</p><p>• BP</p><p>• SpO2</p></td></tr></table>";
  assert.equal(broughtHtml(frame).markdown, "Watch:\n\n- BP\n- SpO2\n");
});

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

/** @type {[string, (number: number) => string][]} */
const NUMBERED = [
  ["a point", (number) => `${number}. `],
  ["a bracket", (number) => `${number}) `],
  ["a bullet", () => "• "],
];
for (const [what, signOf] of NUMBERED) {
  test(`references with ${what} before them are named as no items of a list`, () => {
    const works = [
      "Murrough JW, Iosifescu DV, et al. Am J Psychiatry 2013;170:1134.",
      "Daly EJ, et al. <i>JAMA Psychiatry</i> 2019;76:893.",
    ];
    const line = (/** @type {string} */ words, /** @type {number} */ i) => `<p>${signOf(i + 1)}${words}</p>`;
    const list = `<h2>References</h2>${works.map(line).join("")}`;
    const items = ["Ask", "Measure", "Give", "Wait"].map(line).join("");
    const alone = broughtHtml(`<p>So it is [1, 2].</p>${list}`);
    assert.equal(alone.references.length, 2);
    assert.equal(alone.report.done.filter((words) => words.startsWith("Lines that began")).length, 0);
    const { report } = broughtHtml(`<p>So it is [1, 2].</p>${items}${list}`);
    assert.deepEqual(
      report.done.filter((words) => words.startsWith("Lines that began")),
      [
        'Lines that began with a sign or number typed by hand are items of a list now: "Ask", "Measure", "Give" and 1 more.',
      ],
    );
  });
}
