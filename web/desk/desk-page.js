/** The desk's page: it starts Python, says how far that is, and then shows the desk. */
import { required } from "../dom.js";
import { absoluteUrl } from "../engine/files.js";
import { servicesOf } from "./asked-services.js";
import { button } from "./dialog.js";
import { EditorsDesk } from "./editors-desk.js";
import { DeskPython } from "./python.js";
import { settingsOf } from "./settings.js";

export class DeskPage extends HTMLElement {
  settings = settingsOf(document);
  python = new DeskPython(this.settings.python);

  #leaving = new AbortController();

  disconnectedCallback() {
    this.#leaving.abort();
  }

  connectedCallback() {
    const says = required(this, "[role=status]");
    says.textContent = "Starting the check.";
    const again = button("Try again", () => void this.python.retry(), { hidden: true });
    says.after(again);
    const place = document.createElement("div");
    this.append(place);
    const page = new URL(this.settings.frame, absoluteUrl("../../")).href;
    const desk = new EditorsDesk(place, servicesOf(this.python), page);
    let isBegun = false;
    this.python.addEventListener("change", () => {
      const { state, progress, message } = this.python;
      const share = progress === null ? "" : ` ${Math.round(100 * progress)} %`;
      says.textContent = state === "ready" ? "" : (message ?? `Starting the check.${share}`);
      says.hidden = state === "ready";
      again.hidden = state !== "failed";
      if (state !== "ready" || isBegun) return;
      isBegun = true;
      void desk.start(slugOf(location));
    });
    this.python.start().catch(() => {}); // the page has said why
    addEventListener("hashchange", () => void desk.goTo(slugOf(location)), { signal: this.#leaving.signal });
  }
}

/** The article that an address names. @param {Location} address */
const slugOf = ({ hash }) => decodeURIComponent(hash.slice(1));

customElements.define("desk-page", DeskPage);
