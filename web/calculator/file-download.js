/** The names of the files that a reader saves, and saving them. */

const LONGEST_PART = 40;
/** Names given since the page's scripts began: two files of one minute are told apart. @type {Set<string>} */
const given = new Set();

/**
 * What a file is, and when it was made: `ketamine-course-scores-2026-11-29-1405.csv`. Numbers go, since they may be a patient's.
 *
 * @param {readonly string[]} parts what it is, the most general first
 * @param {string} ending
 * @param {Date} [now]
 * @param {Set<string>} [taken] names that are another file's
 */
export function fileName(parts, ending, now = new Date(), taken = given) {
  const words = ["ketamine", ...parts.map(plainWords)].filter(Boolean).join("-");
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join("-");
  const name = `${words}-${day}-${two(now.getHours())}${two(now.getMinutes())}`;
  let own = `${name}.${ending}`;
  for (let count = 2; taken.has(own); count++) own = `${name}-${count}.${ending}`;
  taken.add(own);
  return own;
}

/** Small letters and hyphens; a number goes with the unit behind it. @param {string} text */
function plainWords(text) {
  const words = text
    .toLowerCase()
    .replaceAll("_", "-")
    .replaceAll(/(?: of)? \S*\d\S*(?: \S*\/\S*)?/g, " ");
  return words
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_PART)
    .replaceAll(/^-+|-+$/g, "");
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the time the page comes to rest.
  setTimeout(() => URL.revokeObjectURL(address));
}
