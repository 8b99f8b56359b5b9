/**
 * Shows the questions that matter, given the answers before them, and hides the others. A hidden question is not
 * sent: what was typed into it stays, in case the reader comes back to it.
 *
 * @param {HTMLFormElement} form
 */
export function askWhatMatters(form) {
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-asked-when]"))) {
    const values = (question.dataset.askedValues ?? "").split(" ").filter(Boolean);
    // Without values, any answer makes the question worth asking.
    const met = given(form, question.dataset.askedWhen ?? "").some(
      (value) => value.trim() && (!values.length || values.includes(value)),
    );
    const asked = met && !question.parentElement?.closest("[data-asked-when][hidden]");
    question.hidden = !asked;
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input, select"))) {
      control.disabled = !asked;
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function given(form, name) {
  return new FormData(form).getAll(name).map(String);
}
