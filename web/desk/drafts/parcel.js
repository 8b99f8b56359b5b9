/**
 * What belongs together of all that was written here: articles, and the works, pictures and pages that they need. An article never
 * goes without what it cites, shows or leads to; what only others need stays.
 */
import { addedWorks, citedOf, literal, WORKS, withWorks } from "./works.js";

/** @import { Draft } from "./drafts.js" */

/** @typedef {Omit<Draft, "at">} Written a file that was changed here */

/**
 * @typedef {object} Parcel
 * @property {Written[]} files what is handed in; the list of references has only the works that are needed
 * @property {Map<string, string>} articles the paths of its articles, each with the title of the one that needs it; empty where it was chosen
 * @property {string[]} along what comes with the articles, in words
 */

const ARTICLES = "content/articles/";
const PICTURES = "content/images/";

/** @param {string} path */
export const isArticle = (path) => path.startsWith(ARTICLES);
/** @param {string} path */
export const isPicture = (path) => path.startsWith(PICTURES);
/** @param {number} number @param {string} one */
const counted = (number, one) => `${number} ${number === 1 ? one : `${one}s`}`;
/** @param {string} path */
const nameOf = (path) => path.split("/").at(-1) ?? path;
/** @param {string} path */
const stemOf = (path) => nameOf(path).replace(/\.\w+$/, "");

/** What an editor calls a file. @param {Written} file */
export function titleOf({ path, text, base, title }) {
  if (path === WORKS) return "The list of references";
  if (isPicture(path)) return `The picture ${nameOf(path)}`;
  const written = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(text ?? base ?? "")?.[2];
  if (isArticle(path)) return title || written || stemOf(path);
  return stemOf(path) === "glossary" ? "The glossary" : `The page “${written ?? stemOf(path)}”`;
}

/**
 * The articles among the files, in their order; one that has another address now is there once.
 *
 * @template {Written} File
 * @param {readonly File[]} files
 * @returns {File[]}
 */
export function articlesOf(files) {
  return files.filter((file) => isArticle(file.path) && (file.text !== null || !heirOf(file, files)));
}

/** The new article that stands for one whose address is gone, which its front matter says. @param {Written} gone @param {readonly Written[]} files */
function heirOf({ path, text }, files) {
  if (text !== null || !isArticle(path)) return undefined;
  const old = `articles/${stemOf(path)}`;
  return files.find((file) => isArticle(file.path) && file.base === null && earlierOf(file.text ?? "").includes(old));
}

/** The earlier addresses that the front matter of an article names, without slashes around them. @param {string} text */
function earlierOf(text) {
  const head = /^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const given = /^redirectFrom:(.*(?:\n[ \t\-\]].*)*)/m.exec(head)?.[1] ?? "";
  return given.split(/[\s"'[\],]+/).map((address) => address.replace(/^\/+|\/+$/g, ""));
}

/** What has become of an article, in a word or two. @param {Written} file @param {readonly Written[]} files */
export function whatOf(file, files) {
  if (file.text === null) return "taken away";
  if (files.some((one) => heirOf(one, files) === file)) return "another address";
  return file.base === null ? "new" : "changed";
}

/** Where the links of a text lead. @param {string} text */
function leadsTo(text) {
  return [...text.matchAll(/\]\(\s*<?([^)\s>]+)|^[ \t]*\[[^\]\n]+\]:\s*<?([^\s>]+)/gm)].map(
    ([, inline = "", below = ""]) => nameOf((inline || below).replace(/[#?].*$/, "").replace(/\/+$|\.md$/, "")),
  );
}

/** The paths that a file cannot go without. @param {Written} file @param {readonly Written[]} files @returns {string[]} */
function neededBy(file, files) {
  const text = file.text ?? "";
  const links = new Set(leadsTo(text));
  const isMoved = files.some((one) => heirOf(one, files) === file);
  return files
    .filter((other) => {
      if (other === file) return false;
      if (other.path === WORKS) return isArticle(file.path) && citedOf(addedWorks(other), [text]).length > 0;
      if (isPicture(other.path)) return isArticle(file.path) && shows(text, nameOf(other.path));
      if (heirOf(other, files) === file) return true;
      // Its links, and those of pages and the glossary, which lead to its new address.
      if (isMoved && isNowSaid(stemOf(file.path), other)) return true;
      if (!isArticle(other.path) || other.base !== null) return false;
      return isArticle(file.path) ? links.has(stemOf(other.path)) : isNowSaid(stemOf(other.path), file);
    })
    .map(({ path }) => path);
}

/** Whether a text has the name of a picture, and not merely the end of a longer one. @param {string} text @param {string} name */
const shows = (text, name) => new RegExp(`(?<![\\w.-])${literal(name)}(?![\\w-])`).test(text);

/** Whether a file names an address that it did not name before. @param {string} stem @param {Written} file */
const isNowSaid = (stem, { text, base }) => text !== null && base !== null && names(text, stem) && !names(base, stem);

/** Whether a text has the address of an article, in a link or elsewhere. @param {string} text @param {string} stem */
const names = (text, stem) =>
  new RegExp(`(?<![\\w-])articles/${literal(stem)}(?:\\.md)?(?![\\w-]|\\.\\w)`).test(text) ||
  leadsTo(text).includes(stem);

/**
 * Files with all that they need, each with the one that needs it first.
 *
 * @param {readonly string[]} paths
 * @param {readonly Written[]} files
 * @returns {Map<string, string>} by path the path of the file that needs it; empty for those that were asked for
 */
export function withNeeded(paths, files) {
  /** @type {Map<string, string>} */
  const found = new Map(paths.map((path) => [path, ""]));
  // What is added while it is gone through is gone through too.
  for (const path of found.keys()) {
    const file = files.find((one) => one.path === path);
    for (const other of file ? neededBy(file, files) : []) if (!found.has(other)) found.set(other, path);
  }
  return found;
}

/**
 * What is handed in with these articles.
 *
 * @param {readonly Written[]} files everything that was changed here
 * @param {readonly string[]} chosen the paths of articles
 * @returns {Parcel}
 */
export function parcelOf(files, chosen) {
  const asked = articlesOf(files).filter(({ path }) => chosen.includes(path));
  const needed = withNeeded(
    asked.map(({ path }) => path),
    files,
  );
  // What belongs to no article, such as a page that was changed by hand, is not left lying.
  const anywhere = withNeeded(
    articlesOf(files).map(({ path }) => path),
    files,
  );
  const loose = files.filter(({ path }) => !anywhere.has(path) && !isPicture(path) && path !== WORKS);
  const taken = asked.length ? files.filter((file) => needed.has(file.path) || loose.includes(file)) : [];
  const articles = articlesOf(taken);
  const texts = articles.map(({ text }) => text ?? "");
  const titled = (/** @type {string} */ path) => {
    const file = files.find((one) => one.path === path);
    return file ? titleOf(file) : "";
  };
  return {
    files: taken.map((file) => (file.path === WORKS ? { ...file, text: worksFor(texts, file) } : file)),
    articles: new Map(articles.map(({ path }) => [path, titled(needed.get(path) ?? "")])),
    along: alongWords(taken, texts),
  };
}

/** The list of references with the works that texts cite, and without other works that were added here. @param {readonly string[]} texts @param {Written} list */
function worksFor(texts, list) {
  return withWorks(list, citedOf(addedWorks(list), texts)) ?? list.text;
}

/** What comes along, in words. @param {readonly Written[]} taken @param {readonly string[]} texts of the articles */
function alongWords(taken, texts) {
  const words = [];
  const list = taken.find(({ path }) => path === WORKS);
  if (list) {
    const added = addedWorks(list);
    const cited = citedOf(added, texts);
    const isWhole = withWorks(list, cited) === null;
    words.push(`the list of references (${counted(isWhole ? added.length : cited.length, "work")} added)`);
    if (isWhole)
      words.push(
        "the list goes as a whole, for it was changed in other places too, so that works of what you leave out go with it",
      );
  }
  const pictures = taken.filter(({ path }) => isPicture(path));
  if (pictures.length) words.push(counted(pictures.length, "picture"));
  for (const file of taken) {
    if (file.text === null && heirOf(file, taken)) words.push(`the old address of “${titleOf(file)}”, which leads on`);
    else if (!isArticle(file.path) && !isPicture(file.path) && file !== list)
      words.push(`${titleOf(file).replace(/^T/, "t")} (its links)`);
  }
  return words;
}

/**
 * What goes when an article is removed: itself, and the works and pictures that no other article needs.
 *
 * @param {readonly Draft[]} files
 * @param {string} path
 * @returns {{before: Draft[], after: Draft[], along: string[], missedBy: string[]}} the files that change, as they are and as they
 *   will be; what goes along, in words; the titles of articles that lead to it
 */
export function removalOf(files, path) {
  const bound = [path, ...files.filter((file) => isBound(file, path, files)).map((file) => file.path)];
  const others = articlesOf(files).filter((file) => !bound.includes(file.path));
  const needed = withNeeded([path], files);
  const kept = withNeeded(
    others.map((file) => file.path),
    files,
  );
  const texts = others.map(({ text }) => text ?? "");
  /** @type {Draft[]} */
  const before = [];
  /** @type {Draft[]} */
  const after = [];
  const along = [];
  for (const file of files) {
    if (bound.includes(file.path)) before.push(file);
    else if (file.path === WORKS && needed.has(WORKS)) {
      const added = addedWorks(file);
      const own = citedOf(added, [files.find((one) => one.path === path)?.text ?? ""]);
      const staying = added.filter((key) => !own.includes(key) || citedOf([key], texts).length);
      const text = withWorks(file, staying);
      if (text === null || staying.length === added.length) continue;
      before.push(file);
      if (staying.length) after.push({ ...file, text });
      along.push(counted(added.length - staying.length, "work"));
    } else if (!isArticle(file.path) && needed.has(file.path) && !kept.has(file.path)) before.push(file);
  }
  const pictures = before.filter((file) => isPicture(file.path)).length;
  if (pictures) along.push(counted(pictures, "picture"));
  const missedBy = others.filter((file) => neededBy(file, files).includes(path)).map(titleOf);
  return { before, after, along, missedBy };
}

/** Whether a file goes and comes with an article: it is the address that the article had. @param {Written} file @param {string} path @param {readonly Written[]} files */
function isBound(file, path, files) {
  const own = files.find((one) => one.path === path);
  return own !== undefined && file !== own && isArticle(file.path) && heirOf(file, files) === own;
}

/** The works and pictures of articles in words, and the files that none of them needs. @param {readonly Draft[]} files */
export function sharedOf(files) {
  const articles = articlesOf(files);
  const needed = withNeeded(
    articles.map(({ path }) => path),
    files,
  );
  const shared = files.filter(({ path }) => needed.has(path) && !isArticle(path));
  return {
    words: alongWords(
      shared,
      articles.map(({ text }) => text ?? ""),
    ),
    loose: files.filter(({ path }) => !needed.has(path)),
  };
}
