/**
 * A link to the page on errors opens a report about the place where it stands, without leaving the page. What makes the report is
 * fetched then; where it does not come, and without scripts, the link leads to that page.
 */

/** @param {MouseEvent} event */
async function opened(event) {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  const link = target instanceof Element ? target.closest("a[data-report]") : null;
  if (!(link instanceof HTMLAnchorElement) || button || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  event.stopPropagation();
  try {
    const { openReport } = await import("./report.js");
    openReport(link);
  } catch {
    location.assign(link.href);
  }
}

// Before the theme hears of the click: it would change the page.
addEventListener("click", opened, { capture: true });
