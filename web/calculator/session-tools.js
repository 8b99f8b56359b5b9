import { required } from "../dom.js";

/** @import { Due } from "../engine/reply.js" */
/** @import { DueTimer } from "../session/session.js" */
/** @import { Kept, KeptRows } from "./kept-rows.js" */

const WHAT = "session kept on this device";

/** The timer of a session, and keeping it on this device: fetched for a form that has a place for them. */
export class SessionTools {
  /** @type {DueTimer | null} */
  #timer = null;
  /** @type {Due | null | undefined} not yet told while undefined */
  #due;

  /**
   * @param {HTMLElement} calculator
   * @param {string} key the page, and which of its forms
   * @param {KeptRows} kept
   * @param {(kept: Kept) => string} open fills in what was kept. Says why not; empty when it was
   * @param {AbortSignal} signal ends it
   */
  constructor(calculator, key, kept, open, signal) {
    const place = /** @type {HTMLElement | null} */ (calculator.querySelector(".due"));
    if (!place) return;
    const begin = (/** @type {typeof import("../session/session.js")} */ { DeviceKeeping, DueTimer }) => {
      if (signal.aborted) return;
      this.#timer = new DueTimer(place, required(calculator, "form"), signal);
      if (this.#due !== undefined) this.#timer.update(this.#due);
      const form = {
        typed: () => kept.present,
        open: (/** @type {Omit<Kept, "what">} */ typed) => open({ ...typed, what: WHAT, isOnDevice: true }),
        owner: kept.owner,
        get isKeptInTab() {
          return kept.choice.checked;
        },
      };
      kept.device = new DeviceKeeping(calculator, `worksheet:${key}`, form, signal);
    };
    import("../session/session.js").then(begin, () => {
      place.textContent = "The timer could not be loaded: nothing is counted. Load the page again.";
    });
  }

  /** What the reply to the present entries says is due; null when they cannot be read. @param {Due | null} due */
  answered(due) {
    this.#due = due;
    this.#timer?.update(due);
  }
}
