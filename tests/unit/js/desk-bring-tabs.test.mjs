import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtDocx, broughtHtml } from "../../../web/desk/bring/bring.js";
import { docx, p, r, styled, tbl } from "../../support/brought/docx.mjs";

const TAB = "<w:r><w:tab/></w:r>";
const TABLE = "| Age | First dose | Highest dose |\n|---|---|---|\n| 65-74 y | 0.25 mg/kg | 0.5 mg/kg |\n";
const ROWS = [
  ["Age", "First dose", "Highest dose"],
  ["65-74 y", "0.25 mg/kg", "0.5 mg/kg"],
];

/** @param {string[]} cells */
const line = (cells) => p(cells.map((cell) => (cell ? r(cell) : "")).join(TAB));

/** @param {string} body */
const brought = async (body) => broughtDocx(await docx({ body }));

/** @param {Awaited<ReturnType<typeof brought>>} made */
const asked = ({ report }) => report.doubts.map(({ words }) => words).join("\n");

/** @param {Awaited<ReturnType<typeof brought>>} made */
const tables = ({ report }) => report.kept.find(({ what }) => what === "tables");

/** @type {[string, string][]} */
const PROGRAMS = [
  ["Word", `<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>`],
  ["Google Docs and Pages", `<span class="Apple-tab-span" style="white-space:pre">\t</span>`],
  ["LibreOffice", "\t"],
];

test("lines with as many cells, parted by tabs, are a table that is asked about", async () => {
  const made = await brought(ROWS.map(line).join(""));
  assert.equal(made.markdown, TABLE);
  assert.match(asked(made), /parted by tabs: "Age \| First dose \| Highest dose", "65-74 y .*Compare each cell/);
  assert.deepEqual([tables(made)?.inSource, tables(made)?.inMarkdown], [1, 1]);
});

test("so are lines that end softly, below others of their paragraph", async () => {
  const soft = `${r("Doses:")}<w:r><w:br/></w:r>${ROWS.map((row) => row.map((cell) => r(cell)).join(TAB)).join("<w:r><w:br/></w:r>")}`;
  assert.equal((await brought(p(soft))).markdown, `Doses:\n\n${TABLE}`);
});

test("a head of bold words is a heading row", async () => {
  const head = p(["Drug", "Dose"].map((word) => r(word, "<w:b/>")).join(TAB));
  const made = await brought(head + line(["Ketamine", "0.5 mg/kg"]));
  assert.equal(made.markdown, "| Drug | Dose |\n|---|---|\n| Ketamine | 0.5 mg/kg |\n");
  assert.doesNotMatch(asked(made), /no heading row/);
});

test("an empty cell between two tabs stays empty", async () => {
  const made = await brought([...ROWS, ["75 y", "", "0.4 mg/kg"]].map(line).join(""));
  assert.match(made.markdown, /^\| 75 y \| \| 0\.4 mg\/kg \|$/m);
});

for (const [program, tab] of PROGRAMS) {
  test(`tabs as ${program} writes them`, () => {
    const rows = ROWS.map((row) => `<p>\n\t\t${row.map((cell) => `<span>${cell}</span>`).join(tab)}\n\t</p>`);
    const made = broughtHtml(rows.join("\n"));
    assert.equal(made.markdown, TABLE);
    assert.match(asked(made), /parted by tabs/);
  });
}

test("one line is no table: its tab stays, and it is named with its words", async () => {
  const made = await brought(p("Doses.") + line(["75 y", "0.2 mg/kg"]) + p("End."));
  assert.equal(made.markdown, "Doses.\n\n75 y\t0.2 mg/kg\n\nEnd.\n");
  assert.match(asked(made), /makes no table by itself: "75 y \| 0\.2 mg\/kg"/);
  assert.equal(tables(made), undefined);
});

test("lines with another number of cells beside each other are no table, and each is named", async () => {
  const made = await brought([...ROWS, ["75 y", "0.2 mg/kg"]].map(line).join(""));
  assert.equal(made.markdown, "Age\tFirst dose\tHighest dose\n\n65-74 y\t0.25 mg/kg\t0.5 mg/kg\n\n75 y\t0.2 mg/kg\n");
  assert.equal(asked(made).match(/makes no table by itself/g)?.length, 3);
});

test("tabs in items, cells and headings stay and are named", async () => {
  const cell = tbl([["Drug"], ["a"]]).replace(r("a"), `${r("0.5")}${TAB}${r("1.0")}`);
  const made = await brought(styled("Heading1", `${r("Dose")}${TAB}${r("mg")}`) + cell);
  assert.equal(made.markdown, "# Dose\tmg\n\n| Drug |\n|---|\n| 0.5\t1.0 |\n");
  assert.equal(asked(made).match(/makes no table by itself/g)?.length, 2);
  const items = broughtHtml("<ul><li>Ketamine\t0.5</li><li>Esketamine\t56</li></ul>");
  assert.equal(items.markdown, "- Ketamine\t0.5\n- Esketamine\t56\n");
  assert.equal(asked(items).match(/makes no table by itself/g)?.length, 2);
});

for (const sign of ["++", "--", "a)", "1.", "•", "○", "-", "*", "i.", "[1]"]) {
  test(`${sign} before two cells is a cell itself`, async () => {
    for (const row of [
      [sign, "0.5 mg/kg", "40 min"],
      [sign, "", "40 min"],
    ]) {
      const made = await brought([["Grade", "Dose", "Time"], row, row].map(line).join(""));
      const written = `| ${row.join(" | ")} |`.replace(/ {2}/g, " ");
      assert.equal(
        made.markdown.replaceAll("\\", ""),
        `| Grade | Dose | Time |\n|---|---|---|\n${written}\n${written}\n`,
      );
      assert.match(asked(made), /parted by tabs: .*Compare each cell/);
    }
  });
}

for (const sign of ["++", "--", "+", "±", "≥", "%"]) {
  test(`${sign} is no sign of an item before one cell either`, async () => {
    const made = await brought(
      [
        ["Grade", "Time"],
        [sign, "40 min"],
        ["none", "20 min"],
      ]
        .map(line)
        .join(""),
    );
    assert.equal(made.markdown.split("\n").filter((row) => row.startsWith("| ")).length, 3, made.markdown);
  });
}

test("a line with as many tabs as the row before it is a row, also with one word", async () => {
  const head = ["Drug", "Dose", "Time"];
  const one = await brought([head, ["Esketamine", "", ""], ["Ketamine", "0.5", "40"]].map(line).join(""));
  assert.match(
    one.markdown,
    /^\| Drug \| Dose \| Time \|\n\|---\|---\|---\|\n\| Esketamine \| *\| *\|\n\| Ketamine \| 0\.5 \| 40 \|\n$/,
  );
  const last = await brought([head, ["Esketamine", "", ""]].map(line).join(""));
  assert.match(last.markdown, /^\| Drug .*\n.*\n\| Esketamine \|/);
  const two = await brought(
    [
      ["Drug", "Dose"],
      ["Ketamine", ""],
      ["Esketamine", "56"],
    ]
      .map(line)
      .join(""),
  );
  assert.match(two.markdown, /\n\| Ketamine \| *\|\n\| Esketamine \| 56 \|\n$/);
});

test("a single word above the rows is a line of its own", async () => {
  const made = await brought([["", "Doses", ""], ...ROWS].map(line).join(""));
  assert.equal(made.markdown, `Doses\n\n${TABLE}`);
});

/** @type {[string, string[][], string][]} */
const NO_CELLS = [
  [
    "at the beginning",
    [
      ["", "Give slowly."],
      ["", "Then wait."],
    ],
    "Give slowly.\n\nThen wait.\n",
  ],
  [
    "behind numbers of items",
    [
      ["1.", "Give slowly."],
      ["2.", "Wait."],
    ],
    "1. Give slowly.\n2. Wait.\n",
  ],
  [
    "behind letters",
    [
      ["a)", "Give slowly."],
      ["b)", "Wait."],
    ],
    "a) Give slowly.\n\nb) Wait.\n",
  ],
  [
    "behind signs that have two tabs",
    [
      ["1.", "", "Give slowly."],
      ["2.", "", "Wait."],
    ],
    "1. Give slowly.\n2. Wait.\n",
  ],
  [
    "behind bullets",
    [
      ["•", "Give slowly."],
      ["•", "Wait."],
    ],
    "- Give slowly.\n- Wait.\n",
  ],
  ["behind the label of a caption", [["Table 1.", "Doses"]], "Table 1. Doses\n"],
];
for (const [where, lines, markdown] of NO_CELLS) {
  test(`tabs ${where} part no cells`, async () => {
    const made = await brought(lines.map(line).join(""));
    assert.equal(made.markdown, markdown);
    assert.doesNotMatch(asked(made), /tabs/);
  });
}

test("a list of references with tabs is no table", async () => {
  const works = [
    "Daly EJ, et al. JAMA Psychiatry 2019;76:893.",
    "Zarate CA Jr, et al. Arch Gen Psychiatry 2006;63:856.",
  ];
  for (const sign of ["", ".", "]"]) {
    const list = works.map((work, i) => line([`${sign === "]" ? "[" : ""}${i + 1}${sign}`, work])).join("");
    const made = await brought(p("So it is [1, 2].") + styled("Heading1", "References") + list);
    assert.deepEqual(
      made.references.map(({ number, text }) => [number, text]),
      works.map((work, i) => [i + 1, work]),
    );
    assert.doesNotMatch(asked(made), /tabs/);
  }
});

test("tabs of the markup and of code are none of the text", () => {
  assert.equal(
    broughtHtml("<p>\n\t\tGive\n\t\tslowly.\n\t</p>\n\t<p>\t<b>Wait</b>\t</p>").markdown,
    "Give slowly.\n\n**Wait**\n",
  );
  assert.equal(broughtHtml("<pre>a\tb\nc\td</pre>").markdown, "```\na\tb\nc\td\n```\n");
});
