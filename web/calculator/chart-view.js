import uPlot from "uplot";
import { element } from "../dom.js";
import { bandRoom, DASHES, laneHeight, layers, seconds } from "./chart-layers.js";

/** @import { Chart } from "../engine/reply.js" */
/** @import { Look } from "./chart-layers.js" */

const HEIGHT = 260;
/** Of a drawing that stands beside the one that leads. */
const HEIGHT_BESIDE = 190;

/**
 * Points over days with the levels to compare them with. The table that holds the same numbers stands beside it, and
 * the description says in words what the drawing shows.
 *
 * @param {Chart} chart
 * @param {readonly Chart[]} charts all of one answer: they leave the same room beside them
 * @returns {HTMLElement}
 */
export function chartView(chart, charts) {
  const place = element("div", { class: "chart-place", role: "img", "aria-label": chart.description });
  const levels = chart.lines.map(({ label }, number) =>
    element("li", { "data-dash": String(number % DASHES.length) }, label),
  );
  const names = chart.name ? [element("li", { "data-curve": "first" }, chart.name)] : [];
  for (const { label } of chart.more) names.push(element("li", { "data-curve": "further" }, label));
  const key = element("ul", { class: "chart-levels" }, ...names, ...levels);
  // Below the one that leads for every reader; of the others the drawing has it as its name, and their tables follow.
  const words = chart.is_beside ? [] : [element("p", { class: "chart-words" }, chart.description)];
  const figure = element("figure", { class: "chart" }, element("figcaption", {}, chart.label), place, key, ...words);
  /** @type {uPlot | undefined} */
  let drawn;
  const draw = () => {
    drawn?.destroy();
    const look = lookOf(place);
    const height = (chart.is_beside ? HEIGHT_BESIDE : HEIGHT) + laneHeight(look) * chart.lanes.length;
    place.style.setProperty("--height", `${height}px`);
    const size = { width: place.clientWidth, height };
    drawn = new uPlot(options(chart, size, look, bandRoom(charts, look)), data(chart), place);
  };
  // Drawn once it has a width, again when the width or the colors of the page change, and no more once it is gone.
  const sizes = new ResizeObserver(() => {
    if (!place.isConnected) leave();
    else if (place.clientWidth && place.clientWidth !== drawn?.width) draw();
  });
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

/** Each line at each of its places, and nothing where only another one has a point. @param {Chart} chart @returns {uPlot.AlignedData} */
function data({ points, more }) {
  const lines = [points, ...more.map((one) => one.points)];
  const places = [...new Set(lines.flat().map(({ day }) => day))].sort((one, other) => seconds(one) - seconds(other));
  const values = lines.map((line) => places.map((place) => line.find(({ day }) => day === place)?.value));
  return [places.map(seconds), ...values];
}

/**
 * @param {Chart} chart
 * @param {{width: number, height: number}} size
 * @param {Look} look
 * @param {number} room for the names of bands
 * @returns {uPlot.Options}
 */
function options(chart, size, look, room) {
  const { colors } = look;
  const utc = (/** @type {number} */ at) => uPlot.tzDate(new Date(at * 1000), "UTC");
  const axis = {
    stroke: colors.ink,
    font: `${look.size}px ${look.family}`,
    ticks: { stroke: colors.line, width: 1 },
  };
  return {
    ...size,
    padding: [laneHeight(look) * chart.lanes.length || null, room, null, null],
    // A day has no hour: it must not become the day before in western time zones.
    tzDate: utc,
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { range: days(chart) }, y: { range: [chart.low, chart.high] } },
    axes: [
      // 3/2 is two different days.
      {
        ...axis,
        grid: { stroke: colors.line, width: 1 },
        space: 5 * look.size,
        ...(typeof chart.points[0]?.day === "number"
          ? { incrs: MINUTE_STEPS, values: (_, marks) => marks.map((at) => `${at / 60} min`) }
          : { incrs: STEPS, values: (_, marks) => marks.map((at) => DAY(utc(at))) }),
      },
      { ...axis, grid: { show: false }, size: 3 * look.size },
    ],
    hooks: layers(chart, look),
    series: [
      {},
      {
        label: chart.label,
        stroke: colors.primary,
        width: 2,
        points: { show: true, size: 9, fill: colors.primary, stroke: colors.primary },
      },
      // The color is that of the first line: what tells it apart is the dash, and the name in the list below.
      ...chart.more.map(({ label }) => ({
        label,
        stroke: colors.primary,
        width: 2,
        dash: FURTHER,
        spanGaps: true,
        points: { show: true, size: 9, fill: colors.page, stroke: colors.primary },
      })),
    ],
  };
}

/**
 * From before the first day to after the last one, so that nothing stands on the edge.
 *
 * @param {Chart} chart
 * @returns {[number, number]}
 */
function days({ days: named, points, more, lanes }) {
  const drawn = [...points, ...more.flatMap((one) => one.points), ...lanes.flatMap(({ marks }) => marks)];
  const all = (named ?? drawn.map(({ day }) => day)).map(seconds);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const room = (last - first) * ROOM;
  return [first - room, last + room];
}

const DAY = uPlot.fmtDate("{D} {MMM}");
/** Seconds from one mark of the days to the next: whole days, or the same day would stand there twice. */
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364].map((count) => count * 86_400);
const MINUTE_STEPS = [10, 20, 30, 60, 120, 240].map((count) => count * 60);
/** The dash of a further line. */
const FURTHER = [8, 5];
/** Beside the first and the last day, as a part of the time between them. */
const ROOM = 0.05;

/** The page's own colors and letters, for a drawing that no style sheet reaches. @param {HTMLElement} place @returns {Look} */
function lookOf(place) {
  const style = getComputedStyle(place);
  const named = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    colors: {
      ink: named("--ink"),
      muted: named("--muted"),
      page: named("--page"),
      surface: named("--surface"),
      line: named("--line"),
      primary: named("--primary"),
      warn: named("--warn"),
      belt: named("--warn-ground"),
    },
    size: Number.parseFloat(style.fontSize),
    family: style.fontFamily,
  };
}
