/**
 * A link that reopens a form with its inputs. They stand in the fragment, which browsers keep to themselves:
 * it is never sent to a server.
 */

/**
 * The inputs that the page's address holds for a calculator.
 *
 * @param {string} calculator
 * @returns {[string, string][] | null}
 */
export function linked(calculator) {
  const [name, inputs] = location.hash.slice(1).split("?");
  return name === calculator && inputs ? [...new URLSearchParams(inputs)] : null;
}

/**
 * The address that reopens these inputs on the calculator's own page.
 *
 * @param {string} page
 * @param {string} calculator
 * @param {[string, string][]} entries
 */
export function linkTo(page, calculator, entries) {
  const filled = entries.filter(([, value]) => value.trim());
  const address = new URL(page, location.href);
  address.hash = `${calculator}?${new URLSearchParams(filled)}`;
  return address.href;
}

/** Once an input has changed, the address may no longer claim to hold it. */
export function forgetLink() {
  if (!location.hash.includes("?")) return;
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
}

/**
 * Puts entries back where a reader would have typed them; everything else is emptied.
 *
 * @param {HTMLFormElement} form
 * @param {[string, string][]} entries
 */
export function fill(form, entries) {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
      control.checked = entries.some(([name, value]) => name === control.name && value === control.value);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = entries.find(([name]) => name === control.name)?.[1] ?? "";
    }
  }
}
