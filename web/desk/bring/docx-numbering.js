/** The numbers and bullets of a .docx file. Word counts them when it shows the text; they do not stand in the file. */

import { attributeOf, child, children } from "./xml.js";

/** @typedef {{format: string, text: string, start: number}} Level */
/** @typedef {{counter: string, levels: Map<number, Level>, restarts: Map<number, number>}} Numbering `counter` is shared by lists that go on */

const ROMAN = /** @type {[number, string][]} */ ([
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
]);

/** Each list of the file by its number. @param {Document | undefined} part numbering.xml @returns {Map<string, Numbering>} */
export function numberings(part) {
  /** @type {Map<string, Numbering>} */
  const found = new Map();
  if (!part?.documentElement) return found;
  const abstract = new Map(
    children(part.documentElement, "abstractNum").map((one) => [attributeOf(one, "abstractNumId"), one]),
  );
  for (const one of children(part.documentElement, "num")) {
    const counter = attributeOf(child(one, "abstractNumId"), "val");
    const levels = levelsOf(abstract.get(counter));
    /** @type {Map<number, number>} */
    const restarts = new Map();
    for (const override of children(one, "lvlOverride")) {
      const level = Number(attributeOf(override, "ilvl"));
      const start = child(override, "startOverride");
      if (start) restarts.set(level, Number(attributeOf(start, "val")));
      for (const [number, given] of levelsOf(override)) levels.set(number, given);
    }
    found.set(attributeOf(one, "numId"), { counter, levels, restarts });
  }
  return found;
}

/** @param {Element | undefined} node @returns {Map<number, Level>} */
function levelsOf(node) {
  const levels = node ? children(node, "lvl") : [];
  return new Map(
    levels.map((level) => [
      Number(attributeOf(level, "ilvl")),
      {
        format: attributeOf(child(level, "numFmt"), "val") || "decimal",
        text: attributeOf(child(level, "lvlText"), "val"),
        start: Number(attributeOf(child(level, "start"), "val") || 1),
      },
    ]),
  );
}

/** Counts the paragraphs of a file in their order. */
export class Counting {
  #numberings;
  /** The numbers that each counter has reached, by level. @type {Map<string, Map<number, number>>} */
  #reached = new Map();
  /** @type {Set<string>} */
  #restarted = new Set();

  /** @param {Map<string, Numbering>} numberings */
  constructor(numberings) {
    this.#numberings = numberings;
  }

  /**
   * What stands before the next paragraph of a list; nothing where the list shows no sign.
   * @param {string} id @param {number} level from 0
   * @returns {string | undefined}
   */
  next(id, level) {
    const numbering = this.#numberings.get(id);
    const given = numbering?.levels.get(level);
    if (!numbering || !given || given.format === "none") return undefined;
    const reached = this.#reached.get(numbering.counter) ?? new Map();
    this.#reached.set(numbering.counter, reached);
    const restart = numbering.restarts.get(level);
    const first = `${id}/${level}`;
    if (restart !== undefined && !this.#restarted.has(first)) reached.delete(level);
    this.#restarted.add(first);
    reached.set(level, reached.has(level) ? reached.get(level) + 1 : (restart ?? given.start));
    for (const deeper of [...reached.keys()]) if (deeper > level) reached.delete(deeper);
    if (given.format === "bullet") return "•";
    return given.text.replace(/%(\d)/g, (_, place) => {
      const other = numbering.levels.get(place - 1);
      return written(reached.get(place - 1) ?? other?.start ?? 1, other?.format ?? "decimal");
    });
  }
}

/** A number in the form of a list. @param {number} number @param {string} format */
function written(number, format) {
  if (/Roman$/.test(format)) {
    let left = number;
    const roman = ROMAN.map(([value, sign]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return sign.repeat(times);
    }).join("");
    return format === "upperRoman" ? roman.toUpperCase() : roman;
  }
  if (/Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
    return format === "upperLetter" ? letter.toUpperCase() : letter;
  }
  return format === "decimalZero" ? String(number).padStart(2, "0") : String(number);
}
