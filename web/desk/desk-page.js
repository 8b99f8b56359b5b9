/** The desk's page: it starts Python, and says how far that is. */
import { required } from "../dom.js";
import { DeskPython } from "./python.js";
import { settingsOf } from "./settings.js";

export class DeskPage extends HTMLElement {
  settings = settingsOf(document);
  python = new DeskPython(this.settings.python);

  connectedCallback() {
    const says = required(this, "[role=status]");
    this.python.addEventListener("change", () => {
      const { state, progress, message } = this.python;
      const share = progress === null ? "" : ` ${Math.round(100 * progress)} %`;
      says.textContent = state === "ready" ? "The check is ready." : (message ?? `Starting the check.${share}`);
    });
    this.python.start().catch(() => {}); // the page has said why
  }
}

customElements.define("desk-page", DeskPage);
