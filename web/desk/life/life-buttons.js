/** What can happen to an article, by buttons: the same commands, with the same words, as `press` has. */
import { element } from "../../dom.js";
import { today } from "../../today.js";
import { ask, button, labeled } from "../dialog.js";

/** @import { ArticleLine, Choice, Done, Field, Services } from "../contract.d.ts" */

/**
 * A question of a command.
 *
 * @typedef {{name: string, label: string, help?: string, kind: "text" | "long-text" | "date" | "choice", choices?: Choice[], value?: string, needed?: boolean}} Question
 */

/** @typedef {{name: string, words: string, title: string, says: string, questions: Question[]}} Command */

/** @param {readonly Field[]} fields @param {string} name */
function choicesOf(fields, name) {
  return fields.find((field) => field.name === name)?.choices ?? [];
}

/** @param {readonly Field[]} fields @returns {Command} */
export function newArticle(fields) {
  return {
    name: "new",
    words: "New article",
    title: "Begin an article",
    says: "It begins as a draft that readers do not see.",
    questions: [
      { name: "title", label: "Title", kind: "text", needed: true },
      { name: "category", label: "Category", kind: "choice", choices: choicesOf(fields, "category"), needed: true },
      {
        name: "author",
        label: "Author",
        help: fields.find((field) => field.name === "author")?.help ?? "",
        kind: "choice",
        choices: choicesOf(fields, "author"),
        needed: true,
      },
    ],
  };
}

/**
 * What can happen to an article in its state.
 *
 * @param {Pick<ArticleLine, "slug" | "state">} article
 * @param {readonly Field[]} fields
 * @param {string} day today, as 2026-11-29
 * @returns {Command[]}
 */
export function commandsOf({ slug, state }, fields, day) {
  /** @type {Command} */
  const publish = {
    name: "publish",
    words: "Publish",
    title: "Let readers see this article",
    says: "It is published once what you have written is handed in, on this day or later.",
    questions: [{ name: "on", label: "From this day on", kind: "date", value: day }],
  };
  /** @type {Command} */
  const review = {
    name: "review",
    words: "Note a review",
    title: "Note that this article was reviewed",
    says: "The whole article was read against its sources today. Later changes of words or numbers will be told to readers.",
    questions: [
      { name: "by", label: "Reviewed by", kind: "choice", choices: choicesOf(fields, "reviewedBy"), needed: true },
      { name: "due", label: "Next review due", help: "Left empty: in a year.", kind: "date" },
    ],
  };
  /** @type {Command} */
  const rename = {
    name: "rename",
    words: "Change address",
    title: "Give this article another address",
    says: "The old address leads to the new one, and links of other pages are changed.",
    questions: [
      {
        name: "new",
        label: "Name in the address",
        help: "Small letters, figures and hyphens, such as monitoring-after-an-infusion.",
        kind: "text",
        value: slug,
        needed: true,
      },
    ],
  };
  /** @type {Command} */
  const withdraw = {
    name: "withdraw",
    words: "Withdraw",
    title: "Take this article away from readers",
    says: "Its page stays, says that it is withdrawn and why, and shows none of its text. Calculators that rest on it say so too.",
    questions: [{ name: "reason", label: "What readers are told", kind: "long-text", needed: true }],
  };
  if (state === "withdrawn") return [];
  if (state === "published") return [review, rename, withdraw];
  return [publish, review, rename];
}

/**
 * Asks what a command has to know, and carries it out; null where nothing was done.
 *
 * @param {Services} python
 * @param {Command} command
 * @param {Record<string, string>} given what is known already, such as the article
 * @returns {Promise<Done | null>}
 */
export function carryOut(python, command, given) {
  return ask(command.title, (done) => {
    const controls = command.questions.map((question) => ({ question, control: controlOf(question) }));
    return {
      content: [
        element("p", {}, command.says),
        ...controls.map(({ question, control }) =>
          labeled(question.needed ? question.label : `${question.label} (may be left out)`, control, question.help),
        ),
      ],
      act: [
        {
          words: command.words,
          run: async () => {
            const missing = controls.find(({ question, control }) => question.needed && !control.value.trim());
            if (missing) {
              missing.control.focus();
              throw new Error(`“${missing.question.label}” is still empty.`);
            }
            const answers = controls
              .filter(({ control }) => control.value.trim())
              .map(({ question, control }) => [question.name, control.value.trim()]);
            done(await python.command({ name: command.name, arguments: { ...given, ...Object.fromEntries(answers) } }));
          },
        },
      ],
    };
  });
}

/** @param {Question} question */
function controlOf({ kind, choices = [], value = "" }) {
  if (kind === "choice") {
    const options = choices.map((choice) => element("option", { value: choice.value }, choice.label));
    return element("select", {}, ...options);
  }
  if (kind === "long-text") return element("textarea", { rows: "3" });
  const control = element("input", { type: kind === "date" ? "date" : "text", autocomplete: "off" });
  control.value = value;
  return control;
}

/**
 * The buttons of one article.
 *
 * @param {Pick<ArticleLine, "slug" | "state">} article
 * @param {readonly Field[]} fields
 * @param {(command: Command) => void} act
 */
export function lifeButtons(article, fields, act) {
  return commandsOf(article, fields, today()).map((command) =>
    element(
      "div",
      {},
      button(command.words, () => act(command)),
      element("p", { class: "desk-hint" }, command.says),
    ),
  );
}
