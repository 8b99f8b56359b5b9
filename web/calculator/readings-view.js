import { element, required } from "../dom.js";

/** @import { Reading } from "../engine/reply.js" */

/**
 * Entries in the way that is read alike everywhere, for links, files and records. What was changed since it was read stays.
 *
 * @param {[string, string][]} entries
 * @param {Record<string, Reading>} readings
 * @returns {[string, string][]}
 */
export function writtenAlike(entries, readings) {
  return entries.map(([name, typed]) => [name, readings[name]?.typed === typed ? readings[name].text : typed]);
}

/** Says beside fields how their entries were read. */
export class ReadingsView {
  #form;
  #refuseCommas;
  /** @type {Record<string, Reading>} */
  #readings = {};

  /**
   * @param {HTMLFormElement} form
   * @param {() => void} refuseCommas when the reader does not want commas read any more
   */
  constructor(form, refuseCommas) {
    this.#form = form;
    this.#refuseCommas = refuseCommas;
  }

  /** Words about an entry do not stand beside another one, while it is asked what that says. */
  hideStale() {
    for (const [name, { typed }] of Object.entries(this.#readings)) {
      const control = this.#control(name);
      if (control && control.value !== typed)
        document.getElementById(idOf(control))?.parentElement?.toggleAttribute("data-stale", true);
    }
  }

  /** @param {[string, string][]} entries */
  writtenAlike(entries) {
    return writtenAlike(entries, this.#readings);
  }

  /** @param {Record<string, Reading>} readings */
  update(readings) {
    this.#readings = readings;
    const stale = new Set(this.#form.querySelectorAll(".reading"));
    for (const [name, reading] of Object.entries(readings)) {
      const control = this.#control(name);
      const problem = this.#form.querySelector(`[data-problem-for="${CSS.escape(name)}"]`);
      if (!control || !problem || !reading.said) continue;
      const id = idOf(control);
      const words = document.getElementById(id) ?? element("p", { id });
      const line = words.parentElement ?? element("div", { class: "reading" }, words);
      stale.delete(line);
      line.removeAttribute("data-stale");
      if (words.textContent === reading.said && Boolean(line.querySelector("button")) === reading.commas) continue;
      words.textContent = reading.said;
      line.replaceChildren(words, ...(reading.commas ? [this.#choice(control)] : []));
      problem.after(line);
      describe(control, id, true);
    }
    for (const line of stale) {
      const { id } = required(line, "p");
      describe(this.#form.querySelector(`[aria-describedby~="${id}"]`), id, false);
      line.remove();
    }
  }

  /** @param {string} name @returns {HTMLInputElement | null} */
  #control(name) {
    return this.#form.querySelector(`input[name="${CSS.escape(name)}"]`);
  }

  /** @param {HTMLElement} control whose comma was read */
  #choice(control) {
    const button = element("button", { type: "button" }, "Refuse commas");
    button.addEventListener("click", () => {
      this.#refuseCommas();
      control.focus();
    });
    return button;
  }
}

/** Where the words about an entry stand. @param {Element} control */
function idOf(control) {
  return `${control.id}-reading`;
}

/**
 * @param {Element | null} control
 * @param {string} id of words about it
 * @param {boolean} isThere
 */
function describe(control, id, isThere) {
  const ids = (control?.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
  control?.setAttribute("aria-describedby", (isThere ? [id, ...ids] : ids).join(" "));
}
