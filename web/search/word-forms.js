/** Which words are forms of one: suicide and suicidal, sneeze and sneezed. */

/** What stands at the end of a form, the longest first. */
const ENDINGS = [
  "ational", "ization", "ations", "nesses", "ation", "ities", "ments", "ances", "ences", "ingly", "ness", "ment", "ance", "ence",
  "ions", "ings", "ally", "ical", "ants", "ents", "ive", "ity", "ion", "ing", "ies", "ied", "ers", "ant", "ent", "ncy", "acy", "als", "ate",
  "al", "ed", "er", "es", "ic", "ia", "is", "or", "ts", "ty", "cy", "nt", "ly", "e", "s", "y", "t", "d",
]; // biome-ignore format: a list
/** Letters that must be left: fewer are the beginning of too many words. */
const LEAST = 4;

/** What all forms of a word begin with; the word itself where nothing can be taken from it. @param {string} word */
export function stemOf(word) {
  if (/[^a-z]/.test(word)) return word;
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= LEAST) return word.slice(0, -ending.length);
  }
  return word;
}

/** Whether two words that begin alike are forms of one. @param {string} stem @param {string} word */
export function isForm(stem, word) {
  if (word === stem) return true;
  return word.startsWith(stem) && stem.length >= LEAST && ENDINGS.includes(word.slice(stem.length));
}
