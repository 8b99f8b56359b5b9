import { element } from "../dom.js";
import { areOn, turn } from "./single-keys.js";

/** What is pressed, where, and what it does. @type {[string, [string[], string][]][]} */
const LIST = [
  [
    "Anywhere on a page",
    [
      [["?"], "Show this list"],
      [["/", "S", "F"], "Search"],
      [["Ctrl", "+", "K"], "Search, also where single keys are off"],
      [["Esc"], "Close what is open"],
    ],
  ],
  [
    "In a form",
    [
      [["Enter"], "Calculate"],
      [["0", "to", "9"], "Answer the item of a scale that has the focus, and go on to the next"],
      [["\u2191", "\u2193"], "Choose among the answers to a question"],
      [["Ctrl", "+", ";"], "Today, in a date"],
      [["Alt", "+", "\u2193"], "Open the calendar of a date"],
    ],
  ],
];
const JOINING = new Set(["to", "+"]);
const ID = "shortcuts";

/** Opens the list. Esc and its button close it, and the focus goes back to where it was. */
export function showShortcuts() {
  const list = /** @type {HTMLDialogElement} */ (document.getElementById(ID) ?? document.body.appendChild(made()));
  if (list.open) return;
  /** @type {HTMLInputElement | null} */ (list.querySelector("[type='checkbox']"))?.toggleAttribute("checked", areOn());
  list.showModal();
}

function made() {
  const close = element("button", { type: "button" }, "Close");
  const title = element("h2", { id: `${ID}-title` }, "Keyboard shortcuts");
  const dialog = element("dialog", { id: ID, class: "shortcuts md-typeset", "aria-labelledby": title.id }, title);
  for (const [place, keys] of LIST) {
    const lines = keys.map(([pressed, does]) =>
      element("div", {}, element("dt", {}, ...keyCaps(pressed)), element("dd", {}, does)),
    );
    dialog.append(element("h3", {}, place), element("dl", {}, ...lines));
  }
  dialog.append(element("p", {}, choice()), close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return dialog;
}

/** @param {string[]} keys */
const keyCaps = (keys) => keys.flatMap((key) => [JOINING.has(key) ? ` ${key} ` : element("kbd", {}, key), " "]);

function choice() {
  const box = element("input", { type: "checkbox", checked: areOn() });
  box.addEventListener("change", () => turn(box.checked));
  return element("label", {}, box, " Use the keys ?, /, S and F as shortcuts");
}
