import { required } from "../dom.js";
import { tableButtons } from "./export.js";
import { contentOf, fill, repeat } from "./fill-template.js";

/** @import { Answer, Chart, Scale, ScaleBand, Source, Table, Warning } from "../engine/reply.js" */

/**
 * The answer in one sentence, and what must not be missed.
 *
 * @param {Answer} answer
 * @param {HTMLElement} calculator the element that holds the templates
 */
export function headlineView({ headline, warnings }, calculator) {
  const view = contentOf(required(calculator, ".headline-template"));
  fill(required(view, ".headline"), { headline });
  repeat(view, ".warning", warnings.filter(isUrgent), writeWarning, ofItsKind);
  return view;
}

/**
 * The same for the ear, with the notes.
 *
 * @param {Answer} answer
 * @param {HTMLElement} calculator the element that holds the templates
 */
export function announced({ headline, warnings }, calculator) {
  const names = ["headline", "result"].flatMap((name) => {
    const view = contentOf(required(calculator, `.${name}-template`));
    return [...view.querySelectorAll(".warning")];
  });
  const spoken = (/** @type {Warning} */ warning) => {
    const name = names.find((part) => part.matches(ofItsKind(warning)))?.querySelector("strong");
    return `${name?.textContent} ${warning.text}`;
  };
  return [headline, ...warnings.map(spoken)].map((words) => `${words.replace(/\.$/, "")}.`).join(" ");
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
  fillOrRemove(required(view, ".shown"), "div", answer.shown, fill);
  const notes = answer.warnings.filter((warning) => !isUrgent(warning));
  repeat(view, ".warning", notes, writeWarning);
  repeat(view, ".scale", answer.scales, writeScale);
  repeat(view, ".chart-frame", answer.charts, drawChart);
  repeat(view, ".answer-table", answer.tables, (part, table) => writeTable(part, table, answer.dangers));
  fillOrRemove(fold(view, "working"), "li", answer.working, (item, line) => fill(item, { line }));
  fillOrRemove(fold(view, "differences", differences), ".difference", differences, fill);
  fillOrRemove(fold(view, "sources", sources), "li", sources, writeSource, ofItsPlace);
  const inputs = answer.inputs.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  fill(required(view, ".used"), { inputs, title, version });
  return view;
}

/** @param {Warning} warning */
function isUrgent({ kind }) {
  return kind !== "note";
}

/** @param {Warning} warning */
function ofItsKind({ kind }) {
  return `[data-kind="${kind}"]`;
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
function writeWarning(part, { text, calculator, title }) {
  fill(part, { text, calculator: given(calculator.replaceAll("_", "-")), title });
}

/**
 * A scale with every band named beside its interval. Positions are plain numbers handed to the style sheet, which
 * places them; what the drawing says stands in words below it.
 *
 * @param {HTMLElement} part
 * @param {Scale} scale
 */
function writeScale(part, { label, low, high, at, at_text, bands }) {
  fill(required(part, ".scale-name"), { label });
  const track = required(part, ".scale-track");
  setNumbers(track, { low, high, at });
  repeat(track, ".scale-band", bands, (band, { from }) => setNumbers(band, { from }), whereItIs);
  const writeBand = (/** @type {HTMLElement} */ item, /** @type {ScaleBand} */ { label, interval }) =>
    fill(item, { label, interval, at_text });
  repeat(part, ".scale-bands > li", bands, writeBand, whereItIs);
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, number>} numbers
 */
function setNumbers(element, numbers) {
  for (const [name, number] of Object.entries(numbers)) element.style.setProperty(`--${name}`, String(number));
}

/** The drawing comes with a script of its own, fetched when an answer first has one. @param {HTMLElement} place @param {Chart} chart */
function drawChart(place, chart) {
  import("./chart-view.js").then(
    ({ chartView }) => place.replaceChildren(chartView(chart)),
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
