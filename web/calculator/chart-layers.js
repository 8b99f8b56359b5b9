import { firstFree, inLines, meet, wordBox } from "./chart-names.js";

/** @import uPlot from "uplot" */
/** @import { Chart } from "../engine/reply.js" */
/** @import { Box } from "./chart-names.js" */

/**
 * What stands behind and beside the curve of a chart: named bands, belts, levels, values and lanes of marks. Everything
 * is drawn in the order in which it may cover: bands, belts, lines, the curve, and words last.
 *
 * @typedef {{ink: string, muted: string, page: string, surface: string, line: string, primary: string, warn: string, belt: string}} Colors
 * @typedef {{colors: Colors, size: number, family: string}} Look `size` of the letters in CSS pixels
 */

/** As drawn beside the labels by chart.css. */
export const DASHES = [[6, 4], [2, 3], []];

/** Pixels between the drawing and the names of its bands, and behind them. */
const BESIDE_THE_BANDS = 8;
/** Pixels from the middle of a point to where no word may stand. */
const AROUND_A_POINT = 6;

/** @param {Look} look the height of one lane in CSS pixels: a line for its name, one for its marks */
export function laneHeight({ size }) {
  return 2 * size + 10;
}

/** The room beside the drawings of one answer for the longest word of a band: their days stand below each other. @param {readonly Chart[]} charts @param {Look} look */
export function bandRoom(charts, { size }) {
  const words = charts.flatMap(({ bands }) => bands.flatMap(({ label }) => label.split(" ")));
  return Math.max(0, ...words.map((word) => word.length)) * size * 0.6 + BESIDE_THE_BANDS;
}

/**
 * @param {Chart} chart
 * @param {Look} look
 * @returns {uPlot.Hooks.Arrays}
 */
export function layers(chart, look) {
  return {
    drawClear: [(plot) => grounds(new Pen(plot, look), chart)],
    drawAxes: [(plot) => levels(new Pen(plot, look), chart)],
    draw: [(plot) => words(new Pen(plot, look), chart)],
  };
}

/** Draws on the canvas of a plot in CSS pixels. */
class Pen {
  /** @param {uPlot} plot @param {Look} look */
  constructor(plot, look) {
    this.plot = plot;
    this.look = look;
    this.context = plot.ctx;
    this.ratio = plot.ctx.canvas.width / plot.width;
  }

  /** The place of the drawing within its axes. */
  get box() {
    const { left, top, width, height } = this.plot.bbox;
    const [right, bottom] = [left + width, top + height];
    return {
      left: left / this.ratio,
      top: top / this.ratio,
      right: right / this.ratio,
      bottom: bottom / this.ratio,
    };
  }

  /** @param {number} value */
  y(value) {
    return this.plot.valToPos(value, "y", true) / this.ratio;
  }

  /** @param {string | number} day */
  x(day) {
    return this.plot.valToPos(seconds(day), "x", true) / this.ratio;
  }

  /** @param {() => void} act */
  draw(act) {
    this.context.save();
    this.context.scale(this.ratio, this.ratio);
    act();
    this.context.restore();
  }

  /** @param {{low: number, upto: number}} range @param {string} color */
  ground({ low, upto }, color) {
    const { left, right } = this.box;
    this.context.fillStyle = color;
    this.context.fillRect(left, this.y(upto), right - left, this.y(low) - this.y(upto));
  }

  /** @param {number} value @param {number[]} dash */
  level(value, dash) {
    const { left, right } = this.box;
    // On whole pixels, or a thin line is a pale one.
    const y = Math.round(this.y(value));
    this.context.beginPath();
    this.context.strokeStyle = this.look.colors.warn;
    this.context.lineWidth = 2;
    this.context.setLineDash(dash);
    this.context.moveTo(left, y);
    this.context.lineTo(right, y);
    this.context.stroke();
  }

  /**
   * Words with a rim in the color of the page, so that no line runs through them.
   *
   * @param {string} text
   * @param {number} x
   * @param {number} y of the line that the words stand on
   * @param {{color: string, align?: CanvasTextAlign, bold?: boolean}} style
   */
  text(text, x, y, { color, align = "left", bold = false }) {
    const { context, look } = this;
    context.font = `${bold ? "bold " : ""}${look.size}px ${look.family}`;
    context.textAlign = align;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.setLineDash([]);
    context.strokeStyle = look.colors.page;
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  /** @param {string} text */
  width(text) {
    this.context.font = `bold ${this.look.size}px ${this.look.family}`;
    return this.context.measureText(text).width;
  }
}

/** @param {Pen} pen @param {Chart} chart */
function grounds(pen, { bands, lines }) {
  const { colors } = pen.look;
  pen.draw(() => {
    for (const [place, band] of bands.entries()) pen.ground(band, place % 2 ? colors.page : colors.surface);
    for (const { value, upto } of lines) if (upto !== null) pen.ground({ low: value, upto }, colors.belt);
  });
}

/** @param {Pen} pen @param {Chart} chart */
function levels(pen, { bands, lines }) {
  pen.draw(() => {
    bandNames(pen, bands);
    lines.forEach(({ value, upto }, number) => {
      const dash = DASHES[number % DASHES.length] ?? [];
      pen.level(value, dash);
      if (upto !== null) pen.level(upto, dash);
    });
  });
}

/** Each band beside its middle, the widest bands first. One that would stand on another is left to the description. @param {Pen} pen @param {Chart["bands"]} bands */
function bandNames(pen, bands) {
  const { look, box } = pen;
  const most = pen.plot.width - box.right - BESIDE_THE_BANDS;
  /** @type {Box[]} */
  const taken = [];
  for (const { label, low, upto } of [...bands].sort((one, other) => other.upto - other.low - (one.upto - one.low))) {
    const lines = inLines(label, most, (text) => pen.width(text));
    const middle = (pen.y(low) + pen.y(upto)) / 2;
    const half = (lines.length * look.size) / 2;
    const place = { left: box.right, right: pen.plot.width, top: middle - half, bottom: middle + half };
    if (taken.some((other) => meet(place, other))) continue;
    taken.push(place);
    for (const [number, line] of lines.entries()) {
      pen.text(line, box.right + 6, place.top + (number + 0.85) * look.size, { color: look.colors.muted });
    }
  }
}

/** @param {Pen} pen @param {Chart} chart */
function words(pen, { points, more, lines, lanes }) {
  const { look, box } = pen;
  pen.draw(() => {
    const taken = [];
    for (const line of [points, ...more.map((one) => one.points)]) {
      taken.push(...line.map(({ day, value }) => aroundPoint(pen.x(day), pen.y(value))));
      const values = line.map(({ day, value, text }) => ({ x: pen.x(day), y: pen.y(value) - 8, text }));
      for (const { text, x, y } of apart(pen, inOrderOfWeight(values))) {
        pen.text(text, x, y, { color: look.colors.ink, align: "center", bold: true });
        taken.push(wordBox(x - pen.width(text) / 2, pen.width(text), y, look.size));
      }
    }
    levelNames(pen, lines, taken);
    lanes.forEach(({ label, marks }, place) => {
      const top = laneHeight(look) * place;
      pen.text(label, box.left, top + look.size, { color: look.colors.muted });
      const y = top + 2 * look.size + 4;
      for (const { text, x } of apart(
        pen,
        marks.map((mark) => ({ x: pen.x(mark.day), y, text: mark.text })),
      )) {
        pen.text(text, x, y, { color: look.colors.ink, align: "center" });
      }
    });
  });
}

/** @param {number} x @param {number} y */
function aroundPoint(x, y) {
  return { left: x - AROUND_A_POINT, right: x + AROUND_A_POINT, top: y - AROUND_A_POINT, bottom: y + AROUND_A_POINT };
}

/**
 * The name of each level above or below its line, at one end of it, where nothing stands yet. Where there is no room the level
 * has its name in the list below the drawing alone, beside a piece of its line.
 *
 * @param {Pen} pen
 * @param {Chart["lines"]} lines
 * @param {Box[]} taken
 */
function levelNames(pen, lines, taken) {
  const { look, box } = pen;
  for (const { short, value } of [...lines].sort((one, other) => other.value - one.value)) {
    const [wide, at] = [pen.width(short), pen.y(value)];
    const places = [box.left + 6, box.right - 6 - wide].flatMap((x) =>
      [at - 4, at + look.size].map((y) => ({ x, y, ...wordBox(x, wide, y, look.size) })),
    );
    const place = firstFree(places, taken, box);
    if (!place) continue;
    pen.text(short, place.x, place.y, { color: look.colors.warn });
    taken.push(place);
  }
}

/** @typedef {{x: number, y: number, text: string}} Word */

/** The first, the last and the lowest one before the others. @param {Word[]} words */
function inOrderOfWeight(words) {
  if (!words.length) return [];
  const lowest = words.reduce((low, word) => (word.y > low.y ? word : low));
  return [...new Set([words[0], words.at(-1), lowest, ...words])].filter((word) => word !== undefined);
}

/** Those that do not stand on one before them: all are in the table. @param {Pen} pen @param {Word[]} words */
function apart(pen, words) {
  /** @type {Word[]} */
  const placed = [];
  for (const word of words) {
    const wide = pen.width(word.text);
    const isFree = placed.every(({ x, text }) => Math.abs(x - word.x) > (wide + pen.width(text)) / 2 + 2);
    if (isFree) placed.push(word);
  }
  return placed;
}

/** A day, or a minute from a start, as a plot counts time. @param {string | number} day */
export function seconds(day) {
  return typeof day === "number" ? day * 60 : Date.parse(day) / 1000;
}
