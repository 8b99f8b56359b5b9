/**
 * Measurements that come with a link or a file. A number that does not name its unit may be of another one, and an old one may
 * no longer be the patient's: both are said, and nothing is answered before the reader has gone on.
 */

const DAY = 86_400_000;

/**
 * A question that has a unit to choose or a day, by the names under which a link gives them; empty for what it has not.
 *
 * @typedef {{name: string, label: string, unit: string, day: string}} Measurement
 */
/** @typedef {{entered: string, day: string}} Known a number, and its day as it was given; empty when none was */

/** Those that a form asks. @param {HTMLFormElement} form @returns {Measurement[]} */
export function measurementsOf(form) {
  const fields = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".field[data-field]"));
  return [...fields]
    .map((field) => ({
      name: field.dataset.field ?? "",
      label: field.dataset.label ?? "",
      unit: /** @type {HTMLElement | null} */ (field.querySelector("fieldset.unit"))?.dataset.field ?? "",
      day: /** @type {HTMLElement | null} */ (field.querySelector("[data-measured-on]"))?.dataset.measuredOn ?? "",
    }))
    .filter(({ unit, day }) => unit || day);
}

/** How many days after it was measured a value is asked about: the setting of the site. @param {Document} page */
export function mostDaysOf(page) {
  return Number(page.querySelector("meta[name='measured-days']")?.getAttribute("content") ?? 0);
}

/** What is known of the measurements of one form. */
export class Measurements {
  #asked;
  #mostDays;
  /** Of those that were given, by their names. @type {Map<string, Known>} */
  known = new Map();

  /**
   * @param {Measurement[]} asked
   * @param {number} mostDays
   */
  constructor(asked, mostDays) {
    this.#asked = asked;
    this.#mostDays = mostDays;
  }

  /**
   * Why what was given may not be answered as it is; empty when it may.
   *
   * @param {{what: string, entries: [string, string][], days: [string, string][]}} given
   * @param {[string, string][]} placed what the form holds of it
   * @param {string} today
   * @returns {string[]}
   */
  take({ what, entries, days }, placed, today) {
    this.known = new Map();
    return this.#filled(entries).flatMap(({ name, label, unit, day }) => {
      const doubts = [];
      if (unit && !enteredAs(entries, unit)) {
        doubts.push(`This ${what} does not name the unit of “${label}”. Choose it as the source has it.`);
      }
      if (day) {
        const when = enteredAs(days, day);
        this.known.set(name, { entered: enteredAs(placed, name), day: when });
        doubts.push(...this.#doubtsOfDay(what, label, when, today));
      }
      return doubts;
    });
  }

  /** Days of what is not asked, or not given. @param {[string, string][]} entries @param {[string, string][]} days */
  unplaced(entries, days) {
    const placed = this.#filled(entries).map(({ day }) => day);
    return days.filter(([name]) => !placed.includes(name));
  }

  /**
   * The days of these entries, for a link or a file: as they were given, and today for what was typed here, since the form
   * asks for the value of today. What came without a day has none. A number that stays keeps its day, in whatever unit.
   *
   * @param {[string, string][]} entries
   * @param {string} today
   * @returns {[string, string][]}
   */
  days(entries, today) {
    return this.#filled(entries).flatMap(({ name, day }) => {
      const known = this.known.get(name);
      const when = known?.entered === enteredAs(entries, name) ? known.day : today;
      return day && when ? [/** @type {[string, string]} */ ([day, when])] : [];
    });
  }

  /** @param {[string, string][]} entries */
  #filled(entries) {
    return this.#asked.filter(({ name }) => enteredAs(entries, name));
  }

  /** @param {string} what @param {string} label @param {string} day @param {string} today @returns {string[]} */
  #doubtsOfDay(what, label, day, today) {
    if (!day) return [`This ${what} does not say on which day “${label}” was measured.`];
    const ago = daysBetween(day, today);
    if (ago === null) {
      return [
        `This ${what} says “${day.slice(0, 60)}” for the day on which “${label}” was measured. That is no day as 2026-03-02.`,
      ];
    }
    if (ago < 0) {
      return [`This ${what} says that “${label}” was measured on ${day}. By the clock of this device that is to come.`];
    }
    if (ago <= this.#mostDays) return [];
    return [
      `This ${what} says that “${label}” was measured on ${day}, ${ago === 1 ? "a day" : `${ago} days`} ago. Is it still right?`,
    ];
  }
}

/** What stands under a name, all of it: two days are none. @param {[string, string][]} entries @param {string} name */
function enteredAs(entries, name) {
  return entries
    .filter(([key]) => key === name)
    .map(([, value]) => value.trim())
    .join(" and ");
}

/** Days from one to another, written 2026-03-02; null when the first is none. @param {string} from @param {string} to */
function daysBetween(from, to) {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(from) ? Date.parse(from) : Number.NaN;
  // Some browsers take the 30th of February for the 2nd of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== from) return null;
  return Math.round((Date.parse(to) - at) / DAY);
}
