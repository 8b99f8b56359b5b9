/**
 * The addresses of the page that was loaded. The theme changes pages in place, so that what stays on the page must not
 * depend on where the page is; it made every address whole at every load, which reloads the style sheets and restyles
 * the page. Here that waits until the page is left, or printed.
 */

/** Where the relative addresses of this page hold, whatever page is changed to. */
const here = document.baseURI;
let are = false;
/** What the theme would have made of an element of the head that is better not touched. @type {WeakMap<Element, string>} */
const words = new WeakMap();
/** A new address would have these loaded once more. */
const LOADED = "link[rel~='stylesheet'], link[rel='modulepreload'], script";

/** Makes the addresses whole, once. */
export function keepAddresses() {
  if (are) return;
  are = true;
  for (const link of document.querySelectorAll("a[href]")) link.setAttribute("href", whole(link.getAttribute("href") ?? ""));
  for (const element of document.head.querySelectorAll(":scope > :is([href], [src])")) {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    for (const name of ["href", "src"]) {
      const address = copy.getAttribute(name);
      if (address !== null) copy.setAttribute(name, whole(address));
    }
    if (element.matches(LOADED)) words.set(element, copy.outerHTML);
    else for (const { name, value } of copy.attributes) element.setAttribute(name, value);
  }
}

/** By what the theme knows an element of the head again on the next page. @param {Element} element */
export function markup(element) {
  return words.get(element) ?? element.outerHTML;
}

/** @param {string} address */
function whole(address) {
  try {
    return new URL(address, here).href;
  } catch {
    return address; // leads nowhere, here as elsewhere
  }
}

// Going back can change the page, too, and on paper an address must be of use.
for (const sign of ["popstate", "beforeprint"]) addEventListener(sign, keepAddresses);
