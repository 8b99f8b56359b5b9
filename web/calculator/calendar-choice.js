import { element } from "../dom.js";
import { LARGEST_FILE } from "./given-entries.js";

/** As ketamine_calculators/icalendar.py has it. @typedef {{time: string, hours: number, reminder: string}} Appointment */

const LENGTHS = { 0: "Not stated", 1: "1 hour", 2: "2 hours", 3: "3 hours", 4: "4 hours" };
const REMINDERS = { "": "None", day: "The day before", hour: "1 hour before" };

const FORMER =
  "Dates saved earlier for this patient (.ics): they are changed in place, and what is gone is canceled. The file is read here and names nobody.";

/** What a clinic may give to the dates of a plan. It stays when the answer changes, until the form is emptied. */
export class CalendarChoice {
  #time = element("input", { type: "time" });
  #hours = element("select", {}, ...options(LENGTHS));
  #reminder = element("select", {}, ...options(REMINDERS));
  #former = element("input", { type: "file", accept: ".ics,text/calendar" });

  constructor() {
    const fields = element(
      "div",
      { class: "fold-content calendar-choice" },
      element("label", {}, "Start time", this.#time),
      element("label", {}, "Length", this.#hours),
      element("label", {}, "Reminder", this.#reminder),
      element("label", { class: "calendar-former" }, FORMER, this.#former),
    );
    const summary = element("summary", {}, "Time and reminder for the calendar, and changes (optional)");
    this.element = element("details", { class: "fold", "data-fold": "calendar" }, summary, fields);
    this.#time.addEventListener("input", () => this.#timeChanged());
    this.#timeChanged();
  }

  /** @returns {Appointment} */
  get appointment() {
    return { time: this.#time.value, hours: Number(this.#hours.value), reminder: this.#reminder.value };
  }

  /** The dates that were saved earlier for the same plan, as their file has them; undefined without one. Read anew each time. */
  async former() {
    const file = this.#former.files?.[0];
    return file ? file.slice(0, LARGEST_FILE).text() : undefined;
  }

  /** A length and an hour's notice are counted from a time: without one they are not offered. */
  #timeChanged() {
    const isWholeDay = !this.#time.value;
    this.#hours.disabled = isWholeDay;
    const hour = /** @type {HTMLOptionElement} */ (this.#reminder.namedItem("hour"));
    hour.disabled = isWholeDay;
    if (!isWholeDay) return;
    this.#hours.value = "0";
    if (this.#reminder.value === "hour") this.#reminder.value = "";
  }
}

/** @param {Record<string, string>} named */
function options(named) {
  return Object.entries(named).map(([value, words]) => element("option", { value, name: value }, words));
}
