/**
 * Templates of the page, filled in. A value stands in them as its name in braces; a part that repeats stands in them once,
 * or once for each of its kinds.
 */

const NAMES = /\{(\w+)\}/g;

/** @typedef {Readonly<Record<string, string | undefined>>} Values */

/**
 * The content of a template, to be filled in.
 *
 * @param {HTMLTemplateElement} template
 */
export function contentOf(template) {
  return document.importNode(template.content, true);
}

/**
 * Writes values as text in place of their names, in text and attributes. An element that names a value which is not there
 * goes. Names that are not among the values stay.
 *
 * @param {Element} part
 * @param {Values} values
 */
export function fill(part, values) {
  for (const element of [part, ...part.querySelectorAll("*")]) {
    const places = [...element.attributes, ...[...element.childNodes].filter((node) => node instanceof Text)];
    const names = places.flatMap(({ nodeValue }) =>
      [...(nodeValue ?? "").matchAll(NAMES)].map(([, name = ""]) => name),
    );
    if (names.some((name) => name in values && values[name] === undefined)) element.remove();
    for (const place of places) {
      const written = place.nodeValue ?? "";
      const words = written.replaceAll(NAMES, (braced, name) => (name in values ? (values[name] ?? "") : braced));
      if (words !== written) place.nodeValue = words;
    }
  }
}

/**
 * A copy of a part for each item, in the place of the part. Throws an Error for an item that no part is for.
 *
 * @template Item
 * @param {ParentNode} within
 * @param {string} selector the part; where there is one for each kind of item, all of them
 * @param {readonly Item[]} items
 * @param {(copy: HTMLElement, item: Item) => void} write
 * @param {(item: Item) => string} [kind] the selector that tells the part for an item from the others
 */
export function repeat(within, selector, items, write, kind = () => "*") {
  const parts = /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector));
  for (const item of items) {
    const part = [...parts].find((one) => one.matches(kind(item)));
    if (!part) throw new Error(`The template has no ${selector} that is ${kind(item)}.`);
    const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
    parts[0]?.before(copy);
    write(copy, item);
  }
  for (const part of parts) part.remove();
}
