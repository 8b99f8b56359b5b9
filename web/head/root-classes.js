/**
 * What the theme's script writes to the root element when it runs, written before anything has a style that it would
 * change. Where that script does not arrive, the page is again one without scripts.
 */
export function setRootClasses() {
  const root = document.documentElement;
  root.className = "js js-focus-visible";
  root.dataset.jsFocusVisible = "";
  // The theme's is the one script that waits for the page and is no module. What fails to load tells nobody above it.
  addEventListener(
    "error",
    ({ target }) => {
      if (/** @type {HTMLScriptElement} */ (target).defer) root.className = "no-js";
    },
    { capture: true },
  );
}
