/**
 * Citations of a text that was brought along, once its works have keys.
 *
 * In the Markdown of broughtHtml and broughtDocx a citation is written `[@pasted-1]`, `[@pasted-1; @pasted-3]` or
 * `[@pasted-2, table 1]`: the number is that in `references`. No other brackets have this form, for those of the source are escaped.
 * The check names each that is left, so none is published by mistake.
 */

/** @import { Reference } from "./references.js" */

const MARK = /\[(@pasted-\d+(?:; @pasted-\d+)*)(, [^[\]]*)?\]/g;

/**
 * The Markdown with keys in the place of numbers: `[@murrough-2013; @daly-2019]`. Numbers without a key stay as they are.
 * @param {string} markdown
 * @param {Record<number, string>} keysByNumber
 */
export const withKeys = (markdown, keysByNumber) =>
  markdown.replace(MARK, (_, /** @type {string} */ works, /** @type {string | undefined} */ part) => {
    const keys = works.replace(/@pasted-(\d+)/g, (mark, number) => {
      const key = Object.hasOwn(keysByNumber, number) ? keysByNumber[Number(number)] : undefined;
      return key ? `@${key}` : mark;
    });
    return `[${[...new Set(keys.split("; "))].join("; ")}${part ?? ""}]`;
  });

/** The numbers that still wait for a key. @param {string} markdown @returns {number[]} */
export const withoutKey = (markdown) => [
  ...new Set([...markdown.matchAll(MARK)].flatMap(([, works = ""]) => [...works.matchAll(/\d+/g)].map(Number))),
];

/**
 * The other form that an article may have: `[1, 3]` in the text, and the list at its end. Only for a text of which no work has a key.
 * @param {string} markdown
 * @param {Reference[]} references
 */
export function withNumbers(markdown, references) {
  const text = markdown.replace(MARK, (_, /** @type {string} */ works, /** @type {string | undefined} */ part) => {
    return `[${[...works.matchAll(/\d+/g)].join(", ")}${part ?? ""}]`;
  });
  if (!references.length) return text;
  const list = references.map(
    (one) =>
      `${one.number}. ${one.text.replace(/https?:\/\/(?:dx\.)?doi\.org\//g, "doi:").replace(/[\\`*_[\]<>]/g, "\\$&")}`,
  );
  return `${text.trimEnd()}\n\n## References\n\n${list.join("\n")}\n`;
}
