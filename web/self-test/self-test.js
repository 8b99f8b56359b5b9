/**
 * The self-test: whether this browser, and the network it is on, let the site do what it needs. It stands on its own page as a
 * script of its own, which needs none of the others: it must run where they do not.
 */
import { toClipboard } from "../clipboard.js";
import { element, required } from "../dom.js";
import { absoluteUrl } from "../engine/files.js";
import { Probes } from "./probes.js";
import { report, summary, WORDS } from "./report.js";

/** @import { Finding, State } from "./report.js" */

/** Shapes beside the words and colors. @type {Record<State, string>} */
const SHAPES = { works: "✓", fails: "✗", untested: "–" };

class SelfTest extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (required(this, "button[data-begin]"));
    button.hidden = false;
    button.addEventListener("click", () => this.#run(button));
    this.querySelector(".no-script")?.remove();
  }

  /** @param {HTMLButtonElement} button */
  async #run(button) {
    const says = required(this, ".test-says");
    required(this, ".test-report").replaceChildren();
    for (const step of this.querySelectorAll("[data-step]")) step.removeAttribute("data-state");
    button.disabled = true;
    says.removeAttribute("data-state");
    const probes = new Probes(
      (this.dataset.scripts ?? "").split(" ").map((one) => new URL(one, document.baseURI).href),
    );
    /** @type {Finding[]} */
    const findings = [];
    for (const [id, probe] of probes.steps) {
      const step = required(this, `[data-step="${id}"]`);
      const name = textOf(step, "h2");
      says.textContent = `Testing: ${name}.`;
      const finding = await Promise.resolve()
        .then(probe)
        .catch((thrown) => ({ state: /** @type {const} */ ("fails"), found: String(thrown) }));
      findings.push({ name, means: textOf(step, ".test-means"), allow: textOf(step, ".test-allow"), ...finding });
      show(step, finding);
    }
    probes.end();
    says.textContent = summary(findings);
    says.dataset.state = findings.some(({ state }) => state === "fails") ? "fails" : "works";
    required(this, ".test-report").append(...(await reportView(findings)));
    button.disabled = false;
    button.textContent = "Test again";
  }
}

/** @param {HTMLElement} step @param {{state: State, found: string}} finding */
function show(step, { state, found }) {
  step.dataset.state = state;
  required(step, ".test-state").replaceChildren(
    element("span", { "aria-hidden": "true" }, SHAPES[state]),
    ` ${WORDS[state]}`,
  );
  required(step, ".test-found").textContent = found;
  required(step, "details").toggleAttribute("open", state === "fails");
}

/** @param {readonly Finding[]} findings */
async function reportView(findings) {
  const { edition = "unknown", date = "unknown" } = await fetch(absoluteUrl("../edition.json")).then(
    (response) => response.json(),
    () => ({}),
  );
  const text = element("textarea", { readonly: true, rows: "10" });
  text.value = report(findings, {
    site: new URL("../../", import.meta.url).href,
    browser: navigator.userAgent,
    time: new Date().toString(),
    edition: `${edition}, made on ${date}`,
  });
  const copy = element("button", { type: "button" }, "Copy the report");
  const note = element("span", { role: "status" });
  copy.addEventListener("click", async () => {
    const done = await toClipboard(Promise.resolve(text.value));
    note.textContent = done ? "Report copied." : "Copy the text below.";
    if (!done) text.select();
  });
  return [copy, note, element("label", {}, "Report ", text)];
}

/** @param {Element} within @param {string} selector */
function textOf(within, selector) {
  return required(within, selector).textContent?.replace(/\s+/g, " ").trim() ?? "";
}

customElements.define("self-test", SelfTest);
