/** @import uPlot from "uplot" */
/** @import { Chart } from "../engine/reply.js" */

/**
 * What stands behind and beside the curve of a chart: named bands, belts, levels, values and lanes of marks. Everything
 * is drawn in the order in which it may cover: bands, belts, lines, the curve, and words last.
 *
 * @typedef {{ink: string, muted: string, page: string, surface: string, line: string, primary: string, warn: string, belt: string}} Colors
 * @typedef {{colors: Colors, size: number, family: string}} Look `size` of the letters in CSS pixels
 */

/** As drawn beside the labels by chart.css. */
export const DASHES = [[6, 4], [2, 3], []];

/** @param {Look} look the height of one lane in CSS pixels: a line for its name, one for its marks */
export function laneHeight({ size }) {
  return 2 * size + 10;
}

/** The room beside the drawing for the longest word of a band. @param {Chart} chart @param {Look} look */
export function bandRoom({ bands }, { size }) {
  const longest = Math.max(0, ...bands.flatMap(({ label }) => label.split(" ")).map((word) => word.length));
  return longest * size * 0.6 + 8;
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
    const { left, top, width } = this.plot.bbox;
    return { left: left / this.ratio, top: top / this.ratio, right: (left + width) / this.ratio };
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
  const { look, box } = pen;
  pen.draw(() => {
    for (const { label, low, upto } of bands) {
      const middle = (pen.y(low) + pen.y(upto)) / 2;
      const parts = label.split(" ");
      for (const [place, part] of parts.entries()) {
        const y = middle + (place - parts.length / 2 + 0.85) * look.size;
        pen.text(part, box.right + 6, y, { color: look.colors.muted });
      }
    }
    lines.forEach(({ value, upto }, number) => {
      const dash = DASHES[number % DASHES.length] ?? [];
      pen.level(value, dash);
      if (upto !== null) pen.level(upto, dash);
    });
    // From the top: a name that would stand on the one above it goes below its own line.
    let above = Number.NEGATIVE_INFINITY;
    for (const { short, value } of [...lines].sort((one, other) => other.value - one.value)) {
      const over = pen.y(value) - 4;
      const y = over - above < look.size ? pen.y(value) + look.size : over;
      pen.text(short, box.left + 6, y, { color: look.colors.warn });
      above = y;
    }
  });
}

/** @param {Pen} pen @param {Chart} chart */
function words(pen, { points, more, lanes }) {
  const { look, box } = pen;
  pen.draw(() => {
    for (const line of [points, ...more.map((one) => one.points)]) {
      const values = line.map(({ day, value, text }) => ({ x: pen.x(day), y: pen.y(value) - 8, text }));
      for (const { text, x, y } of apart(pen, inOrderOfWeight(values))) {
        pen.text(text, x, y, { color: look.colors.ink, align: "center", bold: true });
      }
    }
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
