import { make } from "../dom.js";
import { tableButtons } from "./export.js";
import { scaleView } from "./scale-view.js";

/** @import { Answer, Chart, Difference, List, Source, Table, Warning } from "./reply.js" */

const WARNING_WORDS = { stop: "Stop", caution: "Caution", note: "Note" };

/**
 * The answer in one sentence, and what must not be missed.
 *
 * @param {Answer} answer
 * @param {string} root the relative address of the site's root
 * @returns {HTMLElement[]}
 */
export function headlineView(answer, root) {
  const urgent = answer.warnings.filter(({ kind }) => kind !== "note");
  return [make("p", { class: "headline" }, answer.headline), ...urgent.map(warningView(root))];
}

/**
 * The same for the ear.
 *
 * @param {Answer} answer
 */
export function announced(answer) {
  const sentences = [answer.headline, ...answer.warnings.map(({ kind, text }) => `${WARNING_WORDS[kind]}: ${text}`)];
  return sentences.map((words) => `${words.replace(/\.$/, "")}.`).join(" ");
}

/**
 * Everything that stands below the headline.
 *
 * @param {Answer} answer
 * @param {string} root the relative address of the site's root
 * @returns {HTMLElement[]}
 */
export function resultView(answer, root) {
  const values = make("dl", { class: "shown" });
  for (const { key, label, text } of answer.shown) {
    values.append(make("div", { "data-key": key }, make("dt", {}, label), make("dd", {}, text)));
  }
  const used = answer.inputs.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  return [
    ...(answer.shown.length ? [values] : []),
    ...answer.warnings.filter(({ kind }) => kind === "note").map(warningView(root)),
    ...answer.scales.map(scaleView),
    ...(answer.charts ?? []).map(chartPlace),
    ...(answer.lists ?? []).map(listView),
    ...(answer.tables ?? []).map((table) =>
      make("div", { class: "answer-table" }, tableView(table), tableButtons(table)),
    ),
    fold(
      "working",
      "Working",
      [make("ol", { class: "working" }, ...answer.working.map((line) => make("li", {}, line)))],
      answer.working.length,
    ),
    fold(
      "differences",
      `House and literature (${answer.differences.length})`,
      answer.differences.map(differenceView),
      answer.differences.length,
    ),
    fold(
      "sources",
      `Sources (${answer.sources.length})`,
      [make("ul", { class: "sources" }, ...answer.sources.map((source) => sourceView(source, root)))],
      answer.sources.length,
    ),
    make(
      "p",
      { class: "used" },
      make("strong", {}, "Calculated from"),
      ` ${used}. ${answer.title}, version ${answer.version}.`,
    ),
  ].filter((part) => part !== null);
}

/**
 * @param {string} name
 * @param {string} title
 * @param {HTMLElement[]} content
 * @param {number} count
 */
function fold(name, title, content, count) {
  if (!count) return null;
  return make(
    "details",
    { class: "fold", "data-fold": name },
    make("summary", {}, title),
    make("div", { class: "fold-content" }, ...content),
  );
}

/**
 * A warning, with the way to the calculator it sends the reader to.
 *
 * @param {string} root the relative address of the site's root
 * @returns {(warning: Warning) => HTMLElement}
 */
function warningView(root) {
  return ({ kind, text, calculator, title }) => {
    const warning = make(
      "p",
      { class: "warning", "data-kind": kind },
      make("strong", {}, `${WARNING_WORDS[kind]}: `),
      text,
    );
    if (calculator)
      warning.append(
        " ",
        make("a", { href: `${root}calculators/${calculator.replaceAll("_", "-")}/` }, title ?? calculator),
      );
    return warning;
  };
}

/** The drawing comes with a script of its own, fetched when an answer first has one. @param {Chart} chart */
function chartPlace(chart) {
  const place = make("div", { class: "chart-frame" });
  import("./chart-view.js").then(
    ({ chartView }) => place.replaceChildren(chartView(chart)),
    () => place.remove(), // the table holds the same numbers
  );
  return place;
}

/** @param {Difference} difference */
function differenceView({ topic, house, literature }) {
  return make(
    "dl",
    { class: "difference" },
    make("div", { class: "difference-topic" }, make("dt", {}, "Topic"), make("dd", {}, topic)),
    make("div", {}, make("dt", {}, "House"), make("dd", {}, house)),
    make("div", {}, make("dt", {}, "Literature"), make("dd", {}, literature)),
  );
}

/** @param {Source} source @param {string} root the relative address of the site's root */
function sourceView({ cite, doi, pmid, url, supports }, root) {
  const item = make("li", {}, `${cite}.`);
  if (doi) item.append(" ", make("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`));
  if (pmid) item.append(" ", make("a", { href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }, `PMID ${pmid}`));
  if (url?.startsWith("/")) item.append(" ", make("a", { href: `${root}${url.slice(1)}` }, "Read it here"));
  else if (url) item.append(" ", make("a", { href: url }, url));
  if (supports) item.append(make("span", { class: "supports" }, ` Supports: ${supports}`));
  return item;
}

/** @param {List} list */
function listView({ label, items }) {
  const content = items.length ? make("ul", {}, ...items.map((item) => make("li", {}, item))) : make("p", {}, "None");
  return make("div", { class: "answer-list" }, make("p", { class: "part-name" }, label), content);
}

/** @param {Table} table */
function tableView({ label, head, rows }) {
  const line = make("tr", {}, ...head.map((cell) => make("th", { scope: "col" }, cell)));
  const body = make("tbody", {});
  for (const [first = "", ...rest] of rows) {
    body.append(make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((cell) => make("td", {}, cell))));
  }
  return make(
    "div",
    { class: "table-region", role: "region", tabindex: "0", "aria-label": `Table: ${label}` },
    make("table", { class: "data" }, make("caption", {}, label), make("thead", {}, line), body),
  );
}
