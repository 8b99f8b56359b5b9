import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtHtml, withKeys, withNumbers, withoutKey } from "../../../web/desk/bring/bring.js";

const WORKS = [1, 2, 3, 4, 5].map((n) => `<p>${n}. Author A. Title ${n}. J Test 201${n};1:1.</p>`);
const LIST = `<h2>References</h2>${WORKS.join("")}`;

/** The first paragraph of a text with five references. @param {string} html */
const cited = (html) => broughtHtml(`<p>${html}</p>${LIST}`).markdown.split("\n")[0];

for (const [source, markdown] of [
  ["within a day [1].", "within a day [@pasted-1]."],
  ["within a day[1, 3].", "within a day [@pasted-1; @pasted-3]."],
  ["within a day [2–4].", "within a day [@pasted-2; @pasted-3; @pasted-4]."],
  ["within a day [1][3].", "within a day [@pasted-1; @pasted-3]."],
  ["within a day [1]–[3].", "within a day [@pasted-1; @pasted-2; @pasted-3]."],
  ["within a day [2, table 1].", "within a day [@pasted-2, table 1]."],
  ["within a day [1; 2].", "within a day [@pasted-1; @pasted-2]."],
  ["within a day.<sup>1,2</sup> Then", "within a day [@pasted-1; @pasted-2]. Then"],
  ["within a day<sup>1–3</sup>", "within a day [@pasted-1; @pasted-2; @pasted-3]"],
  ["within a day.¹˒² Then", "within a day [@pasted-1; @pasted-2]. Then"],
  ["within a day (1,2).", "within a day [@pasted-1; @pasted-2]."],
  ["within a day [9].", "within a day \\[9]."],
  ["1.7 m<sup>2</sup> and 10<sup>5</sup>", "1.7 m<sup>2</sup> and 10<sup>5</sup>"],
  ["1.7 m² and kg/m³", "1.7 m² and kg/m³"],
  ["<i>R</i><sup>2</sup> of x<sup>2</sup>", "*R*<sup>2</sup> of x<sup>2</sup>"],
  ["in <b>remission</b><sup>2</sup>", "in **remission** [@pasted-2]"],
  ["a dose [Max] of [5 mg]", "a dose \\[Max] of \\[5 mg]"],
]) {
  test(`${source} is written ${markdown}`, () => assert.equal(cited(source ?? ""), markdown));
}

test("a raised number behind another could be a power, so it is left and asked about", () => {
  const { markdown, report } = broughtHtml(`<p>140<sup>3</sup></p>${LIST}`);
  assert.match(markdown, /^140<sup>3<\/sup>$/m);
  assert.match(report.doubts[0]?.words ?? "", /raised 3 behind "140" a citation or a power/);
});

test("a raised number that the list does not have is asked about", () => {
  const { report } = broughtHtml(`<p>day<sup>9</sup> [1-5]</p>${LIST}`);
  assert.deepEqual(
    report.doubts.map((one) => one.words),
    ['Is the raised 9 behind "day" a citation? The list has no such reference.'],
  );
});

test("numbers in round brackets are citations where no others are, and asked about", () => {
  const { markdown, report } = broughtHtml(`<p>a day (1,2). Dose (3)</p>${LIST}`);
  assert.match(markdown, /^a day \[@pasted-1; @pasted-2\]\. Dose \[@pasted-3\]$/m);
  assert.match(report.doubts[0]?.words ?? "", /round brackets are taken for citations: \(1, 2\), \(3\)/);
  assert.match(
    broughtHtml(`<p>either (1) a or (2) b [3]</p>${LIST}`).markdown,
    /^either \(1\) a or \(2\) b \[@pasted-3\]$/m,
  );
});

test("references that nothing cites are asked about", () => {
  const { report } = broughtHtml(`<p>day [1, 3]</p>${LIST}`);
  assert.match(report.doubts[0]?.words ?? "", /Not cited in the text: reference 2, 4, 5\./);
});

test("a text without a list has no citations: a number in brackets stays one", () => {
  const { markdown, references } = broughtHtml("<p>Grade [1]</p>");
  assert.equal(markdown, "Grade \\[1]\n");
  assert.deepEqual(references, []);
});

const BY_YEAR =
  "<h2>References</h2><p>Daly EJ, Trivedi MH. (2019). Efficacy of esketamine. JAMA Psychiatry, 76(9), 893-903.</p>" +
  "<p>Murrough JW, Iosifescu DV. (2013). Antidepressant efficacy. Am J Psychiatry, 170, 1134-1142.</p>";

test("citations by author and year are found in a list without numbers", () => {
  const { markdown, references } = broughtHtml(
    `<p>It lasts (Murrough et al., 2013; Daly &amp; Trivedi, 2019). Daly et al. (2019) saw it in May (2019).</p>${BY_YEAR}`,
  );
  assert.equal(markdown, "It lasts [@pasted-2; @pasted-1]. Daly et al. [@pasted-1] saw it in May (2019).\n");
  assert.deepEqual(
    references.map((one) => one.number),
    [1, 2],
  );
});

test("one that the list does not have is asked about", () => {
  const { markdown, report } = broughtHtml(`<p>It lasts (Anand, 2023). (Daly, 2019; Murrough, 2013)</p>${BY_YEAR}`);
  assert.match(markdown, /\(Anand, 2023\)/);
  assert.match(report.doubts[0]?.words ?? "", /Does \(Anand, 2023\) cite a work of the list/);
});

test("words behind the list stay in the text", () => {
  const { markdown, references } = broughtHtml(`<p>day [1-5]</p>${LIST}<h2>Thanks</h2><p>To all.</p>`);
  assert.match(markdown, /^## Thanks\n\nTo all\.$/m);
  assert.equal(references.length, 5);
});

test("keys take the place of numbers, once each, and the part that is meant stays", () => {
  const markdown = "A [@pasted-1; @pasted-2]. B [@pasted-2, table 1]. C [@pasted-3]. D \\[1].";
  const made = withKeys(markdown, { 1: "murrough-2013", 2: "murrough-2013" });
  assert.equal(made, "A [@murrough-2013]. B [@murrough-2013, table 1]. C [@pasted-3]. D \\[1].");
  assert.deepEqual(withoutKey(made), [3]);
});

test("keys are taken as they are, also where they look like a pattern or a property", () => {
  assert.equal(withKeys("[@pasted-1]", { 1: "a$&b" }), "[@a$&b]");
  assert.equal(withKeys("[@pasted-1]", {}), "[@pasted-1]");
});

test("a text can keep its numbers, with the list at its end", () => {
  const { markdown, references } = broughtHtml(
    "<p>day [2, 1]</p><h2>References</h2><ol><li>A*b. https://doi.org/10.1001/x</li><li>B [c].</li></ol>",
  );
  assert.equal(
    withNumbers(markdown, references),
    "day [2, 1]\n\n## References\n\n1. A\\*b. doi:10.1001/x\n2. B \\[c\\].\n",
  );
});
