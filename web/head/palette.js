/**
 * In place of the theme's: the system is asked for a reader who has never chosen before anything is painted, so that no
 * page begins in light colors where the system is dark. What the two schemes are is said in web/css/tokens.css.
 */
import { schemeOf } from "./color-scheme.js";

const scheme = schemeOf(__md_get("__palette")?.color, matchMedia("(prefers-color-scheme: dark)").matches);
if (scheme === "slate") {
  document.body.dataset.mdColorScheme = scheme;
  document.head.append(Object.assign(document.createElement("meta"), { name: "color-scheme", content: "dark" }));
}
// Has fonts and styles looked up for what the page has already: the first picture comes sooner, and the work falls into
// two pieces in place of a long one.
void document.body.offsetWidth;
