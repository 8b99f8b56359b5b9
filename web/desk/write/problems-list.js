/** The problems of an article, worst first, each with what to do, the way to its place and, where press can mend it, a button. */
import { element } from "../../dom.js";
import { button } from "../dialog.js";
import { atTheDesk, inOrder, keyOf, mendable, ofOneKind, quoted, remedyAtTheDesk } from "./problem-words.js";

/** @import { Problem } from "../contract.d.ts" */

/** So many problems of one kind are shown as one, which is opened to see each of them. */
const MANY = 4;
const LABELS = { error: "Error", warning: "Warning", advice: "Advice" };

/** The rule for sentences that recommend. */
const WITHOUT_STRENGTH = "strength";
/** The rule for an article with two titles. */
const TWO_TITLES = "title";

export class ProblemsList {
  element;
  #act;
  #shown = "";
  #linesAbove = 0;
  #items = element("ol", { class: "desk-problem-items" });
  #advice = element("ol", { class: "desk-problem-items" });
  #fold;
  #summary = element("summary");
  #none = element("p", { class: "desk-hint" });
  #all = element("div", { class: "desk-actions" });
  /** The kinds that are opened. @type {Set<string>} */
  #opened = new Set();

  /**
   * @param {{show: (problem: Problem) => void, mend: (problem: Problem) => void, mendAll: (rule?: string) => void, sayHowStrong: (problem: Problem) => void, write: (problem: Problem) => void, writeAll: (rule: string) => void, keepHeading: () => void}} act
   */
  constructor(act) {
    this.#act = act;
    this.#fold = element("details", { class: "desk-fold", hidden: true }, this.#summary, this.#advice);
    this.element = element(
      "section",
      { class: "desk-problems", "aria-label": "Problems", tabindex: "-1" },
      this.#none,
      this.#all,
      this.#items,
      this.#fold,
    );
  }

  /** @param {readonly Problem[]} problems @param {number} linesAbove of the front matter, which the text field does not show */
  show(problems, linesAbove) {
    const ordered = inOrder(problems);
    const key = JSON.stringify([ordered, linesAbove]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#linesAbove = linesAbove;
    const held = this.#focusHeld();
    const judged = ordered.filter(({ severity }) => severity !== "advice");
    const advice = ordered.filter(({ severity }) => severity === "advice");
    this.#none.textContent = judged.length ? "" : "The check finds no errors and no warnings.";
    this.#none.hidden = judged.length > 0;
    this.#all.replaceChildren(...this.#mendingAll(problems));
    this.#items.replaceChildren(
      ...ofOneKind(judged).flatMap((kind) =>
        kind.length < MANY ? kind.map((problem) => this.#item(problem, problems)) : [this.#kind(kind, problems)],
      ),
    );
    this.#advice.replaceChildren(...advice.map((problem) => this.#item(problem, problems)));
    this.#fold.hidden = advice.length === 0;
    this.#summary.textContent =
      advice.length === 1 ? "1 piece of advice on words" : `${advice.length} pieces of advice on words`;
    if (held) this.#restore(held);
  }

  /** One button for all kinds that have one right form, where there are several. @param {readonly Problem[]} all */
  #mendingAll(all) {
    const right = all.filter(({ replacement }) => replacement !== null);
    const kinds = new Set(right.map(({ rule }) => rule));
    return kinds.size > 1
      ? [button(`Mend all ${right.length} that have one right form`, () => this.#act.mendAll())]
      : [];
  }

  /** Many problems of one kind: what the first says, how many there are, and each of them folded. @param {readonly Problem[]} kind @param {readonly Problem[]} all */
  #kind(kind, all) {
    const [first] = kind;
    if (!first) return element("li");
    const { rule, severity } = first;
    const own = kind.filter(({ replacement }) => replacement !== null).length;
    const suggested = kind.filter(({ suggestion }) => suggestion !== null).length;
    const buttons = [
      ...(own > 1 ? [button(`Mend all ${own} of this kind`, () => this.#act.mendAll(rule))] : []),
      ...(suggested > 1 ? [button(`Write all ${suggested} so`, () => this.#act.writeAll(rule))] : []),
    ];
    const fold = element(
      "details",
      { class: "desk-fold" },
      element("summary", {}, `See all ${kind.length}`),
      element("ol", { class: "desk-problem-items" }, ...kind.map((problem) => this.#item(problem, all))),
    );
    fold.open = this.#opened.has(rule);
    fold.addEventListener("toggle", () => (fold.open ? this.#opened.add(rule) : this.#opened.delete(rule)));
    return element(
      "li",
      { "data-severity": severity, "data-key": rule },
      element(
        "p",
        {},
        element("span", { class: "desk-kind" }, `${kind.length} × ${LABELS[severity]}`),
        ` ${atTheDesk(first.message, this.#linesAbove)}`,
      ),
      element("div", { class: "desk-actions" }, ...buttons),
      fold,
    );
  }

  /** @param {Problem} problem @param {readonly Problem[]} all */
  #item(problem, all) {
    const { before, marked, after } = quoted(problem);
    const line = problem.line - this.#linesAbove;
    const where = line > 0 ? `Line ${line}` : "About the article";
    const message = atTheDesk(problem.message, this.#linesAbove);
    const fix = remedyAtTheDesk(problem, this.#linesAbove);
    const place = button("", () => this.#act.show(problem), { class: "desk-place" });
    place.append(element("span", { class: "desk-kind" }, LABELS[problem.severity]), ` ${where}: ${message}`);
    const parts = /** @type {(Node | string)[]} */ ([place]);
    if (problem.excerpt.trim())
      parts.push(element("p", { class: "desk-quote" }, before, element("mark", {}, marked), after));
    if (fix) parts.push(element("p", { class: "desk-remedy" }, fix));
    const same = mendable(all, problem.rule);
    if (problem.replacement !== null) {
      const buttons = [button("Mend", () => this.#act.mend(problem), { "aria-label": `Mend: ${message}` })];
      if (same > 1) {
        buttons.push(button(`Mend all ${same} of this kind`, () => this.#act.mendAll(problem.rule)));
      }
      parts.push(element("div", { class: "desk-actions" }, ...buttons));
    }
    if (problem.suggestion !== null) parts.push(...this.#suggested(problem, problem.suggestion, all));
    if (problem.rule === WITHOUT_STRENGTH) {
      const say = button("Say how strong", () => this.#act.sayHowStrong(problem), {
        "aria-label": `Say how strong: ${where}, “${before}${marked}${after}”`,
      });
      parts.push(element("div", { class: "desk-actions" }, say));
    }
    return element("li", { "data-severity": problem.severity, "data-key": keyOf(problem) }, ...parts);
  }

  /** What may be meant, to be read before it is written. @param {Problem} problem @param {string} suggestion @param {readonly Problem[]} all */
  #suggested(problem, suggestion, all) {
    const same = all.filter(({ rule, suggestion: other }) => rule === problem.rule && other !== null).length;
    const buttons = [
      button("Write it so", () => this.#act.write(problem), { "aria-label": `Write it so: ${suggestion}` }),
      ...(same > 1 ? [button(`Write all ${same} so`, () => this.#act.writeAll(problem.rule))] : []),
      ...(problem.rule === TWO_TITLES
        ? [button("Keep the line, change “About the article”", () => this.#act.keepHeading())]
        : []),
    ];
    return [element("p", { class: "desk-quote" }, suggestion), element("div", { class: "desk-actions" }, ...buttons)];
  }

  /** Where the focus is in the list, to be found again when it is drawn anew. */
  #focusHeld() {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !this.element.contains(active) || active === this.element) return null;
    const item = active.closest("li");
    const items = [...this.element.querySelectorAll("li")];
    return { key: item?.dataset.key ?? "", index: item ? items.indexOf(item) : -1, words: active.textContent ?? "" };
  }

  /** @param {{key: string, index: number, words: string}} held */
  #restore({ key, index, words }) {
    const items = [...this.element.querySelectorAll("li")];
    const item = items.find((one) => one.dataset.key === key) ?? items[Math.min(index, items.length - 1)];
    const buttons = [...(item?.querySelectorAll("button") ?? [])];
    (buttons.find((one) => one.textContent === words) ?? buttons[0] ?? this.element).focus();
  }
}
