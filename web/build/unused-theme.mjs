/** The theme's rules for what this site does not have. They are two fifths of its main sheet, for which every page waits. */
import { parse } from "postcss";

/** @import { AtRule, ChildNode, Rule } from "postcss" */

/** The classes of what is left out. A test looks for them in the built site. */
const UNUSED = [
  /^tabbed-/, // tabs in a text
  /^md-search/, // its dialog, in place of which stands ours
  /^highlighttable$|^linenos|^filename$|^md-annotation/, // numbers, names and notes of program text
  /^md-(author|draft|meta|pagination|pin|post|profile)/, // a blog
  /^md-(source|select|version|feedback|banner|consent|social|status|path)/, // what stands around a page
  /^keys?$|^key-/, // keys of a keyboard
  /^(critic|arithmatex|emojione|gemoji|twemoji|giscus|mermaid)$/, // other extensions of Markdown
];

/**
 * The sheet without the selectors that ask for such a class. One that only excludes it is kept.
 * @param {string} sheet
 */
export function withoutUnused(sheet) {
  const root = parse(sheet);
  root.walkRules((rule) => {
    if (isFrame(rule)) return;
    const used = rule.selectors.filter((selector) => !asksForUnused(selector));
    if (!used.length) removeWithEmpty(rule);
    else if (used.length < rule.selectors.length) rule.selectors = used;
  });
  return root.toString();
}

/** Whether it is a step of an animation. @param {Rule} rule */
const isFrame = ({ parent }) => parent?.type === "atrule" && "name" in parent && parent.name.endsWith("keyframes");

/** Removes it, and what had nothing else in it. @param {ChildNode} node */
function removeWithEmpty(node) {
  const { parent } = node;
  node.remove();
  if (parent?.type === "atrule" && !parent.nodes?.length) removeWithEmpty(/** @type {AtRule} */ (parent));
}

/** @param {string} selector */
function asksForUnused(selector) {
  const asked = selector.replace(/\((?:[^()]|\([^()]*\))*\)/g, "()"); // what stands in brackets is one of several, or excluded
  return [...asked.matchAll(/\.([\w-]+)/g)].some(([, name = ""]) => UNUSED.some((unused) => unused.test(name)));
}
