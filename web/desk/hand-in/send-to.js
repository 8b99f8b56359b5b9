/**
 * Whom a file is sent to: the address for reports that the site's owner has set (`extra.report_address` of mkdocs.yml). Without one
 * editors reach the association as its page on errors says.
 *
 * @typedef {object} SendTo
 * @property {string} words behind "send it"
 * @property {string} label of the link
 * @property {string} address of the link
 */

/** Where the page on reporting an error says whom to write to, seen from the desk. */
const REPORT_PAGE = "../report-an-error/#where";

/** @param {ParentNode} [page] @returns {SendTo} */
export function sendTo(page = document) {
  return sendToOf(page.querySelector("meta[name='report-address']")?.getAttribute("content") ?? "");
}

/** @param {string} address as the page names it: mailto: or https */
export function sendToOf(address) {
  if (address.startsWith("mailto:")) {
    const mail = address.slice("mailto:".length);
    return { words: `by mail to ${mail}`, label: `Write to ${mail}`, address };
  }
  if (address) return { words: "by the form of this site", label: "Open the form of this site", address };
  return {
    words: "to the editorial team, through the association; this site names no address of its own",
    label: "How to reach the editorial team",
    address: REPORT_PAGE,
  };
}
