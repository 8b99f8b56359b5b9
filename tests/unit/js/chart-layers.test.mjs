import assert from "node:assert/strict";
import { test } from "node:test";
import { layers, seconds } from "../../../web/calculator/chart-layers.js";
import { meet, wordBox } from "../../../web/calculator/chart-names.js";

const LOOK = {
  colors: {
    ink: "ink",
    muted: "muted",
    page: "page",
    surface: "surface",
    line: "line",
    primary: "primary",
    warn: "warn",
    belt: "belt",
  },
  size: 12,
  family: "sans-serif",
};
const CHART = {
  label: "PHQ-9 over time",
  table: "Scores",
  description: "",
  low: 0,
  high: 27,
  points: [
    { day: "2026-03-02", value: 21, text: "21" },
    { day: "2026-03-30", value: 12, text: "12" },
  ],
  lines: [
    { label: "Response: 10.5 or less (50% below the first)", short: "Response: 10.5 or less", value: 10.5, upto: null },
    { label: "Remission: below 5", short: "Remission: below 5", value: 5, upto: null },
    { label: "Stable 6: may be measurement error", short: "Stable: 6", value: 6, upto: 11 },
  ],
  bands: [
    { label: "Minimal", low: 0, upto: 5 },
    { label: "Moderately severe", low: 15, upto: 20 },
  ],
  lanes: [{ label: "Dose, mg/kg", marks: [{ day: "2026-03-30", text: "0.5" }] }],
  name: "",
  more: [],
  days: null,
  is_beside: false,
};

/** @import { Chart } from "../../../web/engine/reply.js" */

/**
 * What is drawn on a plot of 10 pixels for each point, with 0 at the foot of 270, in the order in which it is drawn.
 *
 * @param {Chart} chart
 * @param {number} wide the drawing between its axis and the names of the bands
 */
function drawn(chart = CHART, wide = 300) {
  /** @type {any[][]} */
  const calls = [];
  let y = 0;
  /** @type {any} */
  const context = {
    canvas: { width: wide + 100 },
    save: () => {},
    restore: () => {},
    scale: () => {},
    beginPath: () => {},
    setLineDash: () => {},
    moveTo: (/** @type {number} */ _, /** @type {number} */ at) => {
      y = at;
    },
    lineTo: () => {},
    stroke: () => calls.push(["line", y]),
    strokeText: () => {},
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ at) =>
      calls.push(["words", text, x, at]),
    measureText: (/** @type {string} */ text) => ({ width: 7 * text.length }),
    fillRect: (
      /** @type {number} */ _,
      /** @type {number} */ top,
      /** @type {number} */ __,
      /** @type {number} */ height,
    ) => calls.push([context.fillStyle, top, top + height]),
  };
  const [first = 0, ...later] = chart.points.map(({ day }) => seconds(day));
  const length = Math.max(...later) - first;
  const along = (/** @type {number} */ at) => 40 + (wide * (at - first)) / length;
  /** @type {any} */
  const plot = {
    ctx: context,
    width: wide + 100,
    bbox: { left: 40, top: 0, width: wide, height: 270 },
    valToPos: (/** @type {number} */ value, /** @type {string} */ scale) =>
      scale === "y" ? 270 - 10 * value : along(value),
  };
  /** @type {any} */
  const hooks = layers(chart, LOOK);
  for (const hook of [...hooks.drawClear, ...hooks.drawAxes]) hook(plot);
  calls.push(["curve"]);
  for (const hook of hooks.draw) hook(plot);
  return calls;
}

/** @param {unknown[][]} calls @param {string} kind */
function places(calls, kind) {
  return calls.flatMap(([what], place) => (what === kind ? [place] : []));
}

test("each line that the words name is drawn, at its own value, and both edges of a belt", () => {
  const lines = drawn().filter(([what]) => what === "line");
  assert.deepEqual(
    lines.map(([, y]) => y),
    [165, 220, 210, 160],
  );
});

test("no ground is drawn over a line, and no line over the curve", () => {
  const calls = drawn();
  const grounds = ["belt", "surface", "page"].flatMap((color) => places(calls, color));
  const lines = places(calls, "line");
  const curve = Math.min(...places(calls, "curve"));
  assert.ok(Math.max(...grounds) < Math.min(...lines));
  assert.ok(Math.max(...lines) < curve);
});

test("bands, lines and lanes are named in the drawing, and each point has its value", () => {
  const words = drawn()
    .filter(([what]) => what === "words")
    .map(([, text]) => text);
  for (const text of ["Minimal", "Moderately", "severe", "Response: 10.5 or less", "Remission: below 5", "Stable: 6"])
    assert.ok(words.includes(text), text);
  for (const text of ["21", "12", "Dose, mg/kg", "0.5"]) assert.ok(words.includes(text), text);
});

test("no two names of lines stand on each other", () => {
  const heights = drawn()
    .filter(([, text]) => CHART.lines.some(({ short }) => short === text))
    .map(([, , , y]) => y)
    .sort((one, other) => one - other);
  assert.equal(heights.length, 3);
  for (const [place, y] of heights.slice(1).entries()) assert.ok(y - heights[place] >= LOOK.size - 2, String(heights));
});

test("on a narrow drawing no name of a level stands on a value, a point or another name, and those that do not fit are left out", () => {
  const days = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"];
  const totals = [21, 12, 6, 4, 10];
  const points = days.map((day, place) => ({ day, value: totals[place] ?? 0, text: String(totals[place]) }));
  for (const wide of [120, 160, 200, 260, 600]) {
    const words = drawn({ ...CHART, points, bands: [], lanes: [] }, wide).filter(([what]) => what === "words");
    const names = words.filter(([, text]) => CHART.lines.some(({ short }) => short === text));
    // A value stands in the middle of its place, a name begins at its own.
    const values = words
      .filter((word) => !names.includes(word))
      .map(([, text, x, y]) => wordBox(x - 3.5 * text.length, 7 * text.length, y, LOOK.size));
    const boxes = names.map(([, text, x, y]) => wordBox(x, 7 * text.length, y, LOOK.size));
    const all = [...values, ...boxes];
    for (const box of boxes) {
      assert.equal(all.filter((other) => meet(box, other)).length, 1, `${wide}: ${JSON.stringify(names)}`);
      assert.ok(box.left >= 40 && box.right <= 40 + wide && box.bottom <= 270, String(wide));
    }
    assert.equal(values.length, totals.length);
    if (wide === 600) assert.equal(names.length, 3);
    if (wide === 120) assert.ok(names.length < 3);
  }
});

test("names of bands do not stand on each other, and the widest bands keep theirs", () => {
  const bands = [
    { label: "None or minimal", low: 0, upto: 1 },
    { label: "Mild", low: 1, upto: 2 },
    { label: "Moderate", low: 2, upto: 12 },
    { label: "Very severe indeed", low: 12, upto: 27 },
  ];
  const rows = drawn({ ...CHART, bands, lines: [], lanes: [] }).flatMap(([what, , x, y]) =>
    what === "words" && x > 340 ? [y] : [],
  );
  const heights = [...rows].sort((one, other) => one - other);
  for (const [place, y] of heights.slice(1).entries())
    assert.ok(y - (heights[place] ?? 0) >= LOOK.size - 0.1, String(heights));
  assert.ok(heights.length >= 4);
});

test("of values that would stand on each other the first, the last and the lowest are written", () => {
  const points = Array.from({ length: 60 }, (_, place) => ({
    day: new Date(Date.UTC(2026, 2, 2 + place)).toISOString().slice(0, 10),
    value: place === 30 ? 3 : 20,
    text: place === 30 ? "3" : String(100 + place),
  }));
  const words = drawn({ ...CHART, points }).flatMap(([what, text]) => (what === "words" ? [text] : []));
  for (const text of ["100", "3", "159"]) assert.ok(words.includes(text), text);
  assert.ok(words.filter((text) => /^1\d\d$/.test(text)).length < 20);
});

test("a whole number in place of a day is a minute from a start", () => {
  assert.equal(seconds(40), 2400);
  assert.equal(seconds("1970-01-02"), 86_400);
});

test("the values of a further line are written as those of the first are", () => {
  const points = [
    { day: 0, value: 12, text: "12" },
    { day: 40, value: 9, text: "9" },
  ];
  const further = points.map(({ day }) => ({ day, value: 20, text: `diastolic ${day}` }));
  const words = drawn({
    ...CHART,
    points,
    lanes: [],
    name: "Systolic",
    more: [{ label: "Diastolic", points: further }],
  });
  for (const text of ["12", "9", "diastolic 0", "diastolic 40"]) {
    assert.ok(
      words.some(([what, said]) => what === "words" && said === text),
      text,
    );
  }
});
