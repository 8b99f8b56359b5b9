/** What was found, as elements of the page. Every text is a text: the words that were asked for stand in elements that mark them. */

import { element } from "../dom.js";
import { KINDS } from "./kinds.js";

/** @import { Passage } from "./passages.js" */
/** @import { Result } from "./site-search.js" */

const TOOLS = new Set(["calculator", "worksheet", "sheet"]);

/**
 * One page that was found: its title, what it is, and its lines with the words.
 *
 * @param {Result} result
 * @param {string} root the address of the site
 * @param {Record<string, string>} categories
 */
export function resultItem({ address, title, about, facet, passages }, root, categories) {
  const [kind, , category] = facet;
  const what = [KINDS[kind]?.one ?? kind, categories[category]].filter((word) => word !== undefined).join(", ");
  const item = element("li", {}, element("a", { class: "search-title", href: new URL(address, root).href }, title));
  item.append(" ", element("span", { class: "search-kind" }, what));
  // What a tool is for says more than a line of its page.
  const isTool = TOOLS.has(kind) && about !== "";
  // What stands above the first heading leads to the page itself, as its title does.
  const line = passages.find((passage) => !passage.id && passage.line);
  if (line && !isTool) item.append(element("p", {}, ...marked(line)));
  else if (isTool || passages.length === 0) item.append(element("p", {}, about));
  const below = passages.filter(({ id }) => id).slice(0, isTool ? 1 : passages.length);
  if (below.length) item.append(element("ul", {}, ...below.map((passage) => section(passage, address, root))));
  return item;
}

/** @param {Passage} passage @param {string} address @param {string} root */
function section(passage, address, root) {
  const href = new URL(`${address.split("#")[0]}#${passage.id}`, root).href;
  const heading = passage.heading ? [element("strong", {}, passage.heading), " "] : [];
  return element("li", {}, element("a", { href }, ...heading, element("span", {}, ...marked(passage))));
}

/** A line with its words marked; those that follow each other in one mark. @param {Passage} passage */
function marked({ line, marks }) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let from = 0;
  for (const [start, end] of marks) {
    if (start < from) continue;
    parts.push(line.slice(from, start), element("mark", {}, line.slice(start, end)));
    from = end;
  }
  return [...parts, line.slice(from)];
}
