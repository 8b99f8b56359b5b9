/** The field for a token. It is held in memory only: until the editor says so, the page is left or the element goes. */
import { element } from "../../dom.js";

export class TokenField {
  #token = "";
  #input = element("input", {
    type: "password",
    id: "desk-token",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-describedby": "desk-token-hint desk-token-problem",
  });
  #problem = element("p", { id: "desk-token-problem", class: "desk-refused" });
  #held = element("p", { class: "desk-held", hidden: true });
  element = element("div", { class: "desk-field", hidden: true });

  /** @param {{needs: string, address: string, host: string}} help */
  constructor({ needs, address, host }) {
    const forget = element("button", { type: "button" }, "Forget the token");
    forget.addEventListener("click", () => {
      this.forget();
      this.#input.focus();
    });
    this.#held.append("A token is held in the memory of this page until you leave it. ", forget);
    this.element.append(
      element("label", { for: "desk-token" }, `Token of ${host}`),
      element(
        "p",
        { class: "desk-hint", id: "desk-token-hint" },
        "A token is a password for this one job. ",
        element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, `Make one at ${host}`),
        `. It needs: ${needs}. Let it expire soon. It is kept nowhere: not on this device, not in an address. It goes to ${host} alone.`,
      ),
      this.#input,
      this.#problem,
      this.#held,
    );
  }

  get token() {
    return this.#token;
  }

  /** Takes what was typed, and says whether there is a token now. */
  take() {
    const typed = this.#input.value.trim();
    if (typed) this.#token = typed;
    this.#input.value = "";
    this.#show(this.#token ? "" : "Enter a token first.");
    return this.#token !== "";
  }

  forget() {
    this.#token = "";
    this.#input.value = "";
    this.#show("");
  }

  /** The host does not take the token. */
  refused() {
    this.#token = "";
    this.#show("This token was not accepted. Enter another.");
  }

  focus() {
    this.#input.focus();
  }

  /** @param {string} problem */
  #show(problem) {
    this.#problem.textContent = problem;
    if (problem) this.#input.setAttribute("aria-invalid", "true");
    else this.#input.removeAttribute("aria-invalid");
    this.#held.hidden = this.#token === "";
  }
}
