import assert from "node:assert/strict";
import { test } from "node:test";
import { countsTable, isFormatted } from "../../../web/desk/write/bringing.js";
import { broughtAt, headingOf, isInCode, movedTo, placeOfBrought } from "../../../web/desk/write/brought-place.js";
import { referenceWords } from "../../../web/desk/write/counted-references.js";
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

const OPENING = "Begin.\n\n## Key points {#key-points}\n\n- One\n\n## First\n\n- Two\n";

/** An article in the making: its text, what of it is marked, and the title in its form. @param {string} value @param {[number, number]} selection @param {string} formTitle */
function desk(value, selection, formTitle) {
  const state = { value, head: `---\ntitle: ${formTitle}\n---\n`, wrote: () => {} };
  const field = {
    get value() {
      return state.value;
    },
    selection,
    /** @param {import("../../../web/desk/write/change.js").Change} change */
    change: ({ from, to, insert }) => {
      state.value = state.value.slice(0, from) + insert + state.value.slice(to);
    },
    reveal: () => {},
  };
  const titleIn = (/** @type {string} */ text) => /^title: ?(.*)$/m.exec(text)?.[1] ?? "";
  const python = {
    insertable: async () => ({ opening: OPENING, forPatients: "patients" }),
    readFields: async (/** @type {{text: string}} */ { text }) => {
      state.wrote();
      return { values: { title: titleIn(text), audience: /^audience: ?(.*)$/m.exec(text)?.[1] }, readable: true };
    },
    setFields: async (/** @type {{text: string, values: {title: string}}} */ { text, values }) => ({
      text: text.replace(/^title:.*$/m, `title: ${values.title}`),
    }),
  };
  const options = /** @type {Parameters<typeof placeOfBrought>[0]} */ (
    /** @type {unknown} */ ({
      python,
      field: () => field,
      article: () => state.head + state.value,
      exchange: (/** @type {string} */ text) => {
        const end = text.indexOf("---\n", 4) + 4;
        [state.head, state.value] = [text.slice(0, end), text.slice(end)];
      },
    })
  );
  return { state, options };
}

for (const level of ["#", "##", "###", "####", "#####", "######"]) {
  test(`the heading ${level} that stands alone stays above what is brought`, async () => {
    const { state, options } = desk(`\n${level} Contraindications\n`, [0, 0], "Doses");
    const place = await placeOfBrought(options, true);
    assert.deepEqual([place.takesAway, place.into.isBegun], [false, false]);
    assert.equal(place.words, "It goes below the heading that stands in the text.");
    await place.put("# Other\n\nOne.\n", "Other");
    assert.equal(state.value, `\n${level} Contraindications\n\n# Other\n\nOne.\n`);
  });
}

test("the title of the form that stands alone becomes that of the document, and that is told", async () => {
  const { state, options } = desk("\n# Doses\n", [0, 0], "Doses");
  const place = await placeOfBrought(options, true);
  assert.deepEqual(place.into, { title: "Doses", isBegun: true });
  const done = await place.put("# Other\n\nOne.\n", "Other");
  assert.equal(state.value.trim(), "# Other\n\nOne.");
  assert.match(done.join(), /is now “Other”. It was “Doses”/);
});

/** @type {[string, string, string, RegExp | null][]} the text, the title in the form and that of the document, and what is told */
const TITLES = [
  ["\n# Blood pressure\n", "Blood pressure", "Blood Pressure", /is now “Blood Pressure”. It was “Blood pressure”/],
  ["\n# Blood Pressure\n", "Blood pressure", "Blood Pressure", /is now “Blood Pressure”/],
  ["\n", "Blood pressure", "Blood Pressure", /is now “Blood Pressure”/],
  ["\n# Blood pressure\n", "Blood pressure", "Blood pressure", null],
  ["\n# Draft\n", "Draft", "Blood Pressure", /is now “Blood Pressure”. It was “Draft”/],
];
for (const [value, form, title, told] of TITLES) {
  test(`of “${title}” and “${form}” in the form, above ${JSON.stringify(value)}, one title is made`, async () => {
    const { state, options } = desk(value, [0, 0], form);
    const place = await placeOfBrought(options, true);
    const done = await place.put(`# ${title}\n\nOne.\n`, title);
    assert.equal(state.head, `---\ntitle: ${title}\n---\n`);
    assert.equal(headingOf(state.value), title);
    if (told) assert.match(done.join(), told);
    else assert.deepEqual(done, []);
  });
}

const KEPT = "## Key points {#key-points}\n\n- One\n\n";
/** @type {[string, string, string][]} */
const DOCUMENTS = [
  ["sections and no key points", "Two.\n\n## A\n\nB.\n\n## C\n", `Two.\n\n${KEPT}## A\n\nB.\n\n## C\n`],
  ["no words above its sections", "## A\n\nB.\n\n## C\n", `${KEPT}## A\n\nB.\n\n## C\n`],
  ["key points of its own", "## Key Points\n\n- B\n\n## C\n", "## Key Points\n\n- B\n\n## C\n"],
  ["one section, which needs none", "Two.\n\n## A\n\nB.\n", "Two.\n\n## A\n\nB.\n"],
  ["signs of headings in code", "\x60\x60\x60\n## A\n## B\n\x60\x60\x60\n", "\x60\x60\x60\n## A\n## B\n\x60\x60\x60\n"],
];
for (const [what, document, whole] of DOCUMENTS) {
  test(`the key points of a new article stay above the document that takes its place: ${what}`, async () => {
    const { state, options } = desk(`\n# Doses\n\n${OPENING}`, [0, 0], "Doses");
    const done = await (await placeOfBrought(options, true)).put(document, null);
    assert.equal(state.value, `\n# Doses\n\n${whole}`);
    assert.equal(
      done.some((words) => words.includes("has no section “Key points”")),
      whole.includes(KEPT),
    );
  });
}

test("a handout for patients needs no key points", async () => {
  const { state, options } = desk(`\n# Doses\n\n${OPENING}`, [0, 0], "Doses\naudience: patients");
  await (await placeOfBrought(options, true)).put("## A\n\nB.\n\n## C\n", null);
  assert.equal(state.value, "\n# Doses\n\n## A\n\nB.\n\n## C\n");
});

/** @type {[string, string, [number, number], boolean][]} the last says whether what is brought becomes the whole text */
const JUDGED = [
  ["nothing", "\n", [1, 1], true],
  ["the title", "\n# Doses\n", [9, 9], true],
  ["another heading", "\n## Doses of it\n", [16, 16], false],
  ["the text an article is begun with", `\n# Doses\n\n${OPENING}`, [10, 10], true],
  ["a text that is marked from end to end", "\n# Doses\n\nOld.\n", [0, 15], true],
  ["a marked sentence", "\n# Doses\n\nOld. More.\n", [10, 14], false],
];
for (const [what, value, selection, isWhole] of JUDGED) {
  /** @param {(state: ReturnType<typeof desk>["state"]) => void} meanwhile */
  const putAfter = async (meanwhile) => {
    const { state, options } = desk(value, selection, "Doses");
    const place = await placeOfBrought(options, true);
    meanwhile(state);
    const done = await place.put("One.\n\n- Two\n", null);
    assert.match(state.value, /^- Two$/m);
    assert.match(state.value, /^Typed\.$/m);
    assert.equal(done.length, isWhole ? 1 : 0);
  };
  const write = (/** @type {ReturnType<typeof desk>["state"]} */ state) => {
    if (!state.value.includes("Typed.")) state.value += "\nTyped.\n";
  };
  test(`what is written while a document is read stays: the text was ${what}`, () => putAfter(write));
  if (isWhole) {
    test(`so does what is written while it is put: the text was ${what}`, () =>
      putAfter((state) => {
        state.wrote = () => write(state);
      }));
  }
}

test("a marked sentence that is changed meanwhile stays, and what is brought goes behind it", async () => {
  const { state, options } = desk("\nOld. More.\n", [1, 5], "Doses");
  const place = await placeOfBrought(options, true);
  state.value = "\nOlder. More.\n";
  const done = await place.put("**New.**", null);
  assert.equal(state.value, "\nOlder.**New.** More.\n");
  assert.match(done.join(), /nothing was taken away/);
});

test("fields of the form that are filled in meanwhile stay", async () => {
  const { state, options } = desk("\n", [1, 1], "Doses");
  const place = await placeOfBrought(options, true);
  state.wrote = () => {
    state.head = state.head.replace("---\n", "---\nsummary: Typed\n");
    state.wrote = () => {};
  };
  await place.put("One.\n\n- Two\n", null);
  assert.match(state.head, /summary: Typed/);
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

test("each count has the names of its row and its column, and the corner between them names nothing", (t) => {
  const createElement = (/** @type {string} */ tag) => {
    const made = { tag, scope: "", inside: /** @type {unknown[]} */ ([]) };
    return Object.assign(made, {
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
        if (name === "scope") made.scope = value;
      },
      append: (/** @type {unknown[]} */ ...inside) => made.inside.push(...inside),
    });
  };
  Object.assign(globalThis, { document: { createElement } });
  t.after(() => Reflect.deleteProperty(globalThis, "document"));
  /** @typedef {{tag: string, scope: string, inside: (Made | string)[]}} Made */
  const table = /** @type {Made} */ (
    /** @type {unknown} */ (countsTable([{ what: "words", inSource: 4, inMarkdown: 3 }]))
  );
  /** @type {(made: Made | string) => Made[]} */
  const cellsOf = (made) =>
    typeof made === "string" ? [] : /^t[hd]$/.test(made.tag) ? [made] : made.inside.flatMap(cellsOf);
  assert.deepEqual(
    cellsOf(table).map(({ tag, scope, inside }) => [tag, scope, ...inside]),
    [
      ["td", ""],
      ["th", "col", "There"],
      ["th", "col", "Here"],
      ["th", "row", "words"],
      ["td", "", "4"],
      ["td", "", "3"],
    ],
  );
});

test("of the references of a document it is told how many are known and how many are new", () => {
  const known = { key: "lee-2020", entry: null };
  const fresh = { key: "kim-2021", entry: "kim-2021:" };
  assert.equal(
    referenceWords(3, [known, known, fresh]),
    "References in the document: 3. Already in our list of works: 2. New, with an entry made for each: 1.",
  );
  assert.equal(
    referenceWords(3, [fresh, { key: "kim-2021", entry: null }, { key: null, entry: null }]),
    "References in the document: 3. New, with an entry made for each: 1. Named a second time: 1. Not readable, and left with their numbers: 1.",
  );
  assert.equal(referenceWords(2, [known, known]), "References in the document: 2. Already in our list of works: 2.");
});
