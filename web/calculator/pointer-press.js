/** How long after a finger was lifted its click may still come: a browser may wait for a second tap. */
const CLICK_COMES_WITHIN = 350;
/** The longest press that is waited for: of one on a scroll bar or on an open menu, browsers do not tell the end. */
const LONGEST = 2000;

/**
 * Whether a finger or a button is down on the page, or its click has still to come. Words that appear meanwhile would move what
 * is pressed away, and the press would be lost.
 *
 * For a finger the browser sends pointerdown and pointerup first, and then, where it was a tap, mousedown, the change of the
 * focus, mouseup and click. For a mouse all of them come in the order of their names. After a scroll there is no click.
 */
export class PointerPress {
  #isDown = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #limit;
  /** @type {(() => void)[]} */
  #waiting = [];

  /**
   * @param {EventTarget} page
   * @param {AbortSignal} signal ends it
   */
  constructor(page, signal) {
    const listen = (/** @type {string} */ type, /** @type {(event: Event) => void} */ heard) =>
      page.addEventListener(type, heard, { capture: true, signal });
    for (const type of ["pointerdown", "mousedown"]) listen(type, () => this.#pressed());
    for (const type of ["pointerup", "mouseup"]) listen(type, () => this.#lifted());
    for (const type of ["click", "input", "pointercancel"]) listen(type, () => this.#over());
    signal.addEventListener("abort", () => clearTimeout(this.#limit));
  }

  /** Calls at once where nothing is pressed, else when the press and what its click does are over. @param {() => void} then */
  whenOver(then) {
    if (this.#isDown) this.#waiting.push(then);
    else then();
  }

  /** Settles when the press is over. @returns {Promise<void>} */
  get over() {
    return new Promise((settle) => this.whenOver(settle));
  }

  #pressed() {
    this.#isDown = true;
    this.#endIn(LONGEST);
  }

  #lifted() {
    this.#endIn(CLICK_COMES_WITHIN);
  }

  /** What listens to the click itself comes first. */
  #over() {
    this.#endIn(0);
  }

  /** @param {number} milliseconds */
  #endIn(milliseconds) {
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => {
      this.#isDown = false;
      for (const then of this.#waiting.splice(0)) then();
    }, milliseconds);
  }
}
