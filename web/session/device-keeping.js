import { element, required } from "../dom.js";
import { clockTime } from "../today.js";
import { DeviceRecord } from "./device-record.js";

/** @import { Recorded, Typed } from "./device-record.js" */

/**
 * The form, as what keeps it on the device knows it.
 *
 * @typedef {object} KeptForm
 * @property {() => Typed | null} typed what it holds; null while it is as it opens
 * @property {(typed: Typed) => string} open fills in what was kept. Says why not; empty when it was
 * @property {string} owner by which name this tab kept it before it was loaded again; empty when it did not
 * @property {boolean} isKeptInTab whether the reader lets anything be kept
 */

const QUESTION =
  "Keep this session on this device, too, until it is cleared, so that it is found again when the tab or the browser was closed?";
const KEPT = "Kept on this device. To remove it, clear the form or take back the tick.";
const DENIED = "This browser keeps nothing on this device.";
const FULL = "This device has no room: nothing of this session is kept on it.";
const REMOVED = "Removed from this device.";
const REMOVED_ELSEWHERE = "Another tab has removed this session from this device. It stands in this tab alone.";

/** Keeps a session on this device when the reader has said yes to it, and says so where another tab has one. */
export class DeviceKeeping {
  #record;
  #form;
  #isOn = false;
  /** Whether this tab has put it there since. */
  #isWritten = false;
  #box = element("input", { type: "checkbox" });
  #note = element("p", { class: "keeping-note", role: "status" });
  #words = element("p", { role: "status" });
  #ways = element("div", { class: "kept-ways" });
  #elsewhere = element("div", { class: "kept-elsewhere", role: "group", "aria-label": "Session kept on this device" });

  /**
   * @param {HTMLElement} calculator
   * @param {string} name under which it is kept
   * @param {KeptForm} form
   * @param {AbortSignal} signal ends it
   */
  constructor(calculator, name, form, signal) {
    this.#record = new DeviceRecord(name, calculator.dataset.calculator ?? "");
    this.#form = form;
    this.#elsewhere.append(this.#words, this.#ways);
    this.#elsewhere.tabIndex = -1;
    this.#elsewhere.hidden = true;
    required(calculator, "form").before(this.#elsewhere);
    const choice = element("label", { class: "option" }, this.#box, " ", element("span", {}, QUESTION));
    required(calculator, ".keeping").append(choice, this.#note);
    this.#box.addEventListener("change", () => (this.#box.checked ? this.#allow() : this.forget()), { signal });
    window.addEventListener("storage", ({ key }) => (key === name || key === null) && this.#look(), { signal });
    window.addEventListener("pageshow", () => this.keep(), { signal });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    window.addEventListener("pagehide", () => this.#record.leave(), { signal });
    signal.addEventListener("abort", () => this.#record.leave());
    this.#begin();
  }

  /** By which name this tab keeps the session; empty while it does not. */
  get owner() {
    return this.#isOn ? this.#record.owner : "";
  }

  /** The form has changed, or the reader's wish to keep anything. */
  keep() {
    this.#box.disabled = !this.#record.isThere || !this.#form.isKeptInTab;
    if (!this.#isOn || !this.#look()) return;
    if (this.#form.isKeptInTab) this.#write();
    else this.forget();
  }

  /** The session is over: the next one is asked about anew. What another tab keeps stays. */
  forget() {
    if (this.#record.isMine) this.#record.remove();
    this.#turn(false);
  }

  #begin() {
    const { found } = this.#record;
    const isGoingOn =
      found !== null && found.owner === this.#form.owner && !found.isOpen && this.#form.typed() !== null;
    this.#turn(isGoingOn);
    if (isGoingOn) this.#write();
    else if (found) this.#ask(found);
  }

  /** The reader has said yes. What another tab keeps is not written over: the reader says first what is to become of it. */
  #allow() {
    const { found, isMine } = this.#record;
    this.#turn(found === null || isMine);
    if (this.#isOn) this.#write();
    else if (found) {
      this.#ask(found);
      this.#elsewhere.focus();
    }
  }

  /** A form as it opens leaves nothing on the device. */
  #write() {
    const typed = this.#form.typed();
    this.#isWritten = typed !== null;
    if (!typed) this.#record.remove();
    else if (!this.#record.take(typed)) this.#turn(false, FULL);
  }

  /** Whether this tab still keeps the session; where another one does by now, the reader is told. */
  #look() {
    const { found, isMine } = this.#record;
    if (this.#isOn && found && !isMine) {
      this.#turn(false);
      this.#askWhichState(found);
    } else if (this.#isOn && !found && this.#isWritten) this.#turn(false, REMOVED_ELSEWHERE);
    else if (!this.#isOn && !found) this.#hideQuestion();
    return this.#isOn;
  }

  /** A session that this tab does not know. @param {Recorded} found */
  #ask(found) {
    const also = found.isOpen ? ", and may be open in another tab" : "";
    this.#show(
      `A session last typed in at ${clockTime(found.typedAt)} is kept on this device${also}. Is it that of the patient in front of you?`,
      way("Continue it", () => this.#open()),
      way("Remove it from this device", () => this.#remove(found)),
    );
  }

  /** The session of this tab, with which another one has gone on. @param {Recorded} found */
  #askWhichState(found) {
    this.#show(
      `Another tab continues this session, last at ${clockTime(found.typedAt)}. What is typed here is not kept on this device.`,
      way("Show what the other tab has", () => this.#open()),
      way("Continue with what is here", () => this.#takeOver()),
    );
  }

  #open() {
    const { found } = this.#record;
    if (!found) return;
    const refused = this.#form.open(found);
    if (refused) {
      this.#show(
        refused,
        way("Remove it from this device", () => this.#remove(found)),
      );
      return;
    }
    this.#takeOver();
  }

  #takeOver() {
    this.#turn(true);
    this.#write();
    this.#hideQuestion();
    this.#box.focus();
  }

  /** @param {Recorded} found */
  #remove(found) {
    this.#record.remove();
    const back = way("Undo", () => {
      this.#record.put(found);
      this.#ask(found);
      this.#elsewhere.focus();
    });
    this.#show(REMOVED, back);
    this.#elsewhere.focus();
  }

  /** @param {string} words @param {...HTMLElement} ways */
  #show(words, ...ways) {
    this.#elsewhere.hidden = false;
    this.#ways.replaceChildren(...ways);
    this.#words.textContent = words;
  }

  #hideQuestion() {
    if (this.#words.textContent === REMOVED) return;
    this.#elsewhere.hidden = true;
    this.#words.textContent = "";
  }

  /** @param {boolean} isOn @param {string} [why] it is not */
  #turn(isOn, why = "") {
    const { isThere } = this.#record;
    this.#isOn = isOn;
    this.#isWritten = false;
    this.#box.checked = isOn;
    this.#box.disabled = !isThere || !this.#form.isKeptInTab;
    this.#note.textContent = why || (isThere ? (isOn ? KEPT : "") : DENIED);
  }
}

/** @param {string} words @param {() => void} act */
function way(words, act) {
  const button = element("button", { type: "button" }, words);
  button.addEventListener("click", act);
  return button;
}
