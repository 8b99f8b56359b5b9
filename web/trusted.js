/**
 * The site's one Trusted Types policy. A text becomes the address of a script, or a part of a page, only by it: the policy of the
 * pages (press/runtime/policy.py) allows no other. Browsers without Trusted Types ask the same rules.
 */
const NAME = "press";
/** The workers of the site and its service worker, relative to the site. */
const SCRIPT =
  /^(assets\/app\/worker-[0-9a-f]{12}\.js|assets\/desk\/python-worker-[0-9A-Z]{8}\.js|service-worker\.js)$/;

/** Whatever runs, fetches or frames something: press renders none of it. */
const RUNNING = /<(?=\/?(?:base|embed|iframe|link|meta|object|script|style)\b)/gi;

/** @typedef {ReturnType<typeof rules>} Rules */

/**
 * @param {string} root the address of the site, with a slash at its end
 * @param {() => string | undefined} pagePolicy the content security policy that the page itself names
 */
export const rules = (root, pagePolicy) => ({
  /** A worker of this site. @param {string} address */
  createScriptURL(address) {
    const { href } = new URL(address);
    if (href.startsWith(root) && SCRIPT.test(href.slice(root.length))) return href;
    throw new TypeError(`This is no worker of the site: ${href}`);
  },
  /**
   * Words, in which markup is a text; what press has rendered of an article at the editors' desk; or a whole page, if it stands
   * under the same policy as this one.
   * @param {string} text @param {"words" | "page" | "rendered"} kind
   */
  createHTML(text, kind) {
    if (kind === "rendered") return text.replace(RUNNING, "&lt;");
    if (kind === "words") return text.replaceAll("<", "&lt;");
    const policy = pagePolicy();
    if (policy && text.includes(` content="${policy}">`)) return text;
    throw new TypeError("This is no page of the site.");
  },
});

/**
 * The policy, made when it is first asked for; the scripts of a page share it.
 * @param {string} [root] the theme's scripts know it from web/head/theme-choices.js
 * @returns {Rules}
 */
export function trusted(root = __md_scope.href) {
  if (!globalThis.sitePolicy) {
    const made = rules(
      root,
      () => document.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content") ?? undefined,
    );
    globalThis.sitePolicy = globalThis.trustedTypes?.createPolicy(NAME, made) ?? made;
  }
  return globalThis.sitePolicy;
}
