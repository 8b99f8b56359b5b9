/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** @param {Box} one @param {Box} other whether two boxes cover a part of each other */
export function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * The box of a word. Letters hang a little below the line that they stand on.
 *
 * @param {number} left
 * @param {number} wide
 * @param {number} y of the line that it stands on
 * @param {number} size of the letters
 * @returns {Box}
 */
export function wordBox(left, wide, y, size) {
  return { left, right: left + wide, top: y - 0.8 * size, bottom: y + 0.2 * size };
}

/**
 * The first of some places that is free and inside; undefined when none is.
 *
 * @template {Box} Place
 * @param {Place[]} places
 * @param {Box[]} taken
 * @param {Box} inside
 */
export function firstFree(places, taken, inside) {
  return places.find(
    (place) =>
      place.left >= inside.left &&
      place.right <= inside.right &&
      place.top >= inside.top &&
      place.bottom <= inside.bottom &&
      !taken.some((other) => meet(place, other)),
  );
}

/**
 * A label in lines of at most so many pixels, each as long as it can be.
 *
 * @param {string} label
 * @param {number} most
 * @param {(text: string) => number} width
 */
export function inLines(label, most, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of label.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
