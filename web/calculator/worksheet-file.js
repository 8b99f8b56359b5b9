import { required } from "../dom.js";
import { save, today } from "./export.js";
import { asFile, fromFile } from "./saved-file.js";

/** The file in which a reader keeps a worksheet. On other calculators its buttons are not there. */
export class WorksheetFile {
  #calculator;
  #form;

  /**
   * @param {HTMLElement} calculator
   * @param {{entries: () => [string, string][], opened: (entries: [string, string][]) => void}} form
   * @param {AbortSignal} signal ends it
   */
  constructor(calculator, form, signal) {
    this.#calculator = calculator;
    this.#form = form;
    calculator.querySelector("[data-save-file]")?.addEventListener("click", () => this.#save(), { signal });
    const chooser = /** @type {HTMLInputElement | null} */ (calculator.querySelector("input[type='file']"));
    if (!chooser) return;
    required(calculator, "[data-open-file]").addEventListener("click", () => chooser.click(), { signal });
    chooser.addEventListener("input", () => this.#open(chooser), { signal });
  }

  /** @param {string} words */
  say(words) {
    const note = this.#calculator.querySelector(".file-note");
    if (note) note.textContent = words;
  }

  #save() {
    const { calculator = "", version = "" } = this.#calculator.dataset;
    const saved = { calculator, version, saved: today(), entries: this.#form.entries() };
    save(`${calculator}-${saved.saved}.json`, "application/json", asFile(saved));
    this.say("Saved as a file. Keep it where the record is kept: it holds everything typed here.");
  }

  /** @param {HTMLInputElement} chooser */
  async #open(chooser) {
    const file = chooser.files?.[0];
    if (!file) return;
    const found = fromFile(await file.text(), this.#calculator.dataset.calculator ?? "");
    chooser.value = "";
    if ("refused" in found) {
      this.say(found.refused);
      return;
    }
    this.#form.opened(found.entries);
    this.say(`Opened what was saved on ${found.saved}.`);
  }
}
