import { element } from "../../dom.js";
import { ask } from "../dialog.js";

/**
 * Whether a draft that nobody has seen gets the address that its title gives.
 *
 * @param {string} old
 * @param {string} made of the title
 */
export const askOfAddress = (old, made) =>
  ask("The address of the page", (/** @type {(isSo: boolean) => void} */ done) => ({
    content: [
      element(
        "p",
        {},
        "This draft was begun with another title. Its file, its address and its picture are named after that one:",
      ),
      element("p", { class: "desk-quote" }, `articles/${old}`),
      element("p", {}, "Nobody has seen it yet, so they can be named after the title that it has now:"),
      element("p", { class: "desk-quote" }, `articles/${made}`),
    ],
    act: [
      { words: "Name them after the title", run: () => done(true) },
      { words: "Leave them", run: () => done(false) },
    ],
  }));
