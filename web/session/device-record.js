/**
 * One worksheet as this device keeps it for every tab. Of several tabs one keeps it, and no other writes over it: each looks
 * who does before it writes.
 */

/** Changes when an older record could no longer be read. */
const FORMAT = 1;

/**
 * @typedef {{version: string | null, entries: [string, string][], days: [string, string][], doubts?: string[], usedAt: number,
 *   typedAt: number}} Typed what a form holds, and when it was last touched and typed in, in milliseconds
 * @typedef {Typed & {format: number, calculator: string, owner: string, isOpen: boolean}} Recorded `owner` is the tab that keeps
 *   it, and `isOpen` whether that tab has not said that it goes
 */

export class DeviceRecord {
  /** @type {Storage | null} */
  #storage;
  #calculator;

  /**
   * @param {string} name under which it is found by every tab
   * @param {string} calculator
   * @param {{open?: () => Storage, owner?: string}} [tab] `open` throws where storage is denied
   */
  constructor(name, calculator, { open = () => localStorage, owner = someName() } = {}) {
    this.name = name;
    this.#calculator = calculator;
    this.owner = owner;
    try {
      this.#storage = open();
      // Some browsers hand out a storage that takes nothing.
      this.#storage.setItem(`${name}?`, "");
      this.#storage.removeItem(`${name}?`);
    } catch {
      this.#storage = null;
    }
  }

  /** Whether this browser keeps anything for a page. */
  get isThere() {
    return this.#storage !== null;
  }

  /** What is kept; null when nothing is that can be read. @returns {Recorded | null} */
  get found() {
    try {
      const found = JSON.parse(this.#storage?.getItem(this.name) ?? "null");
      return found?.format === FORMAT && found.calculator === this.#calculator ? found : null;
    } catch {
      return null;
    }
  }

  get isMine() {
    return this.found?.owner === this.owner;
  }

  /** From now on this tab keeps it. Says whether there was room. @param {Typed} typed */
  take(typed) {
    return this.put({ ...typed, format: FORMAT, calculator: this.#calculator, owner: this.owner, isOpen: true });
  }

  /** Where there is no room nothing is kept: an older state would come back for the newer one. @param {Recorded} record */
  put(record) {
    try {
      this.#storage?.setItem(this.name, JSON.stringify(record));
      return this.#storage !== null;
    } catch {
      this.remove();
      return false;
    }
  }

  /** This tab goes: another one may go on without asking for it. */
  leave() {
    const { found } = this;
    if (found?.owner === this.owner) this.put({ ...found, isOpen: false });
  }

  remove() {
    this.#storage?.removeItem(this.name);
  }
}

/** A name that no other tab has. */
function someName() {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}
