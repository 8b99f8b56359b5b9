const TICK = 1000;

/**
 * Ends after some seconds unless it is renewed or stopped.
 * It counts ticks in place of asking the clock, so that a laptop's sleep does not count.
 */
export class Timeout {
  #seconds;
  #left;
  #interval;

  /** @param {number} seconds @param {() => void} onEnd */
  constructor(seconds, onEnd) {
    this.#seconds = seconds;
    this.#left = seconds;
    this.#interval = setInterval(() => {
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      onEnd();
    }, TICK);
  }

  renew(seconds = this.#seconds) {
    this.#left = seconds;
  }

  stop() {
    clearInterval(this.#interval);
  }
}
