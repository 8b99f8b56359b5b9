/**
 * The theme's start in small pieces that restyle nothing: between two of them the browser can paint, and listen to the
 * reader.
 */

/** Settles when the browser has had its turn. @returns {Promise<void>} */
export const pause = () => new Promise((resolve) => setTimeout(resolve));

let areSet = false;

/** Whether the theme's setting of colors changes them: at the start it sets those that the page has already. */
export function colorsChange() {
  const wereSet = areSet;
  areSet = true;
  return wereSet;
}

/**
 * In place of the element by which the theme tells the browser the color scheme: to write to it restyles every element, even
 * where it says the same again. A page without it is light.
 */
export const scheme = {
  /** @param {string} now */
  set content(now) {
    const found = document.head.querySelector("meta[name='color-scheme']");
    if (now === (found?.getAttribute("content") ?? "light")) return;
    const element =
      found ?? document.head.appendChild(Object.assign(document.createElement("meta"), { name: "color-scheme" }));
    element.setAttribute("content", now);
  },
};
