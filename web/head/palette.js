import { schemeOf } from "./color-scheme.js";

/**
 * In place of the theme's: the system is asked for a reader who has never chosen before anything is painted, so that no
 * page begins in light colors where the system is dark. What the two schemes are is said in web/css/tokens.css.
 */
export function setColorScheme() {
  const scheme = schemeOf(__md_get("__palette")?.color, matchMedia("(prefers-color-scheme: dark)").matches);
  if (scheme !== "slate") return;
  document.head.append(Object.assign(document.createElement("meta"), { name: "color-scheme", content: "dark" }));
  // The body comes later. An observer hears of it before it can be painted.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = scheme;
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
}
