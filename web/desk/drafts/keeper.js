/**
 * Keeps one text again and again while it is written: at once, and never two writings at a time.
 *
 * @template Value
 */
export class Keeper {
  #write;
  #says;
  #isWriting = false;
  #written = Promise.resolve();
  /** What has still to be written. @type {{value: Value} | undefined} */
  #next;

  /**
   * @param {(value: Value) => Promise<void>} write
   * @param {(fault: string) => void} says empty when all is written
   */
  constructor(write, says) {
    this.#write = write;
    this.#says = says;
  }

  /** Of several values that come while one is being written only the last is written. @param {Value} value */
  keep(value) {
    this.#next = { value };
    if (!this.#isWriting) this.#written = this.#run();
  }

  /** Settles when nothing has still to be written. */
  get written() {
    return this.#written;
  }

  async #run() {
    this.#isWriting = true;
    try {
      while (this.#next) {
        const { value } = this.#next;
        this.#next = undefined;
        await this.#write(value);
      }
      this.#says("");
    } catch (thrown) {
      this.#says(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      this.#isWriting = false;
    }
  }
}
