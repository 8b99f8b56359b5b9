/** The day of the reader's own clock, written so that every country reads it alike. */
export function today() {
  // Not by Intl: a browser that has not yet formatted a date needs a tenth of a second to learn how.
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
