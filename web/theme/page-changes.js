/**
 * Instant navigation: which links change the page in place, and which of the pages that arrive may be put in.
 *
 * The theme asks the sitemap, which it fetches after every load: a link followed before that is loaded by the browser, and
 * so is every link where the site is served under another address than its `site_url`. And until a page has been changed
 * once, it fetches the page again for a link to one of its own headings, which empties the forms. Here the address of a
 * link decides, and then the page that arrives. Nor does a page that is slow to arrive open as far down as the reader has
 * scrolled the one before it meanwhile.
 *
 * `<html data-instant="ready">` says that links are followed in place and the parts of the theme are at work.
 */

import { trusted } from "../trusted.js";

/** @param {ParentNode} page */
const scriptNames = (page) =>
  Array.from(page.querySelectorAll("script[src]"), (script) => script.getAttribute("src")?.split("/").at(-1));

const scripts = new Set(scriptNames(document));
/** The root of the site. MkDocs writes it relative to the page. */
const root = new URL(JSON.parse(document.getElementById("__config")?.textContent ?? "").base, document.baseURI).href;
/** The path of the page whose content is shown; the address bar names the next one while that is still arriving. */
let shown = location.pathname;

/**
 * Whether a link is followed in place: it leads to a page of this site. A heading of the page itself is found by the browser.
 *
 * @param {HTMLAnchorElement} link
 */
export function changesInPlace({ href, pathname, search, hash }) {
  if (isShown({ pathname }) && search === location.search && hash) return false;
  return href.startsWith(root) && pathname.endsWith("/");
}

/** Whether an address is one of the page that is shown already. @param {Pick<URL, "pathname">} address */
export function isShown({ pathname }) {
  return pathname === shown;
}

/**
 * A page that has been fetched, if it can be put in. It cannot if it asks for scripts that do not run here, or stands under
 * another policy: then it is no page of the theme, or of a newer edition of the site, and is loaded whole. So is a page without
 * its end, where warnings may stand: loaded again it is whole, or says that it is not.
 *
 * @param {string} text
 */
export function fetchedPage(text) {
  if (!text.includes("</html>")) throw new Error("The end of this page did not arrive.");
  const page = new DOMParser().parseFromString(trusted().createHTML(text, "page"), "text/html");
  const names = scriptNames(page);
  if (!names.length || !names.every((name) => scripts.has(name))) throw new Error("This page needs other scripts.");
  shown = location.pathname;
  return page;
}

/** The theme has started. */
export function started() {
  document.documentElement.dataset.instant = "ready";
}
