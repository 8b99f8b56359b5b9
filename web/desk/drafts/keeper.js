/**
 * Keeps one text again and again while it is written. Each writing begins at once and waits for no other: what a tab has asked for
 * before it is killed is still written, in the order in which it was asked for.
 *
 * @template Value
 */
export class Keeper {
  #write;
  #says;
  /** How many writings have not ended. */
  #open = 0;
  #written = Promise.resolve();

  /**
   * @param {(value: Value) => Promise<void>} write
   * @param {(fault: string) => void} says empty when all is written
   */
  constructor(write, says) {
    this.#write = write;
    this.#says = says;
  }

  /** @param {Value} value */
  keep(value) {
    this.#open += 1;
    const writing = this.#write(value).then(
      () => this.#ended(""),
      (thrown) => this.#ended(thrown instanceof Error ? thrown.message : String(thrown)),
    );
    this.#written = this.#written.then(() => writing);
  }

  /** Settles when nothing has still to be written. */
  get written() {
    return this.#written;
  }

  /** @param {string} fault */
  #ended(fault) {
    this.#open -= 1;
    if (fault || this.#open === 0) this.#says(fault);
  }
}
