import { element } from "../dom.js";
/** @import { Scale } from "./reply.js" */

/**
 * A scale with every band named beside its interval. Positions are plain numbers handed to the style sheet, which
 * places them; what the drawing says stands in words below it.
 *
 * @param {Scale} scale
 * @returns {HTMLElement}
 */
export function scaleView(scale) {
  const track = element("div", { class: "scale-track", "aria-hidden": "true" });
  place(track, { low: scale.low, high: scale.high, at: scale.at });
  scale.bands.forEach((band, number) => {
    const part = element("span", { class: "scale-part", "data-here": band.here });
    // Bands of whole scores end one short of the next: drawn, they meet.
    place(part, { from: band.from, to: scale.bands[number + 1]?.from ?? band.to });
    track.append(part);
  });
  track.append(element("span", { class: "scale-mark" }));

  const bands = element("ul", { class: "scale-bands" });
  for (const band of scale.bands) {
    const words = element("li", { "data-here": band.here }, `${band.label}: ${band.interval}`);
    if (band.here) words.prepend(element("span", { class: "scale-here" }, `${scale.at_text} `));
    bands.append(words);
  }
  return element("div", { class: "scale" }, element("p", { class: "scale-name" }, scale.label), track, bands);
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, number>} numbers
 */
function place(element, numbers) {
  for (const [name, number] of Object.entries(numbers)) element.style.setProperty(`--${name}`, String(number));
}
