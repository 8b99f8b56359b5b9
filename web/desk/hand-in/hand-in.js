/**
 * `<desk-hand-in>`: hands a change in, by the way that the editor chooses.
 *
 *   element.change = {title, summary, files, branch}   what is to be handed in
 *
 * Events, both bubble:
 *   desk-handed-in  detail {way, change, address, certain}   `certain` is false where the editor has a step left: keep the draft then
 *   desk-settled    detail {change, path}   somebody else had changed the file too, and the editor has chosen: the change to go on with.
 *                   The page shows its text and checks it; `base` of the file is now what the other wrote
 */
import { element } from "../../dom.js";
import { thisBrowser } from "./browser.js";
import { NO_TITLE, whyNot } from "./change.js";
import { conflictView } from "./conflict-view.js";
import { settled } from "./newer.js";
import { outcomeView } from "./outcome-view.js";
import { notDone } from "./propose.js";
import { tokenHelp } from "./repository.js";
import { sendTo } from "./send-to.js";
import { deskSettings } from "./settings.js";
import { TokenField } from "./token-field.js";
import { waysOpen } from "./ways.js";

/** @import { Change } from "./change.js" */
/** @import { NotDone, Outcome } from "./propose.js" */
/** @import { Way } from "./ways.js" */

export class DeskHandIn extends HTMLElement {
  /** @type {Change} */
  #change = { title: "", summary: "", files: [] };
  /** @type {Way[]} */
  #ways = [];
  #chosen = "";
  /** @type {AbortController | null} */
  #running = null;
  #listening = new AbortController();
  #settings = deskSettings();
  #sendTo = sendTo();
  #capabilities = thisBrowser();
  #token = new TokenField({ ...tokenHelp(this.#settings), host: hostOf(this.#settings) });

  #title = element("input", { type: "text", id: "desk-title", autocomplete: "off", maxlength: "100" });
  #untitled = element("p", { class: "desk-refused", id: "desk-title-refused", role: "alert" });
  #summary = element("textarea", { id: "desk-summary", rows: "3" });
  #choice = element("fieldset", { class: "desk-ways" }, element("legend", {}, "How do you hand in?"));
  #start = element("button", { type: "submit", class: "desk-main" }, "Hand in");
  #stop = element("button", { type: "button", hidden: true }, "Stop");
  #progress = element("p", { class: "desk-progress", role: "status" });
  #outcome = element("section", {
    class: "desk-outcome",
    tabindex: "-1",
    "aria-labelledby": "desk-outcome",
    hidden: true,
  });
  #conflicts = element("div", { class: "desk-conflicts" });
  #form = element(
    "form",
    { novalidate: true },
    field("What did you change?", "One line. Others see it as the name of the change.", this.#title, this.#untitled),
    field("More about it, if there is more to say", "", this.#summary),
    this.#choice,
    this.#token.element,
    element("div", { class: "desk-actions" }, this.#start, this.#stop),
  );

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (!this.#form.isConnected) this.append(this.#form, this.#progress, this.#outcome, this.#conflicts);
    this.#form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.#title.addEventListener("input", () => this.#typed(), { signal });
    this.#summary.addEventListener("input", () => this.#typed(), { signal });
    this.#stop.addEventListener("click", () => this.#running?.abort(), { signal });
    // A page that is kept for going back to must not keep the token.
    addEventListener("pagehide", () => this.#leave(), { signal });
    this.#draw();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#leave();
  }

  get change() {
    return this.#change;
  }

  set change(change) {
    this.#change = change;
    this.#title.value = change.title;
    this.#summary.value = change.summary;
    this.#refuseTitle("");
    this.#outcome.hidden = true;
    this.#conflicts.replaceChildren();
    this.#draw();
  }

  #leave() {
    this.#running?.abort();
    this.#token.forget();
  }

  #typed() {
    this.#change = { ...this.#change, title: this.#title.value, summary: this.#summary.value };
    this.#refuseTitle("");
  }

  /** @param {string} words why the name of the change is refused; empty where it is not */
  #refuseTitle(words) {
    this.#untitled.textContent = words;
    if (words) this.#title.setAttribute("aria-invalid", "true");
    else this.#title.removeAttribute("aria-invalid");
  }

  #draw() {
    this.#ways = waysOpen(this.#settings, this.#capabilities, this.#change, this.#sendTo.words);
    if (!this.#ways.some(({ id }) => id === this.#chosen)) this.#chosen = this.#ways[0]?.id ?? "";
    const options = this.#ways.map(({ id, label, says }) => {
      const input = element("input", {
        type: "radio",
        name: "desk-way",
        value: id,
        "aria-describedby": `desk-way-${id}`,
      });
      input.checked = id === this.#chosen;
      input.addEventListener("change", () => this.#choose(id));
      return element(
        "div",
        {},
        element("label", { class: "desk-tick" }, input, label),
        element("p", { class: "desk-hint", id: `desk-way-${id}` }, says),
      );
    });
    this.#choice.replaceChildren(element("legend", {}, "How do you hand in?"), ...options);
    this.#choose(this.#chosen);
  }

  /** @param {string} id */
  #choose(id) {
    this.#chosen = id;
    this.#token.element.hidden = !this.#ways.find((way) => way.id === id)?.needsToken;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const way = this.#ways.find(({ id }) => id === this.#chosen);
    if (this.#running || !way) return;
    // Alike on every way, and before anything is asked or chosen for it.
    const refused = whyNot(this.#change);
    if (refused === NO_TITLE) {
      this.#refuseTitle(refused);
      return this.#title.focus();
    }
    if (refused) return this.#show(notDone(refused));
    if (way.needsToken && !this.#token.take()) return this.#token.focus();
    const change = this.#change;
    const running = new AbortController();
    this.#running = running;
    this.#busy(true);
    const outcome = await this.#outcomeOf(way, change, running.signal);
    if (this.#running === running) this.#running = null;
    this.#busy(false);
    if (!this.isConnected) return;
    this.#show(outcome);
    if (outcome.done)
      this.#tell("desk-handed-in", { way: way.id, change, address: outcome.address ?? "", certain: outcome.certain });
  }

  /** @param {Way} way @param {Change} change @param {AbortSignal} signal @returns {Promise<Outcome>} */
  async #outcomeOf(way, change, signal) {
    try {
      return await way.run(change, {
        token: () => this.#token.token,
        signal,
        progress: (words) => {
          this.#progress.textContent = words;
        },
      });
    } catch (fault) {
      const words = fault instanceof Error ? fault.message : String(fault);
      return notDone(
        `Something in this page failed (${words}). Your text is still here. Choose another way, and report the error.`,
      );
    }
  }

  /** @param {boolean} isBusy */
  #busy(isBusy) {
    this.#stop.hidden = !isBusy;
    this.#start.setAttribute("aria-disabled", String(isBusy));
    if (isBusy) {
      this.#outcome.hidden = true;
      this.#conflicts.replaceChildren();
    } else this.#progress.textContent = "";
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    this.#outcome.dataset.state = outcome.done ? "done" : "refused";
    this.#outcome.replaceChildren(...outcomeView(outcome, this.#sendTo));
    this.#outcome.hidden = false;
    if (!outcome.done) {
      if (outcome.wants === "token") this.#token.refused();
      this.#showConflicts(outcome);
    }
    this.#outcome.focus();
  }

  /** @param {NotDone} outcome */
  #showConflicts({ conflict = [] }) {
    const views = conflict.map((one) => {
      const view = conflictView(one, (choice) => {
        this.#change = settled(this.#change, one, choice);
        view.remove();
        this.#draw();
        const left = this.#conflicts.childElementCount;
        const words = left
          ? `Settled: ${one.name ?? one.path}. ${left === 1 ? "One file is" : `${left} files are`} left to look at.`
          : "All is settled, and nothing is handed in yet. Look at the text once more, then hand in again.";
        this.#outcome.replaceChildren(element("h3", { id: "desk-outcome" }, "Settled"), element("p", {}, words));
        this.#outcome.focus();
        this.#tell("desk-settled", { change: this.#change, path: one.path });
      });
      return view;
    });
    this.#conflicts.replaceChildren(...views);
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

/** @param {import("./settings.js").Settings} settings */
function hostOf({ host, address }) {
  if (host === "github") return "GitHub";
  if (host === "gitlab") return "GitLab";
  return address.replace(/^https?:\/\//, "");
}

/** @param {string} label @param {string} help @param {HTMLElement} control @param {HTMLElement[]} refused what is wrong with what is typed */
function field(label, help, control, ...refused) {
  const hint = element("p", { class: "desk-hint", id: `${control.id}-hint` }, help);
  const described = [...(help ? [hint] : []), ...refused].map(({ id }) => id);
  if (described.length) control.setAttribute("aria-describedby", described.join(" "));
  return element(
    "div",
    { class: "desk-field" },
    element("label", { for: control.id }, label),
    ...(help ? [hint] : []),
    control,
    ...refused,
  );
}

customElements.define("desk-hand-in", DeskHandIn);
