/**
 * The theme's start in small pieces that restyle nothing: between two of them the browser can paint, and listen to the
 * reader.
 */

/** Settles when the browser has had its turn. @returns {Promise<void>} */
export const pause = () => new Promise((resolve) => setTimeout(resolve));

let set = false;

/** Whether colours change now: they are set at the start as well, to those that stand there already. */
export function coloursChange() {
  const had = set;
  set = true;
  return had;
}

/**
 * In the place of the element by which the theme tells the browser the scheme: to write there restyles every element, even
 * where it says the same again. Without it, light is meant.
 */
export const scheme = {
  /** @param {string} now */
  set content(now) {
    const found = document.head.querySelector("meta[name='color-scheme']");
    if (now === (found?.getAttribute("content") ?? "light")) return;
    const mark = found ?? document.head.appendChild(Object.assign(document.createElement("meta"), { name: "color-scheme" }));
    mark.setAttribute("content", now);
  },
};
