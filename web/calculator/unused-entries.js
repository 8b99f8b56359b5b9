/**
 * Entries that nobody has touched for a time may be those of the patient before. They are covered, with the answer, until
 * the reader has said that they are meant, or emptied the form.
 */

import { required } from "../dom.js";
import { clockTime } from "../today.js";

const MINUTE = 60_000;

/** How long ago a form was last used, by the clock on the wall: timers stand still while a phone is locked. */
export class LastUse {
  #limit;
  #now;
  #at;

  /**
   * @param {number} minutes after which entries are asked about; 0 for never
   * @param {() => number} [now] milliseconds
   * @param {number} [at] when it was last used, if that was before
   */
  constructor(minutes, now = Date.now, at = now()) {
    this.#limit = minutes * MINUTE;
    this.#now = now;
    this.#at = at;
  }

  get at() {
    return this.#at;
  }

  used() {
    this.#at = this.#now();
  }

  /** Milliseconds until the entries are asked about; null when they never are. */
  get left() {
    if (!this.#limit) return null;
    // A clock that was set back says nothing of the time between.
    const ago = this.#now() - this.#at;
    return ago < 0 ? 0 : Math.max(0, this.#limit - ago);
  }
}

/** The setting of the site. @param {Document} page */
function minutesOf(page) {
  const setting = page.querySelector("meta[name='entries-unused-minutes']")?.getAttribute("content");
  return Number(setting ?? 0);
}

/** Covers the entries of one form when they have not been used for a time. */
export class UnusedEntries {
  #element;
  #cover;
  #last;
  #timer = 0;
  #isTouched;

  /**
   * @param {HTMLElement} element the calculator
   * @param {{isTouched: () => boolean, empty: () => void}} form
   * @param {AbortSignal} signal ends it
   */
  constructor(element, form, signal) {
    this.#element = element;
    this.#isTouched = form.isTouched;
    this.#cover = required(element, ".unused");
    this.#last = this.#lastUse();
    for (const use of ["input", "click", "keydown"])
      element.addEventListener(use, () => this.#use(), { signal, capture: true });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    window.addEventListener("pageshow", () => this.#look(), { signal });
    window.addEventListener("focus", () => this.#look(), { signal });
    required(this.#cover, "[data-show]").addEventListener("click", () => this.uncover(), { signal });
    required(this.#cover, "[data-empty]").addEventListener("click", () => this.#empty(form.empty), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
    this.#wait();
  }

  get usedAt() {
    return this.#last.at;
  }

  /** What stands in the form now was last used then. @param {number} at */
  since(at) {
    this.#last = this.#lastUse(at);
    this.#wait();
    this.#look();
  }

  /** The reader came to entries that were typed before: they are covered, however short a time ago. */
  ask() {
    if (this.#isTouched() && this.#last.left !== null) this.#hide();
  }

  /** @param {number} [at] */
  #lastUse(at) {
    return new LastUse(minutesOf(this.#element.ownerDocument), Date.now, at);
  }

  get #isCovered() {
    return !this.#cover.hidden;
  }

  #use() {
    // The first touch after a long time must not make old entries look like new ones.
    if (!this.#isCovered && this.#last.left === 0 && this.#isTouched()) {
      this.#look();
      return;
    }
    this.#last.used();
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    const { left } = this.#last;
    if (left !== null) this.#timer = window.setTimeout(() => this.#look(), left);
  }

  #look() {
    if (this.#last.left === 0 && this.#isTouched() && !this.#isCovered) this.#hide();
  }

  #hide() {
    required(this.#cover, "[data-since]").textContent = `since ${clockTime(this.#last.at)}`;
    const hadFocus = this.#element.contains(document.activeElement);
    this.#cover.hidden = false;
    this.#element.toggleAttribute("data-unused", true);
    if (hadFocus) this.#cover.focus();
  }

  /** @param {() => void} empty */
  #empty(empty) {
    this.uncover();
    empty();
  }

  uncover() {
    this.#cover.hidden = true;
    this.#element.toggleAttribute("data-unused", false);
    this.#last.used();
    this.#wait();
  }
}
