import { required } from "../dom.js";
import { mendOutdatedPage } from "../outdated-page.js";

/** Whether an old answer still holds: takes what somebody has of it. What checks it is fetched when somebody wants it. */
class CheckAnAnswer extends HTMLElement {
  #listening = new AbortController();
  /** Ends the check before. */
  #checking = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = /** @type {HTMLFormElement} */ (required(this, "form"));
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    form.addEventListener("reset", () => this.#clear(), { signal });
    // Who comes back to a page that was kept whole may be another person than who left it.
    window.addEventListener("pageshow", (event) => event.persisted && form.reset(), { signal });
    for (const button of form.querySelectorAll("button[hidden]")) button.removeAttribute("hidden");
    this.querySelector(".no-script")?.remove();
  }

  disconnectedCallback() {
    this.#checking.abort();
    this.#listening.abort();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.#clear();
    const { signal } = this.#checking;
    const says = required(this, ".check-says");
    says.textContent = "Checking.";
    try {
      const { check } = await import("./check.js");
      if (!signal.aborted) await check(this, signal);
    } catch {
      mendOutdatedPage();
      if (!signal.aborted) says.textContent = "The check could not be fetched. Check the connection and try again.";
    }
  }

  #clear() {
    this.#checking.abort();
    this.#checking = new AbortController();
    required(this, ".check-says").textContent = "";
    required(this, ".check-result").replaceChildren();
  }
}

customElements.define("check-an-answer", CheckAnAnswer);
