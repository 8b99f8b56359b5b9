import { required } from "../dom.js";
import { today } from "../today.js";
import { fileName, save } from "./file-download.js";
import { LARGEST_FILE } from "./given-entries.js";
import { asFile, fromFile } from "./saved-file.js";

/** @import { Entered, Given } from "./form-contents.js" */

/** The file in which a reader keeps a worksheet. On other calculators its buttons are not there. */
export class WorksheetFile {
  #calculator;
  #form;

  /**
   * @param {HTMLElement} calculator
   * @param {{entered: () => Entered, opened: (given: Given) => string, saved: () => void}} form `opened`
   *   says why what was given cannot be filled in; empty when it was
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
    const saved = { calculator, version, saved: today(), ...this.#form.entered() };
    save(fileName([calculator, "worksheet"], "json"), "application/json", asFile(saved));
    this.#form.saved();
    this.say("Saved as a file. Keep it where the record is kept: it holds everything typed here.");
  }

  /** @param {HTMLInputElement} chooser */
  async #open(chooser) {
    const file = chooser.files?.[0];
    if (!file) return;
    const found = await this.#read(file);
    chooser.value = "";
    if ("from" in found && found.from) {
      this.say("");
      const { offerWhatIsTaken } = await import("./taken-file.js");
      await offerWhatIsTaken(this.#calculator, { ...found, from: found.from }, (words) => this.say(words));
      return;
    }
    const refused = "refused" in found ? found.refused : this.#form.opened({ what: "file", ...found });
    if (!refused) this.#form.saved();
    this.say("saved" in found && !refused ? `Opened what was saved on ${found.saved}.` : refused);
  }

  /** @param {File} file */
  async #read(file) {
    if (file.size > LARGEST_FILE) {
      return { refused: `This file has ${file.size} bytes, and at most ${LARGEST_FILE} are read.` };
    }
    const { calculator = "", version, takes = "" } = this.#calculator.dataset;
    return fromFile(await file.text(), calculator, version, takes.split(" ").filter(Boolean));
  }
}
