import { element } from "../dom.js";
import { clockTime } from "../today.js";
import { dueList, Said } from "./due-list.js";
import { DueSignal } from "./due-signal.js";
import { EntryButtons } from "./entry-buttons.js";
import { countdown, Looks, startOf, timeOf } from "./wall-clock.js";

/** @import { Due } from "../engine/reply.js" */
/** @import { Item } from "./due-list.js" */
/** @import { Jump, Running, Start } from "./wall-clock.js" */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const UNANSWERED = "Nothing is counted until the questions above are answered.";
const UNREAD = "What stands above cannot be read at present: what is due stands here as it was before.";
const HOW =
  "Counted by the clock of this device. In the background a browser may be a minute late, and a locked phone tells nothing; " +
  "when you come back, the count is right.";

/** Counts down to what is due next by the clock on the wall, and says so when it cannot. What is due comes from Python. */
export class DueTimer {
  #place;
  #buttons;
  #signal = new DueSignal();
  #said = new Said();
  #looks = new Looks();
  /** @type {Due | null} */
  #due = null;
  /** What stood in the form as the start when it was told what is due. */
  #startText = "";
  #isUnread = false;
  /** @type {Partial<Record<Jump["kind"], string>>} what has happened to the clock while this start was counted */
  #jumps = {};
  #wait = 0;
  #title = "";
  #clock = element("p", { class: "due-clock", role: "timer", "aria-label": "Minutes from the start" });
  /** What the list holds, but for its times. */
  #lines = "";
  #list = element("ul", { class: "due-list" });
  #until = element("p", { class: "due-until" });
  #notes = element("div", { class: "due-notes" });
  #announcement = element("p", { class: "visually-hidden", role: "status" });

  /**
   * @param {HTMLElement} place
   * @param {HTMLFormElement} form
   * @param {AbortSignal} signal ends it
   */
  constructor(place, form, signal) {
    this.#place = place;
    this.#buttons = new EntryButtons(form, () => place.focus());
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", "Timer");
    place.tabIndex = -1;
    const parts = [this.#clock, this.#list, this.#until, this.#notes, this.#buttons.view];
    place.replaceChildren(...parts, ...this.#choice(signal), this.#announcement);
    const look = () => this.#look();
    form.addEventListener("input", look, { signal });
    form.addEventListener("reset", () => this.#forget(), { signal });
    document.addEventListener("visibilitychange", look, { signal });
    for (const event of ["focus", "pageshow"]) window.addEventListener(event, look, { signal });
    signal.addEventListener("abort", () => this.#end());
    this.#look();
  }

  /** What Python says of the entries as they are now; null when they cannot be read. @param {Due | null} due */
  update(due) {
    this.#isUnread = due === null;
    if (due) {
      if (this.#startText !== this.#buttons.startText) this.#jumps = {};
      this.#due = due;
      this.#startText = this.#buttons.startText;
    }
    this.#look();
  }

  /** @param {AbortSignal} signal */
  #choice(signal) {
    const how = element("p", { class: "due-how" }, HOW);
    if (!DueSignal.isThere) return [how];
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => this.#signal.turn(box.checked), { signal });
    const words = element("span", {}, "Sound and vibration when something is due, while this page is open and awake");
    return [element("label", { class: "option" }, box, " ", words), how];
  }

  #forget() {
    this.#due = null;
    this.#jumps = {};
    this.#isUnread = false;
    // The browser empties the fields only after its event.
    queueMicrotask(() => this.#look());
  }

  #look() {
    clearTimeout(this.#wait);
    const now = Date.now();
    // Another start than the one of which Python spoke is not counted from.
    const due = this.#due && this.#startText === this.#buttons.startText ? this.#due : null;
    const start = due ? startOf(due, now) : null;
    if (due?.time) this.#note(this.#looks.look(now, performance.now()));
    else this.#looks = new Looks();
    this.#show(due, start, now);
    if (due?.time) this.#wait = window.setTimeout(() => this.#look(), SECOND - (now % SECOND));
  }

  /** @param {Jump | null} jump */
  #note(jump) {
    if (!jump) return;
    this.#jumps[jump.kind] =
      jump.kind === "back"
        ? `The clock of this device was set back by ${Math.round((jump.from - jump.to) / MINUTE)} min. Minutes are counted by it: check the start.`
        : `This page stood still from ${clockTime(jump.from)} to ${clockTime(jump.to)}: the device or the tab slept, or the ` +
          "clock was set. Nothing was told in that time.";
  }

  /** @param {Due | null} due @param {Start | null} start @param {number} now */
  #show(due, start, now) {
    const running = start?.state === "running" ? start : null;
    const items = due && running ? dueList(due, running.at, now) : [];
    write(this.#clock, running ? `Minute ${running.minute}, from ${clockTime(running.at)}` : "");
    this.#buttons.show(running ? running.minute : null);
    this.#showItems(items, running !== null, now);
    write(this.#until, due && running ? `${due.until_words} (${clockTime(timeOf(running.at, due.until))})` : "");
    this.#showNotes(due, start);
    this.#tell(items, running);
  }

  /** The lines stand still while only their times change. @param {Item[]} items @param {boolean} isCounted @param {number} now */
  #showItems(items, isCounted, now) {
    const lines = JSON.stringify([isCounted, items.map(({ minute, mark, words }) => [minute, mark, words])]);
    if (lines !== this.#lines) {
      this.#lines = lines;
      const none = isCounted ? [element("li", {}, "Nothing is due.")] : [];
      this.#list.replaceChildren(...(items.length ? items.map(line) : none));
    }
    const marks = this.#list.querySelectorAll(".due-mark");
    for (const [place, item] of items.entries()) write(/** @type {HTMLElement} */ (marks[place]), markOf(item, now));
  }

  /** @param {Due | null} due @param {Start | null} start */
  #showNotes(due, start) {
    const why = due && start ? whyNot(start) : UNANSWERED;
    const planned = start?.state === "running" ? "" : due?.next?.words;
    const notes = [why, planned, this.#isUnread && due ? UNREAD : "", this.#jumps.back, this.#jumps.still];
    const shown = notes.flatMap((words) => (words ? [words] : []));
    if (shown.join() === [...this.#notes.children].map((one) => one.textContent).join()) return;
    const note = (/** @type {string} */ words) => element("p", { "data-quiet": words === this.#jumps.still }, words);
    this.#notes.replaceChildren(...shown.map(note));
  }

  /** What became due or late is said once, and is seen in the name of the tab. @param {Item[]} items @param {Running | null} start */
  #tell(items, start) {
    const isDue = items.some(({ mark }) => mark !== "next");
    this.#place.toggleAttribute("data-due", isDue);
    this.#nameTab(isDue);
    const fresh = start ? this.#said.unsaid(items, start.at) : [];
    if (!fresh.length) return;
    this.#announcement.textContent = fresh.map(({ mark, words, late }) => (mark === "late" ? late : words)).join(" ");
    this.#signal.give();
  }

  /** @param {boolean} isDue */
  #nameTab(isDue) {
    if (isDue === (this.#title !== "")) return;
    if (isDue) this.#title = document.title;
    document.title = isDue ? `● Due: ${this.#title}` : this.#title;
    if (!isDue) this.#title = "";
  }

  #end() {
    clearTimeout(this.#wait);
    this.#signal.end();
    // The page that comes next has named the tab already.
    if (this.#title && document.title.endsWith(`: ${this.#title}`)) this.#nameTab(false);
  }
}

/** @param {Item} item */
function line({ mark, words }) {
  return element("li", { "data-mark": mark }, element("strong", { class: "due-mark" }), ` ${words}`);
}

/** @param {Item} item @param {number} now */
function markOf({ mark, at }, now) {
  const ago = Math.floor((now - at) / MINUTE);
  if (mark === "next") return `In ${countdown(at - now)}, at ${clockTime(at)}.`;
  if (mark === "late") return `Late by ${ago} min.`;
  return ago ? `Due, for ${ago} min.` : "Due now.";
}

/** Why nothing is counted, or what to know of what is. @param {Start} start */
function whyNot(start) {
  switch (start.state) {
    case "none":
      return "No start is entered: nothing is counted.";
    case "skipped":
      return "The clock was moved ahead that day and never showed this time: nothing is counted. Check the start.";
    case "future":
      return `The start lies ahead, at ${clockTime(start.at)}: nothing is counted until then. Check the start, and the clock of this device.`;
    case "old":
      return `The start lies more than a day back, at ${clockTime(start.at)}: nothing is counted. For another patient, clear the form.`;
    case "running":
      if (start.isSecond === null) return "";
      return `The clock showed this time twice that day: counted from the ${start.isSecond ? "second" : "first"} one.`;
  }
}

/** @param {HTMLElement} place @param {string} words */
function write(place, words) {
  if (place.textContent !== words) place.textContent = words;
}
