/**
 * Whether a comma is a decimal mark to this reader. It is no entry: it says nothing of a patient. It is kept while the page's
 * scripts live, so on all pages of a visit and nowhere in the browser; whoever loads the site anew says it anew.
 */
class DecimalComma extends EventTarget {
  #isRead = false;

  get isRead() {
    return this.#isRead;
  }

  /** @param {boolean} isRead */
  read(isRead) {
    this.#isRead = isRead;
    this.dispatchEvent(new Event("change"));
  }
}

/** Fires "change" when the reader has chosen. */
export const decimalComma = new DecimalComma();
