/**
 * The addresses of the page that was loaded. The theme changes pages in place, so that what stays on the page must not
 * depend on where the page is; it makes every address absolute at every load, which reloads the style sheets and restyles
 * the page. Here that waits until the page is left, or printed.
 */

/** What the relative addresses of this page are relative to, whatever page is changed to. */
const base = document.baseURI;
let areAbsolute = false;
/** The markup that the theme would have made of an element of the head that is better not touched. @type {WeakMap<Element, string>} */
const markups = new WeakMap();
/** A new address would have these loaded once more. */
const LOADED = "link:is([rel~='stylesheet'], [rel='modulepreload'], [rel='preload'])";

/** Makes the addresses absolute, once. */
export function makeAddressesAbsolute() {
  if (areAbsolute) return;
  areAbsolute = true;
  for (const link of document.querySelectorAll("a[href]"))
    link.setAttribute("href", absolute(link.getAttribute("href") ?? ""));
  for (const element of document.head.querySelectorAll(":scope > [href]")) {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.setAttribute("href", absolute(copy.getAttribute("href") ?? ""));
    if (element.matches(LOADED)) markups.set(element, copy.outerHTML);
    else for (const { name, value } of copy.attributes) element.setAttribute(name, value);
  }
}

/**
 * By what the theme recognizes an element of the head on the next page: a script by its name, for the policy lets nobody change
 * its address.
 * @param {Element} element
 */
export function markup(element) {
  if (element.matches("script[src]")) return element.getAttribute("src")?.split("/").at(-1);
  return markups.get(element) ?? element.outerHTML;
}

/** @param {string} address */
function absolute(address) {
  try {
    return new URL(address, base).href;
  } catch {
    return address; // leads nowhere, here as elsewhere
  }
}

// Going back can change the page, too, and on paper an address must be of use.
for (const event of ["popstate", "beforeprint"]) addEventListener(event, makeAddressesAbsolute);
