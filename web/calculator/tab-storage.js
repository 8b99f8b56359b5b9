/**
 * What worksheets keep in this tab: the one place of the site that touches the session's storage. The browser keeps it on this
 * device, for this tab alone, and removes it when the tab is closed.
 */

const KEPT = "worksheet:";
/** Under this name stands that the reader wants nothing kept. It says nothing of a patient. */
const CHOICE = "worksheets";

export class TabStorage {
  /** @type {Storage | null} */
  #storage;

  /** @param {() => Storage} open throws where storage is denied */
  constructor(open = () => sessionStorage) {
    try {
      this.#storage = open();
      // Some browsers hand out a storage that takes nothing.
      this.#storage.setItem(KEPT, "");
      this.#storage.removeItem(KEPT);
    } catch {
      this.#storage = null;
    }
  }

  /** Whether this browser keeps anything for a page. */
  get isThere() {
    return this.#storage !== null;
  }

  /** Whether worksheets are kept: unless the reader has said no. */
  get isOn() {
    return this.#storage !== null && this.#storage.getItem(CHOICE) !== "off";
  }

  /** The reader's choice. What was kept goes when they want nothing kept. @param {boolean} isOn */
  turn(isOn) {
    if (!this.#storage) return;
    if (isOn) {
      this.#storage.removeItem(CHOICE);
      return;
    }
    for (const name of Object.keys(this.#storage)) if (name.startsWith(KEPT)) this.#storage.removeItem(name);
    this.#storage.setItem(CHOICE, "off");
  }

  /** Whether it was kept: not where nothing is to be, and not where the browser has no room. @param {string} key @param {unknown} value */
  keep(key, value) {
    if (!this.#storage || !this.isOn) return false;
    try {
      this.#storage.setItem(KEPT + key, JSON.stringify(value));
      return true;
    } catch {
      this.forget(key);
      return false;
    }
  }

  /** @param {string} key */
  forget(key) {
    this.#storage?.removeItem(KEPT + key);
  }

  /** What was kept; null when nothing was. @param {string} key @returns {any} */
  found(key) {
    const text = this.isOn ? this.#storage?.getItem(KEPT + key) : null;
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }
}
