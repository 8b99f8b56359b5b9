/**
 * A page of an earlier edition of the site, out of a browser's cache or in a tab that was left open, asks for files that the host
 * no longer has. It is loaded anew, once: never where the reader has typed something, and never after a reload.
 */
import { element } from "./dom.js";

/** Every page of this site has it, of whatever edition; the sign-in page of a network has not. */
const MARK = /\bname=["']?kept-copy-days\b/;
const GONE = "Reload this page: it is from an earlier edition of this site, and a part of it is gone.";
const TYPED = "What you typed here will be cleared: write it down first.";

/** @type {Promise<boolean> | null} */
let mending = null;

/** Loads the page anew if the host has a newer edition of it, or says so. To be asked when a part of the page is missing. */
export function mendOutdatedPage() {
  mending ??= mended().finally(() => {
    mending = null;
  });
  return mending;
}

async function mended() {
  if (!(await isOutdated())) return false;
  const [loaded] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (loaded && loaded.type !== "reload" && !hasTyped(document)) {
    location.reload();
    return true;
  }
  const again = element("button", { type: "button" }, "Reload");
  again.addEventListener("click", () => location.reload());
  sayAbovePage(`${GONE}${hasTyped(document) ? ` ${TYPED}` : ""}`, again);
  return true;
}

/**
 * Says above the page what is wrong with all of it, in place of what was said before.
 * @param {string} words @param {...(Node | string)} more
 */
export function sayAbovePage(words, ...more) {
  document.querySelector(".cut-off")?.remove();
  const notice = element("div", { role: "alert", class: "cut-off" }, words, " ", ...more);
  const skip = document.querySelector("[data-md-component='skip']");
  // The link that skips what is above the page comes first of all.
  if (skip) skip.after(notice);
  else document.body.prepend(notice);
}

/** Whether the host has another edition of this page: one that no longer names each of its parts. */
async function isOutdated() {
  try {
    const response = await fetch(location.href, { cache: "reload" });
    const text = await response.text();
    return (
      response.ok &&
      MARK.test(text) &&
      text.includes("</html>") &&
      partsOf(document).some((part) => !text.includes(part))
    );
  } catch {
    return false; // without a network nobody can tell
  }
}

/** The scripts and style sheets of the site that a page names. @param {Document} page */
function partsOf(page) {
  const named = page.querySelectorAll("script[src*='assets/'], link[rel='stylesheet'][href*='assets/']");
  return Array.from(
    named,
    (part) => (part.getAttribute("src") ?? part.getAttribute("href") ?? "").split("/").at(-1) ?? "",
  );
}

/** Whether anything in the page's forms is not as the page was sent. @param {Document} page */
function hasTyped(page) {
  const controls = page.querySelectorAll("main :is(input, textarea, select)");
  return Array.from(controls).some((control) => {
    if (control instanceof HTMLSelectElement) {
      const first = Array.from(control.options).findIndex(({ defaultSelected }) => defaultSelected);
      return control.selectedIndex !== Math.max(0, first);
    }
    const field = /** @type {HTMLInputElement} */ (control);
    return ["radio", "checkbox"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });
}
