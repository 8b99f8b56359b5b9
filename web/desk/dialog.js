import { element } from "../dom.js";

let number = 0;

/**
 * A dialog over the desk, with the buttons that end it. What is typed in it stays until it is closed by one of them.
 *
 * @template Result
 * @param {string} title
 * @param {(done: (result: Result) => void, dialog: HTMLDialogElement) => {content: (Node | string)[], act?: {words: string, run: () => void | Promise<void>}[], first?: HTMLElement}} fill
 * @returns {Promise<Result | null>} null where it was closed without one
 */
export function ask(title, fill) {
  const id = `desk-dialog-${++number}`;
  return new Promise((resolve) => {
    /** @type {Result | null} */
    let result = null;
    const dialog = element("dialog", { class: "desk-dialog md-typeset", "aria-labelledby": id });
    const done = (/** @type {Result} */ given) => {
      result = given;
      dialog.close();
    };
    const { content, act = [], first } = fill(done, dialog);
    const says = element("p", { class: "desk-refused", role: "alert" });
    const buttons = act.map(({ words, run }, index) => {
      const button = element("button", { type: index ? "button" : "submit", class: index ? "" : "desk-main" }, words);
      button.addEventListener("click", async (event) => {
        event.preventDefault();
        says.textContent = "";
        try {
          await run();
        } catch (thrown) {
          says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
        }
      });
      return button;
    });
    const close = element("button", { type: "button" }, act.length ? "Cancel" : "Close");
    close.addEventListener("click", () => dialog.close());
    dialog.append(
      element(
        "form",
        { method: "dialog", novalidate: true },
        element("h2", { id }, title),
        ...content,
        says,
        element("div", { class: "desk-actions" }, ...buttons, close),
      ),
    );
    const behind = document.activeElement;
    const cursor = behind instanceof HTMLTextAreaElement ? [behind.selectionStart, behind.selectionEnd] : null;
    dialog.addEventListener("close", () => {
      dialog.remove();
      // A browser that gives the focus back may put the cursor at the beginning of the text.
      if (cursor && behind instanceof HTMLTextAreaElement) behind.setSelectionRange(cursor[0] ?? 0, cursor[1] ?? 0);
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
    (first ?? dialog.querySelector("input, textarea, select"))?.focus();
  });
}

/**
 * A question of one line or more, with its name above it.
 *
 * @template {HTMLElement} Control
 * @param {string} label
 * @param {Control} control
 * @param {string} [help]
 */
export function labeled(label, control, help = "") {
  control.id ||= `desk-field-${++number}`;
  /** @type {HTMLElement[]} */
  const parts = [element("label", { for: control.id }, label), control];
  if (help) {
    const hint = element("p", { class: "desk-hint", id: `${control.id}-hint` }, help);
    control.setAttribute("aria-describedby", hint.id);
    parts.splice(1, 0, hint);
  }
  return element("div", { class: "desk-field" }, ...parts);
}

/** @param {string} words @param {() => void} act @param {Record<string, string | boolean>} [attributes] */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}
