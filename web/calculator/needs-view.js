import { element } from "../dom.js";

/** @import { Problem } from "../engine/reply.js" */
/** @import { AnswerPlace } from "./answer-place.js" */
/** @import { ProblemsView } from "./problems-view.js" */
/** @typedef {{name: string, control: HTMLElement | null}} Place a question by its name, and what to focus there */

/** More names than these are counted: nobody reads a list of nine. */
const MOST_NAMED = 3;

/**
 * Names questions, each a button that leads there.
 *
 * @param {string} lead such as "Still needed"
 * @param {Place[]} places
 */
function namedPlaces(lead, places) {
  const named = places.slice(0, MOST_NAMED).flatMap(({ name, control }, place) => {
    const words = control ? element("button", { type: "button", class: "go-to" }, name) : name;
    if (control && words instanceof HTMLElement) words.addEventListener("click", () => control.focus());
    return place ? [", ", words] : [words];
  });
  const more = places.length - MOST_NAMED;
  return element("p", { class: "needed" }, `${lead}: `, ...named, more > 0 ? ` and ${more} more` : "");
}

/**
 * What is still needed, each a way there.
 *
 * @param {ProblemsView} view
 * @param {Problem[]} [problems]
 */
export function neededPlaces(view, problems = []) {
  return problems.length ? [namedPlaces("Still needed", view.places(problems))] : [];
}

/**
 * Why there is no answer: what is wrong, or else what is still needed.
 *
 * @param {ProblemsView} view
 * @param {AnswerPlace} answer
 * @param {Problem[]} problems
 * @param {boolean} isSubmitted whether the reader asked for an answer, and is to see each of them
 */
export function explain(view, answer, problems, isSubmitted) {
  if (isSubmitted) view.showAll(problems);
  else view.update(problems);
  const wrong = problems.filter(({ kind }) => kind !== "missing");
  if (wrong.length) answer.showNeed("problem", [namedPlaces("Check", view.places(wrong))]);
  else answer.showNeed("waiting", neededPlaces(view, problems));
}
