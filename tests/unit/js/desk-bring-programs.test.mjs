import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { broughtHtml } from "../../../web/desk/bring/bring.js";

/** @param {string} name */
const brought = (name) => broughtHtml(readFileSync(new URL(`../../support/brought/${name}`, import.meta.url), "utf8"));
const docs = brought("google-docs.html");
const office = brought("libreoffice.html");
const page = brought("web-page.html");

test("Google Docs wraps everything in a b that is not bold; what its spans say is bold, italic and raised", () => {
  assert.match(
    docs.markdown,
    /^Give \*\*0\.5 mg\/kg\*\* over 40 min \[@pasted-1\]; area 1\.7 m<sup>2<\/sup>, \*never\* as a bolus \[@pasted-2\]\.$/m,
  );
});

test("a list that Google Docs puts between two items belongs to the first of them", () => {
  assert.match(docs.markdown, /^- Blood pressure\n {2}- every 15 min\n- Oxygen saturation$/m);
});

test("a lettered list is numbered and asked about", () => {
  assert.match(docs.markdown, /^1\. Note the dose\n2\. Note the time$/m);
  assert.equal(docs.report.doubts.filter((one) => /letters or Roman/.test(one.words)).length, 1);
});

test("a link of Google Docs leads to its page and not by way of Google", () => {
  assert.match(docs.markdown, /^\[the label\]\(https:\/\/www\.fda\.gov\/media\/1\), see the note$/m);
});

test("a comment of Google Docs and its mark are named", () => {
  assert.deepEqual(
    docs.report.lost.map((one) => [one.what, one.words]),
    [
      ["comment", "[a]Which label, of 2019 or 2025?"],
      ["mark of a comment", "[a]"],
    ],
  );
});

test("LibreOffice's footnotes, lists and symbols are kept", () => {
  assert.match(office.markdown, /and note\[\^1\]$/m);
  assert.match(office.markdown, /^\[\^1\]: Note 5 text$/m);
  assert.match(office.markdown, /pressure ≥140 \[@pasted-1; @pasted-2\]\.$/m);
  assert.match(office.markdown, /^- One\n {2}- Inner\n- Two$/m);
  assert.match(office.markdown, /^2\. Next step$/m);
  assert.deepEqual(
    office.report.lost.map((one) => [one.what, one.words]),
    [["hidden words", "secret 77"]],
  );
});

test("a note that is named again, without a way back to that place, is the same note", () => {
  const { markdown } = broughtHtml(
    '<p>A<sup><a href="#n" id="m">1</a></sup> and B<sup><a href="#n">1</a></sup>.</p><div id="n"><p><a href="#m">1</a> Words.</p></div>',
  );
  assert.equal(markdown, "A[^1] and B[^1].\n\n[^1]: Words.\n");
});

test("a formula of a page is written in one line and asked about", () => {
  assert.match(page.markdown, /^The rate is r=\(0\.5×m\)\/40 \[@pasted-1\]\./m);
  assert.match(page.report.doubts[0]?.words ?? "", /one line: "r=\(0\.5×m\)\/40"/);
});

test("notes that name works are references", () => {
  assert.deepEqual(
    page.references.map(({ number, doi }) => [number, doi]),
    [[1, "10.1001/archpsyc.63.8.856"]],
  );
});

test("lists and tables inside of a cell stand in lines, and are asked about", () => {
  assert.match(
    page.markdown,
    /^\| Weight \| Dose \|\n\|---\|---\|\n\| 70 kg \| 35 mg<br>40 min \|\n\| All by ?<br>A1; B2 \| \|$/m,
  );
  assert.equal(
    page.report.doubts.filter((one) => /stood inside of a cell|stood in a cell|wide cell/.test(one.words)).length,
    3,
  );
});

test("terms, code and quotations keep their form", () => {
  assert.match(page.markdown, /^\*\*Bolus\*\*: A dose within 2 minutes$/m);
  assert.match(page.markdown, /^```\n0\.5 \* 70\n```$/m);
  assert.match(page.markdown, /^> Quoted words\.$/m);
});

test("buttons, embedded pages and drawings are named, programs are nothing", () => {
  assert.deepEqual(
    page.report.lost.filter((one) => one.what !== "hidden characters").map((one) => [one.what, one.words]),
    [
      ["button", "Copy"],
      ["embedded page", "https://video.example/1"],
      ["drawing", "1 without words"],
    ],
  );
  assert.doesNotMatch(page.markdown, /alert/);
});

test("a picture that came along is a file, and one without words is asked about", () => {
  const { markdown, pictures, report } = broughtHtml('<p><img src="data:image/png;base64,AQID" alt=""></p>');
  assert.equal(markdown, "![](/images/articles/picture-1.png)\n");
  assert.deepEqual(
    pictures.map((one) => [one.name, one.type, [...one.bytes]]),
    [["picture-1.png", "image/png", [1, 2, 3]]],
  );
  assert.match(report.doubts[0]?.words ?? "", /picture-1\.png has no words/);
});

for (const address of ["javascript:alert(1)", "file:///C:/dose.docx", "data:text/html,x", "//other.example/"]) {
  test(`a link to ${address} loses its address, which is named`, () => {
    const { markdown, report } = broughtHtml(`<p><a href="${address}">words</a></p>`);
    assert.equal(markdown, "words\n");
    assert.equal(report.lost[0]?.words, address);
  });
}

for (const [address, direct] of [
  ["https://example.org/a?utm_source=x", "https://example.org/a"],
  ["https://example.org/a?id=3&fbclid=x", "https://example.org/a?id=3"],
  ["https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x", "https://example.org/"],
  ["https://www.google.com/url?q=javascript:x", "https://www.google.com/url?q=javascript:x"],
]) {
  test(`${address} leads to ${direct}`, () => {
    assert.equal(broughtHtml(`<p><a href="${address}">words</a></p>`).markdown, `[words](${direct})\n`);
  });
}
