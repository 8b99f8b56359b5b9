import { required } from "../dom.js";
import { mendOutdatedPage } from "../outdated-page.js";

/**
 * A button that has this browser answer questions whose answers are known: those of the calculator that the element names, or of
 * all. What does it is fetched when somebody wants it.
 */
class VerifyCalculators extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const button = /** @type {HTMLButtonElement} */ (required(this, "button"));
    const begin = async () => {
      button.disabled = true;
      const { verify } = await import("./verify.js");
      button.hidden = true;
      verify(this, signal);
    };
    const failed = () => {
      mendOutdatedPage();
      button.disabled = false;
      button.textContent = "The check could not be fetched. Try again";
    };
    button.addEventListener("click", () => begin().catch(failed), { signal });
    button.hidden = false;
    this.querySelector(".no-script")?.remove();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }
}

customElements.define("verify-calculators", VerifyCalculators);
