/** One article is written in one tab at a time: two would keep each over the other's words. */
import { element } from "../../dom.js";
import { button } from "../dialog.js";

/**
 * Lets an article be written here, or says where it is written and how to go on here.
 *
 * @param {string} path
 * @param {{parts: Element[], notice: HTMLElement, fetch: () => Promise<void>, signal: AbortSignal}} options `fetch` shows what the other tab has kept
 * @param {boolean} [taken] from the tab that has it
 */
export async function oneTab(path, options, taken = false) {
  const { parts, notice, fetch, signal } = options;
  const lock = (/** @type {string} */ words) => {
    for (const part of parts) part.toggleAttribute("inert", true);
    const take = button("Write here instead", async () => {
      await fetch();
      for (const part of parts) part.removeAttribute("inert");
      notice.hidden = true;
      void oneTab(path, options, true);
    });
    notice.replaceChildren(element("p", {}, words), take);
    notice.hidden = false;
  };
  const lost = () => lock("This article was taken over by another tab. What you wrote is there.");
  if (!(await takenHere(path, { signal, taken, lost })))
    lock("This article is open in another tab, and is written there.");
}

/**
 * Takes an article for this tab, and gives it back when the signal ends.
 *
 * @param {string} path
 * @param {{signal: AbortSignal, taken?: boolean, lost: () => void}} options `taken` takes it from the tab that has it; `lost` is called when another tab did so
 * @returns {Promise<boolean>} whether this tab has it
 */
function takenHere(path, { signal, taken = false, lost }) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = (/** @type {Lock | null} */ lock) => {
      resolve(lock !== null);
      if (!lock) return undefined;
      return new Promise((release) => signal.addEventListener("abort", () => release(undefined), { once: true }));
    };
    const options = taken ? { steal: true } : { ifAvailable: true };
    navigator.locks.request(`editors-desk ${path}`, options, held).catch(() => {
      if (!signal.aborted) lost();
    });
  });
}
