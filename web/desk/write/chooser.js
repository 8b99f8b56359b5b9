/** A list to choose from, with a field that looks through it. */
import { element } from "../../dom.js";
import { ask, button, labeled } from "../dialog.js";

/** How many are shown at once: the field finds the others. */
const MOST = 40;

/** @typedef {{words: string, more?: string, page?: string}} Choice what is read, what stands below it, and the page on which it can be looked at */

/**
 * The choices in which each word of a question stands, in any order.
 *
 * @template {Choice} One
 * @param {readonly One[]} choices
 * @param {string} question
 * @returns {One[]}
 */
export function matching(choices, question) {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ words: own, more = "" }) => {
    const text = `${own} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * Asks for one of several; null where none was chosen.
 *
 * @template {Choice} One
 * @param {string} title
 * @param {string} label of the field that looks
 * @param {readonly One[]} choices
 * @returns {Promise<One | null>}
 */
export function choose(title, label, choices) {
  return ask(title, (done) => {
    const field = element("input", { type: "search", autocomplete: "off" });
    const { list, says } = choiceList(choices, field, done);
    return { content: [labeled(label, field), says, list], first: field };
  });
}

/**
 * The list below a field that looks through it. Enter in the field takes the first.
 *
 * @template {Choice} One
 * @param {readonly One[]} choices
 * @param {HTMLInputElement} field
 * @param {(one: One) => void} take
 */
export function choiceList(choices, field, take) {
  const list = element("ul", { class: "desk-choices" });
  const says = element("p", { class: "desk-hint", role: "status" });
  /** @type {One[]} */
  let found = [];
  const draw = () => {
    found = matching(choices, field.value);
    const isMore = found.length > MOST;
    says.textContent = found.length
      ? `${found.length} found${isMore ? `; the first ${MOST} are shown` : ""}.`
      : "Nothing found. Try fewer or other words.";
    list.replaceChildren(
      ...found.slice(0, MOST).map((one) => element("li", {}, choiceButton(one, take), ...lookAt(one))),
    );
  };
  field.addEventListener("input", draw);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (found[0] && field.value.trim()) take(found[0]);
  });
  draw();
  return { list, says };
}

/** @template {Choice} One @param {One} one @param {(one: One) => void} take */
function choiceButton(one, take) {
  const made = button(one.words, () => take(one));
  if (one.more) made.append(element("small", {}, one.more));
  return made;
}

/** The way to the page of a choice, beside the desk. @param {Choice} one */
function lookAt({ page, words }) {
  if (!page) return [];
  const label = `Look at it: ${words}, in a new tab`;
  return [element("a", { href: page, target: "_blank", rel: "noopener", "aria-label": label }, "Look at it")];
}
