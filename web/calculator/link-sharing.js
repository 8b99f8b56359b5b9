import { element } from "../dom.js";

/** A longer link makes a code whose points are too small for a phone's camera on a screen. */
export const LONGEST_QR = 1200;

const QR_PRIVACY =
  "This code holds everything typed above. Whoever photographs the screen can read it: treat it as part of the record.";

/**
 * Shows the QR code of a link in a dialog of its own. Says why not; empty when it does.
 *
 * @param {string} link
 * @param {string} title of the calculator
 * @param {HTMLElement} place that the dialog is put into
 * @returns {Promise<string>}
 */
export async function showQr(link, title, place) {
  if (link.length > LONGEST_QR) {
    return `This link has ${link.length} characters, and a QR code takes at most ${LONGEST_QR}. Use Copy link instead.`;
  }
  let drawing;
  try {
    const { qrView } = await import("./qr-view.js");
    drawing = qrView(link, `QR code of the link to ${title} with these entries`);
  } catch {
    return "The QR code could not be made. Use Copy link instead.";
  }
  const close = element("button", { type: "button" }, "Close");
  const dialog = element(
    "dialog",
    { class: "qr-dialog", "aria-label": "QR code" },
    element("p", { class: "qr-title" }, `${title}: scan to open these entries on another device`),
    drawing,
    element("p", {}, QR_PRIVACY),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
  return "";
}

/**
 * The QR code of a link for the printed page. Without the code the page still has its address.
 *
 * @param {string} link
 * @param {string} title of the calculator
 */
export function codeOnPaper(link, title) {
  const place = element("figure", { class: "paper-code" });
  import("./qr-view.js").then(
    ({ qrView }) =>
      place.append(
        qrView(link, `QR code of the form of ${title} with these entries`),
        element("figcaption", {}, "Scan to open this form with the same entries."),
      ),
    () => place.remove(),
  );
  return place;
}

/**
 * Hands a link to the device's share sheet. Says why not; empty when it did, or when the reader thought better of it.
 *
 * @param {string} url
 * @param {string} title
 */
export async function share(url, title) {
  try {
    await navigator.share({ title, url });
    return "";
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return "";
    return "This device did not share the link. Use Copy link instead.";
  }
}
