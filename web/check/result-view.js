import { linkTo } from "../calculator/permalink.js";
import { element } from "../dom.js";

/** @import { Reply } from "../engine/reply.js" */
/** @import { Difference } from "./comparison.js" */
/** @import { Found } from "./recognition.js" */
/** @import { Card, Recall, Verdict } from "./verdict.js" */

const KINDS = { line: "a line", note: "a note", fhir: "a FHIR record", link: "a link", file: "a saved file" };

/**
 * @typedef {object} Checked
 * @property {Found} found
 * @property {Card} card
 * @property {Verdict} said
 * @property {Recall[]} recalls
 * @property {string[]} changes
 * @property {Difference[] | null} changed
 * @property {Difference[]} [altered]
 * @property {Reply | null} before
 * @property {Reply | null} today
 * @property {string[]} added
 * @property {string} why
 */

/** @param {HTMLElement} place @param {Checked} checked @param {string} root */
export function drawCheck(
  place,
  { found, card, said, recalls, changes, changed, altered = [], before, today, added, why },
  root,
) {
  const version = found.version ?? "unknown";
  const read = [
    ["What it is", `${KINDS[found.kind]} of ${card.title}`],
    ["Made with", `version ${version}${found.day ? `, ${found.day}` : ""}`],
    ["Today's version", card.version],
    ["Read from it", inputsOf(before ?? today)],
  ];
  const parts = [
    element(
      "div",
      { class: "check-verdict", "data-state": said.state },
      element("h2", {}, said.head),
      element("p", {}, said.words),
    ),
    ...recalls.map(recallView),
    list(read),
  ];
  if (why) parts.push(element("p", {}, why));
  if (before) parts.push(answerView(`By version ${version}`, before));
  if (today && found.version !== card.version) {
    if (added.length)
      parts.push(
        element(
          "p",
          {},
          `Today's form also asks, and opens with: ${added.join("; ")}. That was taken for today's answer.`,
        ),
      );
    parts.push(answerView(`By today's version, ${card.version}`, today));
  }
  if (altered.length)
    parts.push(differencesView("What differs from the record", altered, "In the record", `By version ${version}`));
  if (changed?.length && found.version !== card.version)
    parts.push(differencesView("What is different today", changed, `Version ${version}`, `Today, ${card.version}`));
  if (changes.length)
    parts.push(
      element("h3", {}, "What the change log says since"),
      element("ul", {}, ...changes.map((text) => element("li", {}, text))),
    );
  if (found.entries && found.version) {
    const page = new URL(card.page, root);
    const href = linkTo(
      page,
      { calculator: found.calculator, version: found.version },
      found.entries,
      found.days ?? [],
    );
    if (href) parts.push(element("p", {}, element("a", { href }, "Open these entries in today's form")));
  }
  place.replaceChildren(...parts);
}

/** @param {Reply | null} reply */
function inputsOf(reply) {
  const told = reply?.answer?.inputs.map(({ label, text }) => `${label}: ${text}`);
  return told?.join("; ") ?? "not its inputs";
}

/** @param {string} head @param {Reply} reply */
function answerView(head, { answer, problems = [], failure = "" }) {
  const told = answer ? [answer.headline, ...answer.dangers] : problems.map(({ message }) => message);
  const words = told.length ? told : [failure];
  return element(
    "div",
    {},
    element("h3", {}, head),
    ...(answer ? [] : [element("p", {}, "No answer: it asks for something else than what the record holds.")]),
    ...words.map((line) => element("p", {}, line)),
  );
}

/** @param {Recall} recall */
function recallView({ date, inputs, wrong, do: todo }) {
  return list([
    ["Withdrawn on", date],
    ["Inputs affected", inputs],
    ["What was wrong", wrong],
    ["What to do", todo],
  ]);
}

/** @param {string} head @param {Difference[]} lines @param {string} one @param {string} other */
function differencesView(head, lines, one, other) {
  return element(
    "div",
    {},
    element("h3", {}, head),
    ...lines.map(({ what, before, today }) =>
      list([
        ["What", what],
        [one, before || "Nothing"],
        [other, today || "Nothing"],
      ]),
    ),
  );
}

/** @param {string[][]} lines */
function list(lines) {
  const told = lines.flatMap(([term = "", words = ""]) => [element("dt", {}, term), element("dd", {}, words)]);
  return element("dl", { class: "check-facts" }, ...told);
}
