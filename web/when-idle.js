/** Long enough that the reader has the page, and has probably typed, before anything is done for later. */
const PAUSE = 2000;

/** Does something when the page has been loaded for a while and has nothing better to do. @param {() => void} act */
export function atRest(act) {
  const soon = () =>
    setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(() => act()) : act()), PAUSE);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
