/** Milliseconds after the load: by then the reader has the page and has probably typed. */
const PAUSE = 2000;
/** And then at most as many for the browser to be idle: one that never is would keep nothing for times without a network. */
const LIMIT = { timeout: 4000 };

/** Runs something when the page has been loaded for a while and the browser is idle. @param {() => void} act */
export function whenIdle(act) {
  const soon = () =>
    setTimeout(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(() => act(), LIMIT) : act()), PAUSE);
  whenLoaded(soon);
}

/** Runs something when the page has been loaded. @param {() => void} act */
export function whenLoaded(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}
