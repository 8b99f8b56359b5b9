/** What came of handing in: where it is now, what is left to do, and how the tests go. */
import { element } from "../../dom.js";

/** @import { Done, Outcome } from "./propose.js" */
/** @import { Checks } from "./repository.js" */
/** @import { SendTo } from "./send-to.js" */

const CHECKS = {
  none: "No tests are known for it yet. They may begin in a moment.",
  running: "The tests are running.",
  passed: "All tests have passed.",
  failed: "A test has failed. Nothing is published. Look at it there, or ask whoever looks after the site.",
};

/** @param {Outcome} outcome @param {SendTo} sendTo @returns {HTMLElement[]} */
export function outcomeView(outcome, sendTo) {
  const title = !outcome.done ? "Not handed in" : outcome.certain ? "Done" : "One step is left";
  /** @type {HTMLElement[]} */
  const parts = [element("h3", { id: "desk-outcome" }, title), element("p", {}, outcome.words)];
  if (!outcome.done) return parts;
  if (outcome.address) parts.push(element("p", {}, link(outcome.address, outcome.address)));
  if (outcome.isToSend) parts.push(element("p", {}, link(sendTo.label, sendTo.address)));
  if (outcome.next) parts.push(...nextStep(outcome.next));
  for (const { label, address } of outcome.more ?? []) parts.push(element("p", {}, link(label, address)));
  if (outcome.checks) parts.push(...checksView(outcome.checks));
  return parts;
}

/** @param {string} words @param {string} address */
const link = (words, address) => element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);

/** @param {NonNullable<Done["next"]>} next */
function nextStep({ label, copy, address }) {
  const note = element("p", { role: "status", class: "desk-hint" });
  const open = link(label, address);
  open.className = "desk-main";
  const text = element("textarea", { readonly: true, rows: "8", "aria-label": "Your text, to copy", hidden: true });
  text.value = copy;
  open.addEventListener("click", async () => {
    if (!copy) return;
    try {
      await navigator.clipboard.writeText(copy);
      note.textContent = "Your text is copied.";
    } catch {
      text.hidden = false;
      note.textContent = "The browser did not let this page copy. Copy the text below yourself.";
    }
  });
  return [element("p", {}, open), note, text];
}

/** @param {NonNullable<Done["checks"]>} checks */
function checksView(checks) {
  const words = element("p", { role: "status" });
  const again = element("button", { type: "button" }, "Ask again how the tests go");
  const look = async () => {
    words.textContent = "Asking for the tests …";
    try {
      words.replaceChildren(...told(await checks()));
    } catch (fault) {
      words.textContent = `${fault instanceof Error ? fault.message : fault} What you handed in is safe.`;
    }
  };
  again.addEventListener("click", look);
  look();
  return [words, element("div", { class: "desk-actions" }, again)];
}

/** @param {Checks} checks */
const told = ({ state, address }) => [CHECKS[state], ...(address ? [" ", link("See the tests", address)] : [])];
