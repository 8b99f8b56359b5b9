/** How strong a recommendation is, how certain and what it rests on: chosen, not typed. One sentence after the other, as long as there are more. */
import { element } from "../../dom.js";
import { ask } from "../dialog.js";

/** @import { ArticleSession } from "../article-session.js" */
/** @import { Services, Unmarked } from "../contract.d.ts" */

/** @typedef {{strength: string, certainty: string, origins: string[]}} Strength */

const PLAIN =
  "A step of a procedure needs none: leave this with Cancel, and write “Measure the pressure” in the place of “You should measure the pressure”.";
const MOST_ORIGINS = 2;
/** What was chosen for the sentence before, until the page is left. @type {Strength | null} */
let before = null;

/**
 * Asks of one sentence after the other, from a place on, and writes what was chosen into the text.
 *
 * @param {Services} python
 * @param {ArticleSession} session
 * @param {{line: number, column: number}} from
 * @returns {Promise<string>} what was done, empty where nothing was
 */
export async function sayHowStrong(python, session, from) {
  const textBefore = session.text;
  let place = from;
  let done = 0;
  for (;;) {
    const { path, text } = session;
    const { sentences, ...words } = await python.unmarkedRecommendations({ path, text });
    const [own, ...others] = sentences.filter((one) => isFrom(one, place));
    if (!own) break;
    const given = await askOf(own, others.length, words);
    if (!given) break;
    if (given !== "skip") {
      const { line, column } = own;
      const marked = await python.markRecommendation({ path, text, line, column, ...given });
      if (session.text !== text) throw new Error("The text was changed meanwhile. Press the button once more.");
      done += 1;
      session.exchange(marked.text, wordsOf(done), "button", textBefore);
    }
    if (!others.length) break;
    place = { line: own.line, column: own.column + 1 };
  }
  return done ? wordsOf(done) : "";
}

/** @param {{line: number, column: number}} one @param {{line: number, column: number}} place */
const isFrom = (one, place) => one.line > place.line || (one.line === place.line && one.column >= place.column);

/** @param {number} count */
const wordsOf = (count) =>
  count === 1 ? "1 sentence says how strong it is." : `${count} sentences say how strong they are.`;

/**
 * @param {Unmarked["sentences"][number]} own
 * @param {number} more sentences behind this one
 * @param {Omit<Unmarked, "sentences">} words
 * @returns {Promise<Strength | "skip" | null>}
 */
function askOf({ sentence, word }, more, { asked, strengths, certainties, origins, meanings }) {
  return ask("Say how strong", (/** @type {(given: Strength | "skip") => void} */ done) => {
    const strength = choices("How strong is it?", "radio", strengths);
    const certainty = choices("How certain is it?", "radio", certainties);
    const origin = choices("What does it rest on? One\u00a0or\u00a0two.", "checkbox", origins, meanings);
    const mark = element("output", {});
    const draw = () => {
      const chosen = [strength.chosen(), certainty.chosen(), [origin.chosen().join(" and ")]].map(
        ([one]) => one || "…",
      );
      mark.textContent = `[${chosen.join(", ")}]`;
      for (const box of origin.inputs) box.disabled = !box.checked && origin.chosen().length === MOST_ORIGINS;
    };
    for (const group of [strength, certainty, origin]) group.element.addEventListener("change", draw);
    draw();
    const put = () => {
      const [strong] = strength.chosen();
      const [certain] = certainty.chosen();
      const missing = [
        !strong && asked.strength,
        !certain && asked.certainty,
        !origin.chosen().length && asked.origins,
      ];
      const left = missing.filter(Boolean);
      if (!strong || !certain || left.length) {
        [strength, certainty, origin].find((group) => !group.chosen().length)?.inputs[0]?.focus();
        throw new Error(`Choose ${left.join(", ")}.`);
      }
      before = { strength: strong, certainty: certain, origins: origin.chosen() };
      done(before);
    };
    const again = before;
    const asBefore = again ? [{ words: `As before: ${markOf(again)}`, run: () => done(again) }] : [];
    const at = sentence.indexOf(word);
    const quoted = element(
      "p",
      { class: "desk-quote" },
      sentence.slice(0, at),
      element("mark", {}, word),
      sentence.slice(at + word.length),
    );
    return {
      first: strength.inputs[0],
      content: [
        quoted,
        element("div", { class: "desk-strength" }, strength.element, certainty.element, origin.element),
        element("p", {}, "The sentence gets: ", mark),
        element("p", { class: "desk-hint" }, PLAIN),
      ],
      act: more
        ? [
            { words: `Put it in, then the next (${more} more)`, run: put },
            ...asBefore,
            { words: "Leave this one, go to the next", run: () => done("skip") },
          ]
        : [{ words: "Put it in", run: put }, ...asBefore],
    };
  });
}

/** The words of a mark, without its brackets. @param {Strength} given */
const markOf = ({ strength, certainty, origins }) => [strength, certainty, origins.join(" and ")].join(", ");

let groups = 0;

/** @param {string} title @param {"radio" | "checkbox"} type @param {readonly string[]} words @param {Readonly<Record<string, string>>} [meanings] */
function choices(title, type, words, meanings = {}) {
  const name = `desk-strength-${++groups}`;
  const inputs = words.map((value) => element("input", { type, name, value }));
  return {
    inputs,
    chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    element: element(
      "fieldset",
      { class: "desk-field" },
      element("legend", {}, title),
      ...inputs.flatMap((input, at) => {
        const label = element("label", { class: "desk-tick" }, input, input.value);
        const meaning = meanings[input.value];
        if (!meaning) return [label];
        const hint = element("p", { class: "desk-hint desk-meaning", id: `${name}-${at}` }, meaning);
        input.setAttribute("aria-describedby", hint.id);
        return [label, hint];
      }),
    ),
  };
}
