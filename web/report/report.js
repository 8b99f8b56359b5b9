/** A report of an error, written by the reader and shown whole before it is copied or sent. It is kept nowhere. */
import { element, required } from "../dom.js";
import { reportText } from "./report-text.js";

const NO_ADDRESS =
  "Copy the report, and send it in the way in which you reach the association otherwise. This copy of the site names no address for reports.";
const NO_PATIENT = "Never send anything that could identify a patient.";

/** The report that is open or was open last, and the link that opened it. @type {{link: Element, dialog: HTMLDialogElement} | undefined} */
let last;

/** @param {HTMLAnchorElement} link */
export function openReport(link) {
  if (last?.link !== link || !last.dialog.isConnected) {
    last?.dialog.remove();
    last = { link, dialog: reportDialog(link) };
    document.body.append(last.dialog);
  }
  last.dialog.dispatchEvent(new Event("renew"));
  last.dialog.showModal();
}

/** @param {HTMLAnchorElement} link */
function reportDialog(link) {
  const card = /** @type {HTMLElement | null} */ (link.closest("clinical-calculator"));
  const words = element("textarea", { id: "report-words", rows: "4" });
  const isEnteredTold = element("input", { type: "checkbox", id: "report-entered" });
  const text = element("textarea", { id: "report-text", rows: "7", readonly: true });
  const note = element("p", { class: "report-note", role: "status" });
  const copy = element("button", { type: "button", class: "report-main" }, "Copy report");
  const close = element("button", { type: "button" }, "Close");
  const address = document.querySelector("meta[name='report-address']")?.getAttribute("content") ?? "";
  const send = sendLink(address);

  const renew = () => {
    text.value = reportText({
      site: document.querySelector("meta[property='og:site_name']")?.getAttribute("content") ?? "",
      page: `${location.origin}${location.pathname}`,
      title: document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "",
      browser: navigator.userAgent,
      isOnline: navigator.onLine,
      words: words.value,
      calculator: card && calculatorOf(card),
      entered: card && isEnteredTold.checked ? enteredIn(card) : null,
    });
    if (send && address.startsWith("mailto:")) {
      const about = new URLSearchParams({ subject: "Report of an error", body: text.value });
      send.href = `${address}?${String(about).replaceAll("+", "%20")}`;
    }
    note.textContent = "";
  };
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      note.textContent = send ? "Report copied." : "Report copied. Send it to the association.";
    } catch {
      text.focus();
      text.select();
      note.textContent = "Copy the marked text.";
    }
  };

  const dialog = element(
    "dialog",
    { class: "report md-typeset", "aria-labelledby": "report-title" },
    element("h2", { id: "report-title" }, "Report an error"),
    element("p", {}, element("strong", {}, NO_PATIENT), send ? "" : ` ${NO_ADDRESS}`),
    element("label", { for: "report-words" }, "What is wrong, and what did you expect?"),
    words,
    ...(card
      ? [element("label", { class: "report-tick" }, isEnteredTold, "Include what the form holds and what it shows")]
      : []),
    element("label", { for: "report-text" }, "The report"),
    text,
    element("div", { class: "report-actions" }, copy, ...(send ? [send] : []), close),
    note,
  );
  for (const field of [words, isEnteredTold]) field.addEventListener("input", renew);
  dialog.addEventListener("renew", renew);
  copy.addEventListener("click", copied);
  close.addEventListener("click", () => dialog.close());
  return dialog;
}

/** The way to the address that the site's owner has set; null where there is none. @param {string} address */
function sendLink(address) {
  if (!address) return null;
  if (address.startsWith("mailto:")) return element("a", { href: address, class: "report-send" }, "Write a mail");
  return element("a", { href: address, class: "report-send", target: "_blank", rel: "noopener" }, "Open the form");
}

/** @param {HTMLElement} card */
function calculatorOf(card) {
  const title = required(card, ".calculator-title").textContent?.trim() ?? "";
  return `${title} (${card.dataset.calculator}), version ${card.dataset.version}`;
}

/** @param {HTMLElement} card */
function enteredIn(card) {
  const form = /** @type {HTMLFormElement} */ (required(card, "form"));
  const entries = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
  const shown = card.dataset.state === "untouched" ? "" : (required(card, ".state").textContent?.trim() ?? "");
  return { entries: /** @type {[string, string][]} */ (entries), shown };
}
