/** The list of references with works that were added to it here, each of which can be told apart from the others. */

/** @import { Written } from "./parcel.js" */

export const WORKS = "content/references.yml";
const KEY = /^([A-Za-z0-9][\w.-]*):/gm;

/** A pattern that finds these words and nothing else. @param {string} words */
export const literal = (words) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Those of the keys that a text cites. A point ends a key where nothing follows that could be its next sign. @param {readonly string[]} keys @param {readonly string[]} texts */
export const citedOf = (keys, texts) =>
  keys.filter((key) => {
    const cited = new RegExp(`@${literal(key)}(?![\\w-]|\\.\\w)`);
    return texts.some((text) => cited.test(text));
  });

/** The keys of a list, each with where its entry begins and ends. @param {string} text */
function entriesOf(text) {
  const found = [...text.matchAll(KEY)];
  return found.map(({ 1: key = "", index }, at) => ({ key, index, end: found[at + 1]?.index ?? text.length }));
}

/** The entries of a list, each as it is written. @param {string} text */
export const entriesIn = (text) => entriesOf(text).map(({ index, end }) => text.slice(index, end));

/** The keys of the works that were added here. @param {Written} list */
export function addedWorks({ text, base }) {
  const before = new Set(entriesOf(base ?? "").map(({ key }) => key));
  return entriesOf(text ?? "").flatMap(({ key }) => (before.has(key) ? [] : [key]));
}

/**
 * The list with these of the added works and no other; null where anything else was changed in it, so that it can only go whole.
 *
 * @param {Written} list
 * @param {readonly string[]} keys
 */
export function withWorks(list, keys) {
  const { text, base } = list;
  const added = addedWorks(list);
  if (text === null || without(text, added).trimEnd() !== (base ?? "").trimEnd()) return null;
  const gone = added.filter((key) => !keys.includes(key));
  if (!gone.length) return text;
  const end = /\s*$/.exec(base ?? text)?.[0] ?? "";
  return keys.length ? without(text, gone).trimEnd() + end : (base ?? "");
}

/** @param {string} text @param {readonly string[]} keys */
function without(text, keys) {
  return entriesOf(text)
    .filter(({ key }) => keys.includes(key))
    .reduceRight((rest, { index, end }) => rest.slice(0, index) + rest.slice(end), text);
}

/** The entries that were added here and are not in another text of the list. @param {Written} list @param {string} other */
export function worksLeftOut(list, other) {
  const there = new Set(entriesOf(other).map(({ key }) => key));
  const added = new Set(addedWorks(list));
  return entriesOf(list.text ?? "")
    .filter(({ key }) => added.has(key) && !there.has(key))
    .map(({ index, end }) => (list.text ?? "").slice(index, end));
}

/** Every entry of a list by its key, without the blank lines after it. @param {string} text */
export const entriesByKey = (text) =>
  new Map(entriesOf(text).map(({ key, index, end }) => [key, text.slice(index, end).trimEnd()]));

/**
 * The list without the works that were handed in as they are and that none of these texts cites; null where nothing of it is left.
 *
 * @param {Pick<Written, "path" | "text" | "base">} list
 * @param {ReadonlyMap<string, string>} handed entries by their keys
 * @param {readonly string[]} texts
 */
export function stillToHandIn(list, handed, texts) {
  const entries = entriesByKey(list.text ?? "");
  const added = addedWorks(list);
  const needed = citedOf(added, texts);
  const left = added.filter((key) => needed.includes(key) || handed.get(key) !== entries.get(key));
  const text = withWorks(list, left);
  if (text === null) return list.text;
  return left.length ? text : null;
}

/**
 * The works of a draft that a newer list does not have; null where the draft is more than works that were added, or has another work
 * under a key of the newer list, so that an editor has to choose.
 *
 * @param {Written} list
 * @param {string} newer
 */
export function worksToAdd(list, newer) {
  const added = addedWorks(list);
  const own = entriesByKey(list.text ?? "");
  const there = entriesByKey(newer);
  const isClear = added.every((key) => !there.has(key) || there.get(key) === own.get(key));
  return isClear && withWorks(list, added) !== null ? worksLeftOut(list, newer) : null;
}
