/**
 * A digit answers the item of a scale that has the focus, and the focus goes on to the next item. Keys count only there: no single
 * key does anything while the focus is elsewhere.
 *
 * @param {KeyboardEvent} event
 */
export function answerByDigit(event) {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || target.type !== "radio" || !/^[0-9]$/.test(key)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const item = target.closest("[data-kind='item']");
  const score = /** @type {HTMLInputElement | null | undefined} */ (item?.querySelector(`input[value='${key}']`));
  if (!item || !score) return;
  event.preventDefault();
  score.focus();
  if (!score.checked) score.click();
  focusItem(nextItem(item));
}

/** @param {Element} item @returns {Element | null} */
function nextItem(item) {
  const next = item.nextElementSibling;
  return next?.matches("[data-kind='item']") ? next : null;
}

/** @param {Element | null} item */
function focusItem(item) {
  /** @type {HTMLElement | null | undefined} */ (
    item?.querySelector("input:checked") ?? item?.querySelector("input")
  )?.focus();
}
