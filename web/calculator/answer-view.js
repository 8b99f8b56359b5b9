import { required } from "../dom.js";
import { doubleCheckView } from "./double-check-view.js";
import { tableButtons } from "./export.js";
import { contentOf, fill, repeat } from "./fill-template.js";
import { keepQuantitiesWhole } from "./quantities.js";

/** @import { Answer, Chart, Chip, Figure, Scale, ScaleBand, Shown, Source, Table, Warning } from "../engine/reply.js" */

/**
 * The answer in one sentence, and what must not be missed.
 *
 * @param {Answer} answer
 * @param {HTMLElement} calculator the element that holds the templates
 */
export function headlineView({ headline, figure, warnings }, calculator) {
  const view = contentOf(required(calculator, ".headline-template"));
  fill(required(view, ".headline"), { headline });
  writeFigure(required(view, ".glance"), figure);
  repeat(view, ".warning", warnings.filter(isUrgent), writeWarning, ofItsKind);
  keepQuantitiesWhole(view, calculator.dataset.quantities ?? "");
  return view;
}

/** The same for the ear: what is folded is not read out before somebody unfolds it. @param {Answer} answer */
export function announced({ headline, warnings }) {
  const urgent = warnings.filter(isUrgent).map(({ word, text }) => `${word}: ${text}`);
  return [headline, ...urgent].map((words) => `${words.replace(/\.$/, "")}.`).join(" ");
}

/**
 * Everything that stands below the headline.
 *
 * @param {Answer} answer
 * @param {HTMLElement} calculator the element that holds the templates
 */
export function resultView(answer, calculator) {
  const { title, version, differences, sources } = answer;
  const view = contentOf(required(calculator, ".result-template"));
  repeat(view, ".shown-group", inGroups(answer.shown), writeGroup);
  const notes = answer.warnings.filter((warning) => !isUrgent(warning));
  fillOrRemove(fold(view, "notes", notes), ".warning", notes, writeWarning);
  repeat(view, ".scale", answer.scales, writeScale);
  repeat(view, ".chart-frame", answer.charts, (place, chart) => drawChart(place, chart, answer.charts));
  repeat(view, ".answer-table", answer.tables, (part, table) => {
    writeTable(part, table, answer.dangers);
    part.toggleAttribute("data-off-paper", !isPrinted(table, answer));
  });
  fillOrRemove(fold(view, "working"), "li", answer.working, (item, line) => fill(item, { line }));
  fillOrRemove(fold(view, "differences", differences), ".difference", differences, fill);
  fillOrRemove(fold(view, "sources", sources), "li", sources, writeSource, ofItsPlace);
  const inputs = answer.inputs.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  fill(required(view, ".used"), { inputs, title, version });
  if (answer.double_check) view.prepend(doubleCheckView(answer.double_check, calculator));
  keepQuantitiesWhole(view, calculator.dataset.quantities ?? "");
  return view;
}

/** @param {Table} table @param {Answer} answer */
function isPrinted({ label }, { double_check }) {
  return !double_check || double_check.tables.includes(label);
}

/** @param {Warning} warning */
function isUrgent({ kind }) {
  return kind !== "note";
}

/** @param {Warning} warning */
function ofItsKind({ kind }) {
  return `[data-kind="${kind}"]`;
}

/** @param {Chip} chip */
function ofItsTone({ tone }) {
  return `[data-tone="${tone}"]`;
}

/** @param {HTMLElement} place @param {Figure} figure */
function writeFigure(place, { label, value, unit, after, chips }) {
  fillOrRemove(required(place, ".chips"), ".chip", chips, fill, ofItsTone);
  fill(place, { label: given(label), value, unit: given(unit), after: given(after) });
}

/** What the figure does not say already, by groups. @param {readonly Shown[]} shown @returns {Shown[][]} */
function inGroups(shown) {
  const left = shown.filter(({ in_figure }) => !in_figure);
  const groups = [...new Set(left.map(({ group }) => group))];
  return groups.map((name) => left.filter(({ group }) => group === name));
}

/** @param {HTMLElement} part @param {readonly Shown[]} values */
function writeGroup(part, values) {
  fill(part, { group: given(values[0]?.group ?? "") });
  const write = (/** @type {HTMLElement} */ copy, /** @type {Shown} */ { key, label, text }) =>
    fill(copy, { key, label, text });
  repeat(part, ".shown > div", values, write);
}

/** @param {ScaleBand} band */
function whereItIs({ here }) {
  return here ? "[data-here]" : ":not([data-here])";
}

/** A source is a page of this site, or not. @param {Source} source */
function ofItsPlace({ url }) {
  return url.startsWith("/") ? ":has([href$='{path}'])" : ":has([href='{url}'])";
}

/**
 * @param {ParentNode} view
 * @param {string} name
 * @param {readonly unknown[]} [counted] what the title counts
 */
function fold(view, name, counted) {
  const found = required(view, `.fold[data-fold="${name}"]`);
  if (counted) fill(required(found, "summary"), { count: String(counted.length) });
  return found;
}

/**
 * A place with a copy of its part for each item. Without items it goes.
 *
 * @template Item
 * @param {Element} place
 * @param {string} selector
 * @param {readonly Item[]} items
 * @param {(copy: HTMLElement, item: Item) => void} write
 * @param {(item: Item) => string} [kind]
 */
function fillOrRemove(place, selector, items, write, kind) {
  if (items.length) repeat(place, selector, items, write, kind);
  else place.remove();
}

/** A warning, with the way to the calculator it sends the reader to. @param {HTMLElement} part @param {Warning} warning */
function writeWarning(part, { word, text, calculator, title }) {
  fill(part, { word, text, calculator: given(calculator.replaceAll("_", "-")), title });
}

/**
 * A scale with every band named under its part. Widths and the place of the mark are plain numbers handed to the style sheet.
 *
 * @param {HTMLElement} part
 * @param {Scale} scale
 */
function writeScale(part, { label, place, at_text, bands }) {
  fill(required(part, ".scale-name"), { label, at_text });
  const writeBand = (/** @type {HTMLElement} */ item, /** @type {ScaleBand} */ { label, interval, from, to }) => {
    setNumbers(item, { from, to, place });
    fill(item, { label, interval });
  };
  repeat(part, ".scale-band", bands, writeBand, whereItIs);
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, number>} numbers
 */
function setNumbers(element, numbers) {
  for (const [name, number] of Object.entries(numbers)) element.style.setProperty(`--${name}`, String(number));
}

/** The drawing comes with a script of its own, fetched when an answer first has one. @param {HTMLElement} place @param {Chart} chart @param {readonly Chart[]} charts */
function drawChart(place, chart, charts) {
  place.toggleAttribute("data-beside", chart.is_beside);
  import("./chart-view.js").then(
    ({ chartView }) => place.replaceChildren(chartView(chart, charts)),
    () => place.remove(), // the table holds the same numbers
  );
}

/** @param {HTMLElement} part @param {Source} source */
function writeSource(part, { cite, doi, pmid, url, supports }) {
  fill(part, { cite, doi: given(doi), pmid: given(pmid), path: url.slice(1), url: given(url), supports });
}

/** A reply has no text for what is not there. @param {string} text */
function given(text) {
  return text || undefined;
}

/** @param {HTMLElement} part @param {Table} table @param {readonly string[]} dangers */
function writeTable(part, table, dangers) {
  const writeCell = (/** @type {HTMLElement} */ place, /** @type {string} */ cell) => fill(place, { cell });
  fill(required(part, ".table-region"), { label: table.label });
  repeat(part, "thead th", table.head, writeCell);
  repeat(part, "tbody tr", table.rows, (row, [first = "", ...rest]) => {
    repeat(row, "th", [first], writeCell);
    repeat(row, "td", rest, writeCell);
  });
  part.append(tableButtons(table, dangers));
}
