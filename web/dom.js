/**
 * An element with attributes and children; text is always text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} [attributes] true sets an empty attribute, false sets none
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * The one element that a template promises to be there.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {Kind}
 */
export function the(within, selector) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`The form has no ${selector}.`);
  return /** @type {Kind} */ (/** @type {unknown} */ (found));
}

/** Settles when what stands now has been painted, or soon where nothing is painted. */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
