/** What the styles of a .docx file mean: which are headings, lists, hidden. */

import { attributeOf, child, children, isOn } from "./xml.js";

/**
 * @typedef {{name: string, level: number | undefined, list: {id: string, level: number} | undefined, member: string | undefined, isHidden: boolean}} Style
 * `level` 0 is the title; `member` is the class that Word's own HTML has for a built-in style for lists: see lists.js
 */

/** The built-in styles for lists, of which a file has the English names in every language of Word. */
const MEMBER = /^list (bullet|number|continue)(?: ([2-9]))?$/i;

/** Styles by their ids, each with what it takes over from the one that it is based on. @param {Document | undefined} part styles.xml */
export function stylesOf(part) {
  const elements = new Map(
    (part?.documentElement ? children(part.documentElement, "style") : []).map((one) => [
      attributeOf(one, "styleId"),
      one,
    ]),
  );
  /** @type {Map<string, Style>} */
  const styles = new Map();
  for (const id of elements.keys()) styles.set(id, styleOf(id, elements));
  return styles;
}

/** @param {string} id @param {Map<string, Element>} elements @param {string[]} [seen] those that led here @returns {Style} */
function styleOf(id, elements, seen = []) {
  const element = elements.get(id);
  const basis = attributeOf(child(element, "basedOn"), "val");
  const below = basis && !seen.includes(basis) ? styleOf(basis, elements, [...seen, id]) : undefined;
  const name = attributeOf(child(element, "name"), "val");
  const properties = child(element, "pPr");
  const outline = attributeOf(child(properties, "outlineLvl"), "val");
  const numbering = child(properties, "numPr");
  const own = /^heading ([1-6])$/i.exec(name)?.[1];
  const level = /^title$/i.test(name)
    ? 0
    : own
      ? Number(own)
      : /^[0-5]$/.test(outline)
        ? Number(outline) + 1
        : outline
          ? undefined
          : below?.level;
  const [, kind, place] = MEMBER.exec(name) ?? [];
  return {
    name,
    level,
    member: kind ? `MsoList${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}${place ?? ""}` : below?.member,
    list: numbering
      ? {
          id: attributeOf(child(numbering, "numId"), "val"),
          level: Number(attributeOf(child(numbering, "ilvl"), "val") || 0),
        }
      : below?.list,
    isHidden: isOn(child(element, "rPr"), "vanish") || (below?.isHidden ?? false),
  };
}

/** The rules by which mammoth makes HTML of the styles. @param {Style[]} styles */
export function styleMap(styles) {
  const headings = styles.filter((style) => style.level !== undefined && style.name);
  const named = (/** @type {string} */ name) => `[style-name='${name.replace(/[\\']/g, "\\$&")}']`;
  return [
    ...headings.map(({ name, level }) => `p${named(name)} => ${level ? `h${level}:fresh` : "h1.MsoTitle:fresh"}`),
    ...styles
      .filter(({ name, level, member }) => name && member && level === undefined)
      .map(({ name, member }) => `p${named(name)} => p.${member}:fresh`),
    ...styles
      .filter(({ name }) => /^toc(?: \d| heading)$/i.test(name))
      .map(({ name }) => `p${named(name)} => p.toc:fresh`),
    ...["Quote", "Intense Quote"].map((name) => `p${named(name)} => blockquote > p:fresh`),
    "r[style-name='Emphasis'] => em",
    "u => u",
    "highlight => mark",
  ];
}
