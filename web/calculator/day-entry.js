import { today } from "../today.js";

/**
 * What helps to enter a date: today's, and the browser's own calendar. Both write into the field as a reader would type; what is
 * typed stays the entry.
 *
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal ends it
 */
export function helpWithDays(form, signal) {
  form.addEventListener("click", ({ target }) => pressed(/** @type {Element} */ (target)), { signal });
  form.addEventListener("keydown", (event) => keyed(event), { signal });
  form.addEventListener("input", (event) => picked(event), { signal, capture: true });
}

/** @param {Element} target */
function pressed(target) {
  const button = target.closest("[data-today], [data-calendar]");
  if (!button) return;
  if (button.hasAttribute("data-today")) enter(button, today());
  else openCalendar(button);
}

/** In the field itself, by the keys of spreadsheets and of the browser's own date fields. @param {KeyboardEvent} event */
function keyed(event) {
  const field = /** @type {Element} */ (event.target);
  if (!field.matches("[data-kind='day'] input[type='text']")) return;
  const isToday = event.key === ";" && (event.ctrlKey || event.metaKey);
  const isCalendar = event.key === "ArrowDown" && event.altKey;
  if (!isToday && !isCalendar) return;
  event.preventDefault();
  if (isToday) enter(field, today());
  else openCalendar(field);
}

/** The calendar's day becomes the entry; the calendar itself is none. @param {Event} event */
function picked(event) {
  const calendar = /** @type {HTMLInputElement} */ (event.target);
  if (calendar.type !== "date") return;
  event.stopPropagation();
  if (calendar.value) enter(calendar, calendar.value);
}

/** @param {Element} beside @param {string} day */
function enter(beside, day) {
  const field = inputOf(beside, "text");
  if (!field) return;
  field.value = day;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Element} beside */
function openCalendar(beside) {
  const calendar = inputOf(beside, "date");
  if (!calendar) return;
  // A text that is no day in this form leaves the calendar at today.
  calendar.value = inputOf(beside, "text")?.value ?? "";
  try {
    calendar.showPicker();
  } catch {
    inputOf(beside, "text")?.focus(); // this browser has no calendar: the field is typed into
  }
}

/** @param {Element} within @param {"text" | "date"} type @returns {HTMLInputElement | null | undefined} */
const inputOf = (within, type) => within.closest("[data-kind='day']")?.querySelector(`input[type='${type}']`);
