/** The theme looks for what is put into its search field; its button that empties the field puts in nothing. */
document.addEventListener("reset", ({ target }) => {
  if (!(target instanceof HTMLFormElement && target.name === "search")) return;
  const field = target.querySelector("input");
  // The event comes before the field is empty.
  setTimeout(() => field?.dispatchEvent(new InputEvent("input")));
});
