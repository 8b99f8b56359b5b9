/** Milliseconds after the load: by then the reader has the page and has probably typed. */
const PAUSE = 2000;

/** Runs something when the page has been loaded for a while and the browser is idle. @param {() => void} act */
export function whenIdle(act) {
  const soon = () =>
    setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(() => act()) : act()), PAUSE);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
