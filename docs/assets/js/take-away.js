import { make } from "./elements.js";
import { linkTo } from "./form-link.js";
/** @import { Answer } from "./reply.js" */

const PRIVACY =
  "The link holds everything typed above, after the # sign. It is not sent to any server, but whoever has the link can read it: treat it as part of the record.";

/**
 * Ways to take an answer along: as text for the record, on paper, as a link.
 *
 * @param {Answer} answer
 * @param {[string, string][]} entries
 * @param {(words: string) => void} say announces politely
 * @returns {HTMLElement}
 */
export function takeAway(answer, entries, say) {
  const said = make("p", { class: "take-away-note" });
  /** @param {string} text @param {string} what */
  const copy = async (text, what) => {
    const done = await toClipboard(text);
    said.replaceChildren(...(done ? [] : [make("label", {}, "Copy this text ", textToCopy(text))]));
    if (!done) said.querySelector("textarea")?.select();
    say(done ? `${what} copied.` : "");
    return done;
  };
  const print = button("Print", () => window.print());
  const line = button("Copy line", () => copy(asLine(answer), "Line"));
  const note = button("Copy note", () => copy(asNote(answer), "Note"));
  const link = button("Copy link", async () => {
    const page = document.querySelector(`clinical-calculator[data-calculator="${answer.calculator}"]`)?.getAttribute("data-page");
    if (await copy(linkTo(page ?? "", answer.calculator, entries), "Link")) said.textContent = PRIVACY;
  });
  const date = make("p", { class: "printed-on" }, `${today()} · ${location.origin}${location.pathname}`);
  return make("div", { class: "take-away" }, make("div", { class: "take-away-buttons" }, line, note, link, print), said, date);
}

/** @param {Answer} answer */
export function asLine(answer) {
  const values = answer.shown.map(({ label, text }) => `${label} ${text}`).join(", ");
  const inputs = answer.inputs.map(({ label, text }) => `${label} ${text}`).join(", ");
  return `${answer.title}: ${sentence(answer.headline)} ${values ? `${values}. ` : ""}From: ${inputs}. ${basis(answer)}`;
}

/** @param {Answer} answer */
export function asNote(answer) {
  const parts = [
    [answer.title.toUpperCase(), sentence(answer.headline)],
    answer.shown.map(({ label, text }) => `${label}: ${text}`),
    answer.warnings.map(({ kind, text }) => `${kind.toUpperCase()}: ${text}`),
    ...(answer.lists ?? []).map(({ label, items }) => [`${label}:`, ...items.map((item) => `- ${item}`)]),
    ...(answer.tables ?? []).map(({ label, head, rows }) => [`${label}:`, head.join(" | "), ...rows.map((row) => row.join(" | "))]),
    ["Inputs:", ...answer.inputs.map(({ label, text }) => `- ${label}: ${text}`)],
    ["Working:", ...answer.working.map((step) => `- ${step}`)],
    ["Sources:", ...answer.sources.map(({ cite }) => `- ${cite}`)],
    [basis(answer)],
  ];
  return parts
    .filter((part) => part.length)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

/** @param {Answer} answer */
function basis({ calculator, version }) {
  return `Calculator ${calculator} ${version}, ${location.host}, ${today()}. Check before use.`;
}

/** @param {string} words */
function sentence(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** The reader's own day, written so that every country reads it alike. */
function today() {
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  const made = make("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** @param {string} text */
function textToCopy(text) {
  const area = make("textarea", { readonly: true, rows: "6" });
  area.value = text;
  return area;
}

/** @param {string} text */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // refused or not offered: the text is shown for copying by hand
  }
}
