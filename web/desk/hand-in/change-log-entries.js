/**
 * The top lines of an article in which two editors note what they changed: `updatedAt`, and the entries of `changes`. Where both
 * have added an entry, both stay, the newest first, and the later day of the two is the day of the last change.
 *
 * @typedef {{day: string, entries: string[], hasKey: boolean}} Noted
 */
const DAY_LINE = /^updatedAt: *["']?(\d{4}-\d{2}-\d{2})["']?\s*$/;
const KEY_LINE = /^changes:\s*$/;
const ENTRY = /^ *- /;
const REST_OF_ENTRY = /^ {3,}\S/;
const ENTRY_DAY = /\bdate: *["']?(\d{4}-\d{2}-\d{2})/;

/**
 * @param {readonly string[]} lines of the top of an article, with their ends
 * @returns {Noted | null} null where there is anything else among them
 */
function noted(lines) {
  /** @type {Noted} */
  const found = { day: "", entries: [], hasKey: false };
  for (const line of lines) {
    if (DAY_LINE.test(line) && !found.day) found.day = line;
    else if (KEY_LINE.test(line) && !found.hasKey && !found.entries.length) found.hasKey = true;
    else if (ENTRY.test(line)) found.entries.push(line);
    else if (REST_OF_ENTRY.test(line) && found.entries.length) found.entries.push((found.entries.pop() ?? "") + line);
    else return null;
  }
  return found.entries.every((entry) => ENTRY_DAY.test(entry)) ? found : null;
}

/** @param {string} entry */
const dayOf = (entry) => (ENTRY_DAY.exec(entry) ?? DAY_LINE.exec(entry))?.[1] ?? "";

/**
 * The lines of both, or null where they cannot be joined without a decision.
 *
 * @param {readonly string[]} mine
 * @param {readonly string[]} base
 * @param {readonly string[]} theirs
 * @returns {string[] | null}
 */
export function joinedEntries(mine, base, theirs) {
  const [ours, before, others] = [mine, base, theirs].map(noted);
  if (!ours || !before || !others) return null;
  // An entry that one of the two has changed or taken away is for an editor to decide.
  if (![ours, others].every(({ entries }) => before.entries.every((entry) => entries.includes(entry)))) return null;
  // A day that only one has taken away is too.
  if (before.day && !(ours.day && others.day)) return null;
  const entries = [...others.entries, ...ours.entries.filter((entry) => !others.entries.includes(entry))];
  entries.sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
  const key = [...mine, ...theirs].find((line) => KEY_LINE.test(line));
  const day = dayOf(ours.day) > dayOf(others.day) ? ours.day : others.day;
  return [...(day ? [day] : []), ...(key ? [key] : []), ...entries];
}
