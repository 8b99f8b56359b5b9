/** The American spellings of a word that may be written in the British way: the site is written in American English. */

/** @type {[RegExp, string][]} */
const BRITISH = [
  [/ae/g, "e"],
  [/oe/g, "e"],
  [/our/g, "or"],
  [/is(?=(e[ds]?|ers?|ing|ations?)$)/, "iz"],
  [/ys(?=(e[ds]?|ing))/, "yz"],
  [/re$/, "er"],
  [/c(?=es?$)/, "s"],
  [/ph(?=ur|at)/, "f"],
  [/ll(?=(ed|ing|er)$)/, "l"],
  [/mme(?=s?$)/, "m"],
];

/** Each spelling once, the word itself left out. @param {string} word in small letters */
export function americanSpellings(word) {
  const found = new Set([word]);
  for (const [british, american] of BRITISH) {
    for (const spelling of [...found]) found.add(spelling.replace(british, american));
  }
  found.delete(word);
  return [...found];
}
