/**
 * What must be said with every answer of a copy of the site that may be out of date. web/offline/ finds it out, and whatever
 * shows an answer says it; neither knows the other.
 */

/** @typedef {{text: string, short: string}} CopyNotice a caution, and the same in the few words of a record */

/** Fires "change" when other words have to stand with answers. */
export class KeptCopy extends EventTarget {
  /** @type {CopyNotice | null} */
  #ofAll = null;
  /** @type {Readonly<Record<string, string>> | null} */
  #newer = null;

  /**
   * The cautions that stand with an answer of a calculator.
   *
   * @param {string} calculator its id
   * @param {string} version the one that answers
   * @returns {CopyNotice[]}
   */
  notices(calculator, version) {
    const isNewer = this.#newer !== null && this.#newer[calculator] !== version;
    const ofOne = isNewer ? [newerNotice(version, this.#newer?.[calculator])] : [];
    return this.#ofAll ? [this.#ofAll, ...ofOne] : ofOne;
  }

  /**
   * @param {CopyNotice | null} ofAll what is to be said of the whole copy
   * @param {Readonly<Record<string, string>> | null} newer the versions of the calculators, by id, in a newer edition that is ready
   */
  say(ofAll, newer) {
    if (JSON.stringify([ofAll, newer]) === JSON.stringify([this.#ofAll, this.#newer])) return;
    this.#ofAll = ofAll;
    this.#newer = newer;
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {string} here @param {string | undefined} newer @returns {CopyNotice} */
function newerNotice(here, newer) {
  const change = newer ? `has version ${newer} of this calculator; this is ${here}` : "no longer has this calculator";
  return {
    text: `A newer version of this site is ready, and it ${change}. Take the newer version of the site before you use this answer.`,
    short: newer
      ? `calculator version ${newer} was ready and not used`
      : "the newer site no longer has this calculator",
  };
}

export const keptCopy = new KeptCopy();
