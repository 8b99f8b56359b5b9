import assert from "node:assert/strict";
import { test } from "node:test";
import { askedWords, questionOf } from "../../../web/search/asked-words.js";
import { IndexFiles } from "../../../web/search/index-files.js";
import { namedTools, search } from "../../../web/search/site-search.js";
import { isForm, stemOf } from "../../../web/search/word-forms.js";
import { withUnitsApart } from "../../../web/search/words.js";

/** A small index, as press/src/press/site/search_index.py writes it: a calculator and an article. @type {Record<string, any>} */
const FILES = {
  "base.json": {
    pages: "pages",
    words: ["again", "words-1", "lithium", "words-2"],
    beginnings: ["again", "spelling-1"],
    ends: ["etidosnoc", "spelling-2"],
    means: { bp: ["blood pressure"], lithobid: ["lithium"] },
    common: "the of to",
    categories: {},
    audiences: {},
    tools: [[0, "calculators/bp/", "Blood pressure", "calculator", "Whether it is too high.", ["hypertension"]]],
  },
  "parts/pages.json": {
    facets: [
      ["calculator", 1.8, "", "", 0],
      ["guidance", 1.5, "SAFETY", "nurses", 1],
    ],
    of: [0, 1],
    names: "0000000000" + "1111111111",
  },
  "parts/words-1.json": { again: [33], blood: [20, 35], high: [15] },
  "parts/words-2.json": { lithium: [55], pressure: [20, 35] },
  "parts/spelling-1.json": ["again", "blood", "high", "lithium", "pressure"],
  "parts/spelling-2.json": ["doolb", "erusserp", "hgih", "muihtil", "niaga"],
  "parts/page-0000000000.json": ["calculators/bp/", "Blood pressure", "Whether it is too high.", [], []],
  "parts/page-1111111111.json": [
    "articles/a/",
    "An article",
    "",
    [
      ["lithium", "Drugs", ["Lithium is measured again.", "Blood pressure rises."]],
      ["other", "Other", ["Nothing."]],
    ],
    [["rec-measure", "Measure lithium again."]],
  ],
};
const index = () => new IndexFiles(async (address) => FILES[address] ?? Promise.reject(new Error(address)));
/** @param {string} text @param {import("../../../web/search/ranking.js").Filters} [filters] */
const addresses = async (text, filters) => (await search(text, index(), filters)).results.map(({ address }) => address);

test("a calculator that is named comes first, by its title, another name or an abbreviation", async () => {
  for (const name of ["blood pressure", "hypertension", "BP"])
    assert.equal((await addresses(name))[0], "calculators/bp/", name);
});

test("a drug is found by its brand, and with one wrong letter, which is said", async () => {
  assert.deepEqual(await addresses("Lithobid"), ["articles/a/"]);
  const { results, corrected } = await search("lihtium ", index());
  assert.deepEqual([results[0]?.address, corrected], ["articles/a/", ["lithium"]]);
});

test("what a word means is fetched beside the word itself, not behind it", async () => {
  /** @type {string[]} */
  const fetched = [];
  const files = new IndexFiles((address) => {
    fetched.push(address);
    return address === "base.json" ? Promise.resolve(FILES[address]) : new Promise(() => {}); // no answer yet
  });
  askedWords(questionOf("bp").words, files);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(fetched, ["base.json", "parts/words-1.json", "parts/words-2.json"]);
});

test("a section is shown by the line that has the words, with their places", async () => {
  const [result] = (await search("lithium again", index())).results;
  const passage = result?.passages[0];
  assert.equal(passage?.id, "lithium");
  assert.deepEqual(
    passage?.marks.map(([start, end]) => passage.line.slice(start, end)),
    ["Lithium", "again"],
  );
});

test("words in quotes are found only as they stand", async () => {
  assert.deepEqual(await addresses('"measured again"'), ["articles/a/"]);
  assert.deepEqual(await addresses('"again measured"'), []);
});

test("a search is narrowed by kind, category and readers, and to sentences that recommend", async () => {
  assert.deepEqual(await addresses("blood", { kind: "guidance" }), ["articles/a/"]);
  assert.deepEqual(await addresses("blood", { category: "DOSING" }), []);
  assert.deepEqual(await addresses("blood", { audience: "nurses" }), ["articles/a/"]);
  const [found] = (await search("lithium", index(), { kind: "recommendation" })).results;
  assert.deepEqual(
    found?.passages.map(({ id }) => id),
    ["rec-measure"],
  );
});

test("without the parts of the index a tool is found by its names", async () => {
  const base = new IndexFiles(async (address) =>
    address === "base.json" ? FILES[address] : Promise.reject(new Error()),
  );
  await assert.rejects(search("blood pressure", base));
  assert.deepEqual(
    (await namedTools("BP", base)).results.map(({ address }) => address),
    ["calculators/bp/"],
  );
});

test("what could not be fetched is asked for again", async () => {
  let fails = true;
  const files = new IndexFiles(async (address) => (fails ? Promise.reject(new Error()) : FILES[address]));
  await assert.rejects(files.base());
  fails = false;
  assert.equal((await files.base()).pages, "pages");
});

test("several words that are one name are asked for as one", async () => {
  FILES["base.json"].means["low oxygen"] = ["pressure"];
  const asked = await askedWords("low oxygen", index());
  assert.deepEqual(
    asked.map(({ typed }) => typed),
    ["low oxygen"],
  );
});

test("a number and its unit may be typed in one", () => {
  assert.equal(withUnitsApart("0.5mg/kg in 72h for phq9"), "0.5 mg/kg in 72 h for phq9");
});

test("a question is parted into words and quotations", () => {
  assert.deepEqual(questionOf("“bag valve” mask").quoted, ["bag valve"]);
});

test("forms of a word are known by what they begin with", () => {
  assert.ok(isForm(stemOf("suicidal"), "suicide"));
  assert.ok(isForm(stemOf("adequate"), "adequacy"));
  assert.ok(!isForm(stemOf("dose"), "dosulepin"));
});
