/** Characters of word processors that readers would not see, or see as another: each is turned into the one that is meant. */

import { codePoint } from "dingbat-to-unicode";
import { counted } from "./report.js";
import { attribute, isElement, styleOf } from "./tree.js";

/** @import { Nodes, Root } from "hast" */
/** @import { Findings } from "./report.js" */

const SPACES = /[\u00a0\u2007\u202f\u2000-\u2006\u2008-\u200a\u3000]/g;
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LIGATURES = /[\ufb00-\ufb06]/g;
const SYMBOL_FONT = /symbol|wingdings(?: [23])?|webdings|zapf ?dingbats/i;
/** The names by which dingbat-to-unicode knows the fonts. @type {Record<string, string>} */
const FONTS = {
  symbol: "Symbol",
  webdings: "Webdings",
  wingdings: "Wingdings",
  "wingdings 2": "Wingdings 2",
  "wingdings 3": "Wingdings 3",
};
/** Signs that few fonts of readers have, and the common ones of the same meaning. @type {Record<string, string>} */
const BETTER = { "🡨": "←", "🡩": "↑", "🡪": "→", "🡫": "↓", "🞎": "☐", "🗵": "☒", "🗷": "☒", "🗸": "✓", "🗹": "☑" };

/** Words in the form that a reader and a search expect; for counting, too. @param {string} words */
export const plainCharacters = (words) =>
  words
    .replace(HIDDEN, "")
    .replace(SPACES, " ")
    .replace(LIGATURES, (sign) => sign.normalize("NFKC"));

/**
 * The sign that a character of a symbol font shows.
 * @param {string} font @param {number} code as written, or with the F000 that Word adds
 * @returns {string | undefined}
 */
export function symbol(font, code) {
  const name =
    FONTS[
      font
        .trim()
        .replace(/^["']|["']$/g, "")
        .toLowerCase()
    ];
  const found = name && codePoint(name, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
  return found ? (BETTER[found.string] ?? found.string) : undefined;
}

/** Turns all characters of a tree into those that are meant. @param {Root} root @param {Findings} findings */
export function withPlainCharacters(root, findings) {
  const hidden = { spaces: 0, signs: 0, ligatures: 0 };
  visit(root, "");
  const told = [
    hidden.signs && `${counted(hidden.signs, "soft hyphen or hidden sign", "soft hyphens or hidden signs")} left out`,
    hidden.spaces &&
      `${counted(hidden.spaces, "unbreakable or special space", "unbreakable or special spaces")} made plain`,
    hidden.ligatures && `${counted(hidden.ligatures, "pair of joined letters", "pairs of joined letters")} parted`,
  ].filter(Boolean);
  if (told.length) findings.tell("hidden characters", told.join(", "));

  /** @param {Nodes} node @param {string} font that of the innermost element with one */
  function visit(node, font) {
    if (node.type === "text") {
      const shown = SYMBOL_FONT.test(font)
        ? withoutFont(node.value, font, findings)
        : withoutPrivate(node.value, findings);
      hidden.signs += shown.match(HIDDEN)?.length ?? 0;
      hidden.spaces += shown.match(SPACES)?.length ?? 0;
      hidden.ligatures += shown.match(LIGATURES)?.length ?? 0;
      node.value = plainCharacters(shown);
    } else if ("children" in node) {
      const inside = isElement(node) ? fontOf(node) || font : font;
      for (const child of node.children) visit(child, inside);
    }
  }
}

/** The first font that an element names; "" where it names none. @param {import("hast").Element} node */
function fontOf(node) {
  const style = styleOf(node);
  const shorthand = style.font?.replace(/^.*?(?=["']|[a-z ]+$)/, "");
  const named = style["mso-symbol-font-family"] ?? style["font-family"] ?? shorthand ?? attribute(node, "face");
  return named.split(",")[0] ?? "";
}

/** @param {string} words @param {string} font @param {Findings} findings */
function withoutFont(words, font, findings) {
  return [...words]
    .map((sign) => {
      if (/\s/.test(sign)) return sign;
      const meant = symbol(font, sign.codePointAt(0) ?? 0);
      if (meant === undefined) {
        findings.ask(`"${sign}" is set in the font ${font}, in which it looks otherwise. Compare it with the source.`);
        return sign;
      }
      if (meant !== sign) findings.count("symbols");
      return meant;
    })
    .join("");
}

/** Signs of a symbol font whose name did not come along: Word keeps them in Unicode's private area. @param {string} words @param {Findings} findings */
function withoutPrivate(words, findings) {
  return words.replace(/[\uf020-\uf0ff]/g, (sign) => {
    const meant = symbol("Symbol", sign.codePointAt(0) ?? 0);
    findings.count("symbols");
    findings.ask(`A sign of a symbol font is taken for "${meant ?? "?"}". Compare it with the source.`);
    return meant ?? "?";
  });
}
