/** Asks before the page is left, while there is a worksheet whose entries would be lost. */
class LeaveWarning {
  /** @type {Set<string>} */
  #unsaved = new Set();

  /**
   * @param {string} key the worksheet
   * @param {boolean} isUnsaved whether its entries stand nowhere else
   */
  set(key, isUnsaved) {
    if (isUnsaved) this.#unsaved.add(key);
    else this.#unsaved.delete(key);
    // Only while there is need: a page that listens is not kept whole for going back to.
    if (this.#unsaved.size) window.addEventListener("beforeunload", ask);
    else window.removeEventListener("beforeunload", ask);
  }
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  // Browsers of before 2023 ask only when this is set.
  event.returnValue = true;
}

export const leaveWarning = new LeaveWarning();
