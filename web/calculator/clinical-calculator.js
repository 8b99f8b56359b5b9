import { CalculatorSession } from "./calculator-session.js";

/** Brings one pre-rendered form to life. The page makes sense without it. */
class ClinicalCalculator extends HTMLElement {
  /** @type {CalculatorSession | undefined} */
  #session;

  connectedCallback() {
    this.#session = new CalculatorSession(this);
  }

  disconnectedCallback() {
    this.#session?.end();
  }
}

customElements.define("clinical-calculator", ClinicalCalculator);
