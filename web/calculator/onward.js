import { element } from "../dom.js";
import { linkTo } from "./permalink.js";

/** @import { Onward } from "../engine/reply.js" */

/**
 * The ways to the next form, which opens with what was entered here. It stands behind the sign # of the link, as in a copied one.
 *
 * @param {Onward[]} onward
 * @param {[string, string][]} days on which what has a day was measured
 * @param {HTMLElement} calculator
 * @returns {HTMLElement[]}
 */
export function onwardLinks(onward, days, calculator) {
  const root = new URL(calculator.dataset.root ?? "", location.href);
  return onward.flatMap((one) => {
    const link = linkTo(new URL(one.address, root), one, one.entries, days);
    return link ? [element("p", { class: "onward" }, element("a", { href: link }, one.words))] : [];
  });
}
