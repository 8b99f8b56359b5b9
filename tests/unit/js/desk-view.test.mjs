import assert from "node:assert/strict";
import { test } from "node:test";
import { ArticleSession } from "../../../web/desk/article-session.js";
import { Keeper } from "../../../web/desk/drafts/keeper.js";
import { commandsOf } from "../../../web/desk/life/life-buttons.js";
import { staying } from "../../../web/desk/see/blocks.js";
import { elementOf, sourcePlace } from "../../../web/desk/see/source-place.js";
import { isAhead, stateWords } from "../../../web/desk/state-words.js";
import {
  atTheDesk,
  counted,
  inOrder,
  mendable,
  ofOneKind,
  quoted,
  remedyAtTheDesk,
} from "../../../web/desk/write/problem-words.js";

/** @import { Problem, Services, State } from "../../../web/desk/contract.d.ts" */

/** @param {Partial<Problem>} given @returns {Problem} */
const problem = (given) => ({
  path: "content/articles/a.md",
  line: 1,
  column: 1,
  rule: "zero",
  message: "",
  fix: "",
  severity: "error",
  excerpt: "",
  end_column: null,
  replacement: null,
  suggestion: null,
  ...given,
});

test("problems are counted in words, errors first", () => {
  assert.equal(counted([]), "No errors, no warnings");
  assert.equal(counted([problem({})]), "1 error, no warnings");
  const all = [problem({ severity: "warning" }), problem({ severity: "advice" }), problem({ severity: "advice" })];
  assert.equal(counted(all), "No errors, 1 warning, 2 pieces of advice");
});

test("errors come before warnings, and advice last, whatever line they are in", () => {
  const all = [
    problem({ severity: "advice" }),
    problem({ severity: "warning", line: 2 }),
    problem({ line: 9 }),
    problem({ line: 3 }),
  ];
  assert.deepEqual(
    inOrder(all).map(({ severity, line }) => [severity, line]),
    [
      ["error", 3],
      ["error", 9],
      ["warning", 2],
      ["advice", 1],
    ],
  );
});

for (const [said, shown] of [
  [
    "Tell whoever looks after the site (content/facts.yml; press facts a-hold names the places). If not, put it back.",
    "Tell whoever looks after the site. If not, put it back.",
  ],
  ['"see (press check gauge first) before" is long.', '"see (press check gauge first) before" is long.'],
  ["“see (press check gauge first) before” (press check a says how).", "“see (press check gauge first) before”."],
  ['It says the same (press where "0.5 mg/kg" names every place of the old number).', "It says the same."],
  ["Begin an article at the desk (or with press new), and paste.", "Begin an article at the desk, and paste."],
  ["Add the work with Reference at the desk (content/references.yml).", "Add the work with Reference at the desk."],
  ["The calculators work with 90% (calculators/src/vital_signs.py, line 113).", "The calculators work with 90%."],
  [
    "Calculator at the desk lists every calculator (so does press calculators, with their inputs).",
    "Calculator at the desk lists every calculator.",
  ],
  ["Line 30 has the same words.", "Line 18 has the same words."],
  ["The title here and the title in line 2 differ.", "The title here and the title in “About the article” differ."],
  ['Here it is 4: "Wait in line 20 (press firmly)".', 'Here it is 4: "Wait in line 20 (press firmly)".'],
  [
    'The article "A" says "72" (content/articles/a.md, line 44).',
    'The article "A" says "72" (content/articles/a.md, line 44).',
  ],
])
  test(`at the desk, “${said}” has no commands, and lines of its own text alone`, () => {
    assert.equal(atTheDesk(said ?? "", 12), shown);
  });

test("what can be mended is counted by its rule", () => {
  const all = [
    problem({ replacement: "0.5" }),
    problem({ replacement: "" }),
    problem({}),
    problem({ rule: "other", replacement: "x" }),
  ];
  assert.equal(mendable(all, "zero"), 2);
});

test("the marked words are those of the columns, counted by characters", () => {
  const { before, marked, after } = quoted(problem({ excerpt: "😀 Give .5 mg", column: 8, end_column: 10 }));
  assert.deepEqual([before, marked, after], ["😀 Give ", ".5", " mg"]);
  assert.equal(quoted(problem({ excerpt: "Give QD now", column: 6 })).marked, "QD");
});

test("blocks that did not change stay where they are", () => {
  assert.deepEqual(staying(["a", "b", "c"], ["a", "x", "c"]), [0, -1, 2]);
  assert.deepEqual(staying(["a", "a"], ["a"]), [0]);
  assert.deepEqual(staying([], ["a"]), [-1]);
  assert.deepEqual(staying(["a"], []), []);
});

test("a block stays between two that changed", () => {
  assert.deepEqual(staying(["top", "form", "end"], ["new top", "form", "new", "end."]), [-1, 1, -1, -1]);
  assert.deepEqual(staying(["x", "form", "y", "z"], ["form", "q", "z", "r"]), [1, -1, 3, -1]);
});

test("what stays is the same block in the same order, and as much as can stay, whatever changed", () => {
  const texts = (/** @type {number} */ length) =>
    Array.from({ length: 3 ** length }, (_, n) => [...n.toString(3).padStart(length, "0")].slice(0, length));
  const all = [[], ...texts(1), ...texts(2), ...texts(3), ...texts(4)];
  for (const before of all)
    for (const after of all) {
      const kept = staying(before, after);
      const places = kept.filter((place) => place >= 0);
      assert.deepEqual(
        places,
        [...new Set(places)].sort((one, other) => one - other),
      );
      assert.equal(kept.length, after.length);
      for (const [at, place] of kept.entries()) if (place >= 0) assert.equal(before[place], after[at]);
      assert.equal(places.length, longest(before, after), `${before} | ${after}`);
    }
});

/** The length of the longest sequence that both hold, tried out. @param {string[]} one @param {string[]} other @returns {number} */
function longest(one, other) {
  const subsequences = (/** @type {string[]} */ of) =>
    Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_, at) => bits & (1 << at)).join(""));
  const found = new Set(subsequences(one));
  return Math.max(...subsequences(other).map((own) => (found.has(own) ? own.length : 0)));
}

test("a line is found by its heading and its block, not by what stands in a block of code", () => {
  const body = "# T\n\nOne.\n\n## A\n\nTwo\nlines.\n\n```\n## no heading\n\nx\n```\n\nThree.\n\n## B\n\nFour.\n";
  assert.deepEqual(sourcePlace(body, 3), { heading: 1, block: 1, blocks: 1 });
  assert.deepEqual(sourcePlace(body, 8), { heading: 2, block: 1, blocks: 3 });
  assert.deepEqual(sourcePlace(body, 13), { heading: 2, block: 2, blocks: 3 });
  assert.deepEqual(sourcePlace(body, 16), { heading: 2, block: 3, blocks: 3 });
  assert.deepEqual(sourcePlace(body, 20), { heading: 3, block: 1, blocks: 1 });
  assert.equal(elementOf({ block: 3, blocks: 3 }, 3), 2);
  assert.equal(elementOf({ block: 3, blocks: 4 }, 2), 1);
  assert.equal(elementOf({ block: 0, blocks: 4 }, 2), -1);
});

test("a text is written at once, though another has not ended, and all being written is said once", async () => {
  /** @type {string[]} */
  const written = [];
  /** @type {string[]} */
  const said = [];
  /** @type {(() => void)[]} */
  const release = [];
  const keeper = new Keeper(
    async (/** @type {string} */ text) => {
      written.push(text);
      await new Promise((resolve) => release.push(() => resolve(undefined)));
    },
    (fault) => said.push(fault),
  );
  for (const text of ["one", "two", "three"]) keeper.keep(text);
  assert.deepEqual(written, ["one", "two", "three"]);
  release[0]?.();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(said, []);
  for (const end of release) end();
  await keeper.written;
  assert.deepEqual(said, [""]);
});

test("a text that could not be kept is said, and the next one is tried again", async () => {
  let isFull = true;
  /** @type {string[]} */
  const said = [];
  const keeper = new Keeper(
    async () => {
      if (isFull) throw new Error("The disk is full.");
    },
    (fault) => said.push(fault),
  );
  keeper.keep("one");
  await new Promise((resolve) => setTimeout(resolve));
  isFull = false;
  keeper.keep("two");
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(said, ["The disk is full.", ""]);
});

/** @param {(text: string) => Promise<void>} [before] */
function session(before = async () => {}) {
  const asked = /** @type {string[]} */ ([]);
  const python = /** @type {Services} */ (
    /** @type {unknown} */ ({
      /** @param {{text: string}} question */
      check: async ({ text }) => {
        asked.push(text);
        await before(text);
        return { problems: [], html: text, contents: "", title: "", card: "" };
      },
    })
  );
  const article = { path: "content/articles/a.md", text: "---\r\ntitle: A\r\n---\r\nOne.\r\n", base: null };
  return { one: new ArticleSession(python, article), asked };
}

test("an article that is opened and not changed is the same to the byte", () => {
  const { one } = session();
  const { text } = one;
  one.type(one.body);
  one.typeHead(one.head);
  assert.equal(one.text, text);
});

test("what a button did can be taken back until something else is written", () => {
  const { one } = session();
  const before = one.text;
  one.exchange(`${before}Mended.\r\n`, "1 place is mended.");
  assert.equal(one.undoable, "1 place is mended.");
  one.undo();
  assert.equal(one.text, before);
  one.exchange(`${before}Mended.\r\n`, "1 place is mended.");
  one.type("Written since.");
  assert.equal(one.undoable, "");
  const { text } = one;
  one.undo();
  assert.equal(one.text, text);
  one.close();
});

test("a text that changed while press was asked is asked about again, and only the newest", async () => {
  const { one, asked } = session(async () => {
    if (asked.length > 1) return;
    one.type("Two.");
    one.check();
    one.type("Three.");
    one.check();
  });
  one.check();
  await new Promise((resolve) => one.addEventListener("checked", () => one.isChecked && resolve(undefined)));
  assert.equal(asked.length, 2);
  assert.match(asked[1] ?? "", /Three\.$/);
  one.close();
});

test("an article is called published only when readers see it", () => {
  const told = (/** @type {State} */ state, /** @type {State | null} */ seen, isHandedIn = false) =>
    stateWords({ state, seen }, isHandedIn);
  assert.equal(told("published", "published"), "Published");
  assert.equal(told("draft", null), "Draft");
  /** @type {State[]} */
  const states = ["draft", "scheduled", "published", "withdrawn"];
  for (const state of states)
    for (const seen of [...states, null]) {
      assert.equal(isAhead({ state, seen }), / when handed in$/.test(told(state, seen)));
      assert.equal(isAhead({ state, seen }), / once it is taken in$/.test(told(state, seen, true)));
      if (state !== "draft" && state !== seen) assert.ok(isAhead({ state, seen }), `${state}, ${seen}`);
    }
});

test("an article has the buttons of its state", () => {
  const names = (/** @type {"draft" | "scheduled" | "published" | "withdrawn"} */ state) =>
    commandsOf({ slug: "a", state }, [], "2026-11-29").map(({ name }) => name);
  assert.deepEqual(names("draft"), ["publish", "review", "rename"]);
  assert.deepEqual(names("published"), ["review", "rename", "withdraw"]);
  assert.deepEqual(names("withdrawn"), []);
});

test("what a button lets an editor choose is not told to be typed", () => {
  const fix =
    "Before its full stop write [strong recommendation, low certainty, label], with strong recommendation or conditional recommendation; label, law. A step of a procedure is a plain imperative.";
  assert.equal(remedyAtTheDesk(problem({ fix }), 0), "A step of a procedure is a plain imperative.");
  assert.equal(remedyAtTheDesk(problem({ fix: "Write 0.3." }), 0), "Write 0.3.");
});

test("problems of one kind stand together, where the first of them stands", () => {
  const [a, b, c, d] = [
    problem({ rule: "unit", line: 1 }),
    problem({ rule: "title", line: 2 }),
    problem({ rule: "unit", line: 3 }),
    problem({ rule: "unit", line: 4, severity: "warning" }),
  ];
  assert.deepEqual(ofOneKind([a, b, c, d]), [[a, c], [b], [d]]);
});
