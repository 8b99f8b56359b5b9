import { element, required } from "../dom.js";
import { ask } from "../engine/engine.js";

/** @import { Offer, Taken } from "../engine/reply.js" */

/**
 * A saved file of another worksheet: what can be taken of it is offered, each part with a button. Nothing that stands in the form
 * is changed, and what is not taken is said.
 *
 * @param {HTMLElement} calculator
 * @param {{from: string, entries: [string, string][], saved: string}} file
 * @param {(words: string) => void} say
 */
export async function offerWhatIsTaken(calculator, { from, entries, saved }, say) {
  const place = /** @type {HTMLElement} */ (required(calculator, ".taken"));
  place.hidden = true;
  say("Reading the file…");
  const { calculator: id = "" } = calculator.dataset;
  const { taken } = await ask({ calculator: id, from, entries }).catch(() => ({
    taken: undefined,
  }));
  if (!taken) {
    say("This file cannot be read now. Try again when the calculator has loaded.");
    return;
  }
  const form = /** @type {HTMLFormElement} */ (required(calculator, "form"));
  say(`This file was saved from “${taken.title}”${saved ? ` on ${saved}` : ""}.`);
  const offers = taken.offers.map((offer) => offered(offer, form, say));
  const close = element("button", { type: "button" }, "Leave the rest");
  close.addEventListener("click", () => {
    place.hidden = true;
  });
  place.replaceChildren(...offers, ...taken.left.map((words) => element("p", {}, words)), close);
  place.hidden = false;
  (offers[0] ?? close).focus();
}

/** @param {Offer} offer @param {HTMLFormElement} form @param {(words: string) => void} say */
function offered(offer, form, say) {
  const button = element("button", { type: "button", class: "proposal" }, offer.words);
  button.addEventListener("click", () => {
    const entries = offer.rows ? ofANewRow(offer, form) : offer.entries;
    const against = entries.filter(([name, text]) => stands(form, name, text)).map(([name]) => labelOf(form, name));
    if (against.length) {
      say(`Nothing was taken: the form has another entry for ${against.join(", ")}.`);
      return;
    }
    // A question that another one calls for is asked once that one has its entry.
    for (const [name, text] of entries) enter(form, name, text);
    button.remove();
    say("Taken. Check it in the form.");
  });
  return button;
}

/** The entries under the names of the last row when it is blank, and of a new one when it is not. @param {Offer} offer @param {HTMLFormElement} form @returns {[string, string][]} */
function ofANewRow({ rows, entries }, form) {
  const group = required(form, `[data-repeat="${rows}"]`);
  const last = () => /** @type {HTMLElement | undefined} */ ([...group.querySelectorAll("[data-row]")].at(-1));
  const controls = [...(last()?.querySelectorAll("input[name]") ?? [])];
  if (controls.some((control) => /** @type {HTMLInputElement} */ (control).value.trim())) {
    /** @type {HTMLElement} */ (required(group, "[data-add]")).click();
  }
  return entries.map(([name, text]) => [`${rows}.${last()?.dataset.row}.${name}`, text]);
}

/** Whether a question that is asked has another entry already. @param {HTMLFormElement} form @param {string} name @param {string} text */
function stands(form, name, text) {
  const control = form.elements.namedItem(name);
  if (!control || fieldOf(form, name)?.hidden) return false;
  const value = /** @type {HTMLInputElement | RadioNodeList} */ (control).value.trim();
  return value !== "" && value !== text;
}

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLElement | null} */
function fieldOf(form, name) {
  return form.querySelector(`[data-field="${name}"]`);
}

/** @param {HTMLFormElement} form @param {string} name */
function labelOf(form, name) {
  return fieldOf(form, name)?.dataset.label ?? name;
}

/** @param {HTMLFormElement} form @param {string} name @param {string} text */
function enter(form, name, text) {
  const control = /** @type {HTMLInputElement | RadioNodeList | null} */ (form.elements.namedItem(name));
  if (!control) return;
  control.value = text;
  const changed = control instanceof RadioNodeList ? fieldOf(form, name)?.querySelector("input") : control;
  changed?.dispatchEvent(new Event("input", { bubbles: true }));
}
