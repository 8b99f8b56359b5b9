/** Sections of the text that an article is begun with, which every article needs: kept where a document without them takes its place. */
import { letters } from "../bring/letters.js";

/** A heading of level 2 with an address of its own, and what stands below it. */
const NEEDED = /^##[ \t]+(.+?)[ \t]*\{#[\w-]+\}[ \t]*\n[\s\S]*?(?=^#{1,2}[ \t]|(?![\s\S]))/gm;
const SECTION = /^##[ \t]+(.+?)[ \t]*(?:\{[^{}]*\})?[ \t]*$/gm;
const CODE = /^ {0,3}(\x60{3,}|~{3,})[\s\S]*?^ {0,3}\1/gm;
/** An article with one section alone needs none of them. */
const FEWEST = 2;

/**
 * A document with the needed sections that it lacks, above its first section.
 *
 * @param {string} markdown
 * @param {string} opening the text below the title that an article is begun with
 * @returns {{markdown: string, kept: string[]}} `kept` has the titles of what is added
 */
export function withNeededSections(markdown, opening) {
  const prose = markdown.replace(CODE, (code) => code.replace(/[^\n]/g, " "));
  const sections = [...prose.matchAll(SECTION)];
  const [first] = sections;
  if (!first || sections.length < FEWEST) return { markdown, kept: [] };
  const there = new Set(sections.map(([, title]) => letters(title ?? "")));
  const missing = [...opening.matchAll(NEEDED)].filter(([, title]) => !there.has(letters(title ?? "")));
  const added = missing.map(([section]) => `${section.trimEnd()}\n\n`).join("");
  return {
    markdown: markdown.slice(0, first.index) + added + markdown.slice(first.index),
    kept: missing.map(([, title]) => title ?? ""),
  };
}
