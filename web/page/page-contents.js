/** The contents of an article on a small screen: whoever has chosen a heading wants to read there. */
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("[popover] a") : null;
  /** @type {HTMLElement | null | undefined} */ (link?.closest("[popover]"))?.hidePopover?.();
});
