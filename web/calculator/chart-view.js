import uPlot from "uplot";
import { element } from "../dom.js";

/** @import { Chart } from "../engine/reply.js" */

const HEIGHT = 260;

/**
 * Points over days with the levels to compare them with. The table that holds the same numbers stands beside it, and
 * the description says in words what the drawing shows.
 *
 * @param {Chart} chart
 * @returns {HTMLElement}
 */
export function chartView(chart) {
  const place = element("div", { class: "chart-place", role: "img", "aria-label": chart.description });
  const levels = chart.lines.map(({ label }, number) =>
    element("li", { "data-dash": String(number % DASHES.length) }, label),
  );
  const key = element("ul", { class: "chart-levels" }, ...levels);
  const words = element("p", { class: "chart-words" }, chart.description);
  const figure = element("figure", { class: "chart" }, element("figcaption", {}, chart.label), place, key, words);
  /** @type {uPlot | undefined} */
  let drawn;
  const draw = () => {
    drawn?.destroy();
    drawn = new uPlot(options(chart, place.clientWidth, colors(place)), data(chart), place);
  };
  // Drawn once it has a width, again when the width or the colors of the page change, and no more once it is gone.
  const sizes = new ResizeObserver(() => (place.isConnected ? place.clientWidth && draw() : leave()));
  const schemes = new MutationObserver(() => (place.isConnected ? draw() : leave()));
  const leave = () => {
    sizes.disconnect();
    schemes.disconnect();
    drawn?.destroy();
  };
  sizes.observe(place);
  schemes.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  return figure;
}

/** @param {Chart} chart @returns {uPlot.AlignedData} */
function data({ points, lines }) {
  const days = points.map(({ day }) => Date.parse(day) / 1000);
  const levels = lines.flatMap(({ value, upto }) => [value, ...(upto === null ? [] : [upto])]);
  // What comes later is drawn above: no level may hide a point.
  return [days, ...levels.map((level) => days.map(() => level)), points.map(({ value }) => value)];
}

/**
 * @param {Chart} chart
 * @param {number} width
 * @param {{ink: string, line: string, primary: string, warn: string, belt: string}} color
 * @returns {uPlot.Options}
 */
function options(chart, width, color) {
  /** @type {uPlot.Series[]} */
  const levels = [];
  /** @type {uPlot.Band[]} */
  const belts = [];
  chart.lines.forEach(({ label, upto }, number) => {
    const series = {
      label,
      stroke: color.warn,
      width: 1,
      dash: DASHES[number % DASHES.length],
      points: { show: false },
    };
    levels.push(series);
    if (upto === null) return;
    levels.push({ ...series, label: "" });
    // Series are counted from 1, after the days.
    belts.push({ series: [levels.length, levels.length - 1], fill: color.belt });
  });
  const utc = (/** @type {number} */ seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC");
  const axis = {
    stroke: color.ink,
    grid: { stroke: color.line, width: 1 },
    ticks: { stroke: color.line, width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    // A day has no hour: it must not become the day before in western time zones.
    tzDate: utc,
    cursor: { show: false },
    legend: { show: false },
    scales: { y: { range: [chart.low, chart.high] } },
    // 3/2 is two different days.
    axes: [{ ...axis, incrs: STEPS, values: (_, days) => days.map((seconds) => DAY(utc(seconds))) }, axis],
    bands: belts,
    series: [
      {},
      ...levels,
      {
        label: chart.label,
        stroke: color.primary,
        width: 2,
        points: { show: true, size: 9, fill: color.primary, stroke: color.primary },
      },
    ],
  };
}

const DAY = uPlot.fmtDate("{D} {MMM}");
/** Seconds from one mark of the days to the next: whole days, or the same day would stand there twice. */
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364].map((days) => days * 86_400);
/** As drawn beside the labels by chart.css. */
const DASHES = [[6, 4], [2, 3], []];

/** The page's own colors, for a drawing that no style sheet reaches. @param {HTMLElement} place */
function colors(place) {
  const style = getComputedStyle(place);
  const named = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    ink: named("--ink"),
    line: named("--line"),
    primary: named("--primary"),
    warn: named("--warn"),
    belt: named("--warn-ground"),
  };
}
