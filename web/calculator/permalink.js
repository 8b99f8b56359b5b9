/**
 * A link that reopens a form with its inputs. They stand in the fragment, which browsers keep to themselves:
 * it is never sent to a server.
 */

/**
 * The inputs that the fragment of an address holds for a calculator.
 *
 * @param {string} hash with its sign #
 * @param {string} calculator
 * @returns {[string, string][] | null}
 */
export function linkedEntries(hash, calculator) {
  const [name, inputs] = hash.slice(1).split("?");
  return name === calculator && inputs ? [...new URLSearchParams(inputs)] : null;
}

/**
 * The address that reopens these inputs.
 *
 * @param {URL} page the calculator's own
 * @param {string} calculator
 * @param {[string, string][]} entries
 */
export function linkTo(page, calculator, entries) {
  const filled = entries.filter(([, value]) => value.trim());
  const address = new URL(page);
  address.hash = `${calculator}?${new URLSearchParams(filled)}`;
  return address.href;
}

/** Once an input has changed, the address may no longer claim to hold it. */
export function forgetLink() {
  if (!location.hash.includes("?")) return;
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
}
