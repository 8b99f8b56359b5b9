import { required } from "../dom.js";
import { clockTime } from "../today.js";
import { leaveWarning } from "./leave-warning.js";
import { TabStorage } from "./tab-storage.js";

/** @import { Entered, Given } from "./form-contents.js" */

/**
 * A worksheet as this tab keeps it, or this device. Times are in milliseconds, and `owner` is the name by which this tab keeps it
 * on the device, too; empty where it does not.
 *
 * @typedef {Given & {usedAt: number, typedAt: number, owner?: string, isOnDevice?: boolean}} Kept
 * @typedef {{owner: string, keep: () => void, forget: () => void}} Device
 */

/** Changes when older entries could no longer be read. */
const FORMAT = 1;
const WHAT = "worksheet kept in this tab";
const DENIED = "This browser keeps nothing for this page. Save before you leave.";
const OFF = "Nothing is kept. Save before you leave.";

const storage = new TabStorage();

/**
 * Keeps a worksheet in this tab until it is cleared, and asks before the page is left where it cannot. An hour's typing may
 * stand in a worksheet; a calculator is filled in anew in seconds, for the patient in front of the reader, and is not kept.
 */
export class KeptRows {
  #element;
  #key;
  #form;
  #isWorksheet;
  #untouched;
  /** When something was last typed in. */
  typedAt = 0;
  /** Whether a file holds just these entries. */
  #isSaved = false;
  /** What keeps it on this device, where the reader has said so. @type {Device | null} */
  device = null;
  /** The name by which this tab kept it on the device before it was loaded again. */
  #owner = "";

  /**
   * @param {HTMLElement} element the calculator
   * @param {string} key the page, and which of its forms
   * @param {{entered: () => Entered, doubts: () => string[], usedAt: () => number}} form
   * @param {AbortSignal} signal ends it
   */
  constructor(element, key, form, signal) {
    this.#element = element;
    this.#key = key;
    this.#form = form;
    this.#isWorksheet = element.dataset.folder === "worksheets";
    this.#untouched = this.#entries;
    if (!this.#isWorksheet) return;
    this.#owner = this.found?.owner ?? "";
    const { choice } = this;
    required(element, ".keeping").hidden = false;
    choice.checked = storage.isOn;
    choice.disabled = !storage.isThere;
    choice.addEventListener("change", () => this.#chosen(), { signal });
    this.#say();
    window.addEventListener("pagehide", () => this.keep(), { signal });
  }

  get choice() {
    return /** @type {HTMLInputElement} */ (required(this.#element, ".keeping input"));
  }

  get #entries() {
    return JSON.stringify(this.#form.entered().entries);
  }

  /** What this tab has kept of this worksheet; null when nothing. @returns {Kept | null} */
  get found() {
    const kept = this.#isWorksheet ? storage.found(this.#key) : null;
    const isIt = kept?.format === FORMAT && kept.calculator === this.#element.dataset.calculator;
    return isIt ? { ...kept, what: WHAT } : null;
  }

  /** What the form holds now, to be kept; null while it is as it opens. */
  get present() {
    const { entered, doubts, usedAt } = this.#form;
    const version = this.#element.dataset.version ?? null;
    const present = { version, ...entered(), doubts: doubts(), usedAt: usedAt(), typedAt: this.typedAt };
    return this.#entries === this.#untouched ? null : present;
  }

  get owner() {
    return this.device ? this.device.owner : this.#owner;
  }

  /** The reader has typed, or opened something. */
  typed() {
    this.typedAt = Date.now();
    this.#isSaved = false;
  }

  /** A file holds what stands in the form now. */
  saved() {
    this.#isSaved = true;
    this.keep();
  }

  /** Keeps what stands in the form now; nothing of a form that is as it opens. */
  keep() {
    if (!this.#isWorksheet) return;
    this.device?.keep();
    const { present, owner } = this;
    const { calculator } = this.#element.dataset;
    if (!present) storage.forget(this.#key);
    const isKept = present === null || storage.keep(this.#key, { format: FORMAT, calculator, owner, ...present });
    leaveWarning.set(this.#key, !isKept && !this.#isSaved);
  }

  /** The form holds again what was typed at some time: whoever sees it has to know when. @param {Kept} kept */
  broughtBack({ typedAt, isOnDevice }) {
    this.typedAt = typedAt;
    const note = required(this.#element, ".typed-at");
    note.textContent = `Typed ${isOnDevice ? "on this device" : "in this tab"} at ${clockTime(typedAt)}. For another patient, clear the form.`;
    note.hidden = false;
  }

  /** Nothing of it is to be found again. */
  forget() {
    if (!this.#isWorksheet) return;
    this.device?.forget();
    this.#owner = "";
    storage.forget(this.#key);
    leaveWarning.set(this.#key, false);
    required(this.#element, ".typed-at").hidden = true;
  }

  #chosen() {
    storage.turn(this.choice.checked);
    this.keep();
    this.#say();
  }

  #say() {
    const words = storage.isThere ? OFF : DENIED;
    required(this.#element, ".keeping-note").textContent = storage.isOn ? "" : words;
  }
}
