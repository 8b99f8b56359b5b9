/**
 * Footnotes and endnotes, whichever program wrote them. All write a note alike: a link to it, and in it a link back. So the two are
 * found by each other, and no program's names have to be known.
 */

import { plain } from "./report.js";
import { attribute, element, elements, isBlock, isElement, rewrite, takeOut, wordsOf } from "./tree.js";

/** @import { Element, Parents, Root } from "hast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{id: string, body: Element}} Note */
/** @typedef {{named: Map<string, Element>, parents: Map<Element, Parents>, order: Map<Element, number>, aims: Set<string>}} Places */

const LONGEST_MARK = 6;
const OF_MAMMOTH = /^(?:foot|end)note-(?:ref-)?\d+$/;

/**
 * Replaces each mark of a note by an element `brought-mark`. The notes go to the end, each in an element `brought-note`.
 * @param {Root} root @param {Findings} findings
 */
export function withoutNotes(root, findings) {
  // Word shows the mark of a note and does not write it into the file; mammoth counts them by itself.
  const name = (/** @type {Element} */ link) =>
    OF_MAMMOTH.test(aimOf(link)) ? undefined : findings.named.push(wordsOf(link));
  const places = placesOf(root);
  /** @type {Map<Element, Note>} */
  const bodies = new Map();
  /** @type {Map<Element, Note>} */
  const marks = new Map();
  for (const link of places.order.keys()) {
    const body = link.tagName === "a" ? bodyOf(link, places) : undefined;
    if (!body) continue;
    const note = bodies.get(body) ?? { id: String(bodies.size + 1), body };
    bodies.set(body, note);
    marks.set(link, note);
    name(link);
  }
  // A note that is named again has no way back to that place.
  for (const link of places.order.keys()) {
    const target = link.tagName === "a" && !marks.has(link) ? places.named.get(aimOf(link)) : undefined;
    const note = target && plain(wordsOf(link)).length <= LONGEST_MARK ? noteAround(target, bodies, places) : undefined;
    if (!note || (places.order.get(link) ?? 0) > (places.order.get(note.body) ?? 0)) continue;
    marks.set(link, note);
    name(link);
  }
  for (const body of bodies.keys()) {
    takeOut(body, (node) => {
      const isBack = isElement(node, "a") && places.named.has(aimOf(node));
      if (isBack) name(node);
      return isBack;
    });
  }
  takeOut(root, (node) => isElement(node) && bodies.has(node));
  root.children.push(
    ...[...bodies.values()].map(({ id, body }) =>
      element("brought-note", body.tagName === "p" ? [body] : body.children, { dataNote: id }),
    ),
  );
  rewrite(root, (node) => {
    const note = isElement(node) ? marks.get(node) : undefined;
    if (note) return [element("brought-mark", [], { dataNote: note.id })];
    return isElement(node, "sup") && holdsOnlyMarks(node) ? node.children : undefined;
  });
  if (bodies.size) findings.count("footnotes", bodies.size);
  findings.count("items of notes", [...bodies.keys()].filter((body) => body.tagName === "li").length);
}

/** @param {Root} root @returns {Places} */
function placesOf(root) {
  /** @type {Places} */
  const places = { named: new Map(), parents: new Map(), order: new Map(), aims: new Set() };
  /** @param {Parents} parent */
  const visit = (parent) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      places.parents.set(child, parent);
      places.order.set(child, places.order.size);
      if (child.tagName === "a" && aimOf(child)) places.aims.add(aimOf(child));
      for (const name of [attribute(child, "id"), attribute(child, "name")]) {
        if (name && !places.named.has(name)) places.named.set(name, child);
      }
      visit(child);
    }
  };
  visit(root);
  return places;
}

/** @param {Element} target @param {Map<Element, Note>} bodies @param {Places} places */
function noteAround(target, bodies, places) {
  /** @type {Parents | undefined} */
  let around = target;
  while (isElement(around) && !bodies.has(around)) around = places.parents.get(around);
  return isElement(around) ? bodies.get(around) : undefined;
}

/** The name that a link into its own document leads to; "" for any other. @param {Element} link */
function aimOf(link) {
  const href = attribute(link, "href");
  if (!href.startsWith("#")) return "";
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1); // no code of an address, so a name with a %
  }
}

/** The block of the note that a link leads to, if that leads back to the link. @param {Element} link @param {Places} places */
function bodyOf(link, places) {
  const target = places.named.get(aimOf(link));
  if (!target || plain(wordsOf(link)).length > LONGEST_MARK) return undefined;
  // The other way round, from the note to its mark, looks alike; but the note stands behind.
  if ((places.order.get(target) ?? 0) <= (places.order.get(link) ?? 0)) return undefined;
  const own = namesAround(link, places);
  if (![...own].some((name) => places.aims.has(name))) return undefined;
  /** @type {Parents | undefined} */
  let block = target;
  while (isElement(block) && !(isBlock(block) && leadsBack(block, own))) block = places.parents.get(block);
  if (!isElement(block) || holds(block, link)) return undefined;
  // A note of several paragraphs has a block of its own around them, and begins it.
  for (;;) {
    const around = places.parents.get(block);
    if (!isElement(around, "li", "div", "aside") || around.children.find((child) => isElement(child)) !== block)
      return block;
    block = around;
  }
}

/** The names of a link, of what it holds, and of what it is alone in. @param {Element} link @param {Places} places */
function namesAround(link, places) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {Parents | undefined} */
  let around = link;
  while (isElement(around) && (around === link || !isBlock(around))) {
    for (const one of [around, ...elements(around)]) {
      for (const name of [attribute(one, "id"), attribute(one, "name")]) if (name) names.add(name);
    }
    around = places.parents.get(around);
  }
  // LibreOffice and Word put the name into an empty link beside it.
  const parent = places.parents.get(link);
  for (const one of parent ? parent.children : []) {
    if (isElement(one, "a") && !attribute(one, "href") && attribute(one, "name")) names.add(attribute(one, "name"));
  }
  return names;
}

/** @param {Element} block @param {Set<string>} names */
const leadsBack = (block, names) => [...elements(block)].some((one) => one.tagName === "a" && names.has(aimOf(one)));

/** @param {Element} outer @param {Element} inner */
const holds = (outer, inner) => [...elements(outer)].includes(inner);

/** @param {Element} node */
const holdsOnlyMarks = (node) =>
  node.children.length > 0 &&
  node.children.every((child) => isElement(child, "brought-mark") || (child.type === "text" && !child.value.trim()));
