const TICK = 1000;

/**
 * Runs out after some seconds without a sign of life.
 * It counts ticks in place of asking the clock, so that a sleeping laptop is not taken for silence.
 */
export class Patience {
  #left;
  #ticking;

  /** @param {number} seconds @param {() => void} onEnd */
  constructor(seconds, onEnd) {
    this.seconds = seconds;
    this.#left = seconds;
    this.#ticking = setInterval(() => {
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      onEnd();
    }, TICK);
  }

  /** There was a sign of life. */
  renew() {
    this.#left = this.seconds;
  }

  stop() {
    clearInterval(this.#ticking);
  }
}
