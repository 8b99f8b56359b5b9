import { element } from "../dom.js";

/** @typedef {{name: string, control: HTMLElement | null}} Place a question by its name, and what to focus there */

/** More names than these are counted: nobody reads a list of nine. */
const MOST_NAMED = 3;

/**
 * Names questions, each a button that leads there.
 *
 * @param {string} lead such as "Still needed"
 * @param {Place[]} places
 */
export function namedPlaces(lead, places) {
  const named = places.slice(0, MOST_NAMED).flatMap(({ name, control }, place) => {
    const words = control ? element("button", { type: "button", class: "go-to" }, name) : name;
    if (control && words instanceof HTMLElement) words.addEventListener("click", () => control.focus());
    return place ? [", ", words] : [words];
  });
  const more = places.length - MOST_NAMED;
  return element("p", { class: "needed" }, `${lead}: `, ...named, more > 0 ? ` and ${more} more` : "");
}
