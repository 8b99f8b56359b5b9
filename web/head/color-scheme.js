const SYSTEM = "(prefers-color-scheme)";

/** @typedef {{media?: string, scheme?: string}} Choice what the theme stores of the reader's choice of colors */

/**
 * The name of the color scheme of a page.
 *
 * @param {Choice | undefined} choice undefined for a reader who has never chosen
 * @param {boolean} isSystemDark
 */
export function schemeOf(choice, isSystemDark) {
  const { media = SYSTEM, scheme } = choice ?? {};
  if (media !== SYSTEM) return scheme;
  return isSystemDark ? "slate" : "default";
}
