import { element } from "../dom.js";
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
  return [element("p", { class: "headline" }, answer.headline), ...urgent.map(warningView(root))];
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
  const values = element("dl", { class: "shown" });
  for (const { key, label, text } of answer.shown) {
    values.append(element("div", { "data-key": key }, element("dt", {}, label), element("dd", {}, text)));
  }
  const used = answer.inputs.map(({ label, text }) => `${label}: ${text}`).join(" · ");
  return [
    ...(answer.shown.length ? [values] : []),
    ...answer.warnings.filter(({ kind }) => kind === "note").map(warningView(root)),
    ...answer.scales.map(scaleView),
    ...(answer.charts ?? []).map(chartPlace),
    ...(answer.lists ?? []).map(listView),
    ...(answer.tables ?? []).map((table) =>
      element("div", { class: "answer-table" }, tableView(table), tableButtons(table)),
    ),
    fold(
      "working",
      "Working",
      [element("ol", { class: "working" }, ...answer.working.map((line) => element("li", {}, line)))],
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
      [element("ul", { class: "sources" }, ...answer.sources.map((source) => sourceView(source, root)))],
      answer.sources.length,
    ),
    element(
      "p",
      { class: "used" },
      element("strong", {}, "Calculated from"),
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
  return element(
    "details",
    { class: "fold", "data-fold": name },
    element("summary", {}, title),
    element("div", { class: "fold-content" }, ...content),
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
    const warning = element(
      "p",
      { class: "warning", "data-kind": kind },
      element("strong", {}, `${WARNING_WORDS[kind]}: `),
      text,
    );
    if (calculator)
      warning.append(
        " ",
        element("a", { href: `${root}calculators/${calculator.replaceAll("_", "-")}/` }, title ?? calculator),
      );
    return warning;
  };
}

/** The drawing comes with a script of its own, fetched when an answer first has one. @param {Chart} chart */
function chartPlace(chart) {
  const place = element("div", { class: "chart-frame" });
  import("./chart-view.js").then(
    ({ chartView }) => place.replaceChildren(chartView(chart)),
    () => place.remove(), // the table holds the same numbers
  );
  return place;
}

/** @param {Difference} difference */
function differenceView({ topic, house, literature }) {
  return element(
    "dl",
    { class: "difference" },
    element("div", { class: "difference-topic" }, element("dt", {}, "Topic"), element("dd", {}, topic)),
    element("div", {}, element("dt", {}, "House"), element("dd", {}, house)),
    element("div", {}, element("dt", {}, "Literature"), element("dd", {}, literature)),
  );
}

/** @param {Source} source @param {string} root the relative address of the site's root */
function sourceView({ cite, doi, pmid, url, supports }, root) {
  const item = element("li", {}, `${cite}.`);
  if (doi) item.append(" ", element("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`));
  if (pmid) item.append(" ", element("a", { href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }, `PMID ${pmid}`));
  if (url?.startsWith("/")) item.append(" ", element("a", { href: `${root}${url.slice(1)}` }, "Read it here"));
  else if (url) item.append(" ", element("a", { href: url }, url));
  if (supports) item.append(element("span", { class: "supports" }, ` Supports: ${supports}`));
  return item;
}

/** @param {List} list */
function listView({ label, items }) {
  const content = items.length ? element("ul", {}, ...items.map((item) => element("li", {}, item))) : element("p", {}, "None");
  return element("div", { class: "answer-list" }, element("p", { class: "part-name" }, label), content);
}

/** @param {Table} table */
function tableView({ label, head, rows }) {
  const line = element("tr", {}, ...head.map((cell) => element("th", { scope: "col" }, cell)));
  const body = element("tbody", {});
  for (const [first = "", ...rest] of rows) {
    body.append(element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))));
  }
  return element(
    "div",
    { class: "table-region", role: "region", tabindex: "0", "aria-label": `Table: ${label}` },
    element("table", { class: "data" }, element("caption", {}, label), element("thead", {}, line), body),
  );
}
