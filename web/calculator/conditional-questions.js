/**
 * Shows the questions that are asked, given the answers before them, and hides the others. A hidden question is not
 * sent: what was typed into it stays, in case the reader comes back to it.
 *
 * @param {HTMLFormElement} form
 */
export function showAskedQuestions(form) {
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-asked-when]"))) {
    const { askedWhen = "", askedValues = "" } = question.dataset;
    // Read anew for each: a question that has just been hidden has no answer any more.
    const answers = new FormData(form).getAll(askedWhen).map(String);
    const isAsked = isMet(answers, askedValues) && !question.parentElement?.closest("[data-asked-when][hidden]");
    question.hidden = !isAsked;
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("input, select"))) {
      control.disabled = !isAsked;
    }
  }
}

/**
 * Whether answers are such that a further question is asked.
 *
 * @param {string[]} answers
 * @param {string} askedValues the answers that call for it, apart by spaces; without any, every answer does
 */
export function isMet(answers, askedValues) {
  const values = askedValues.split(" ").filter(Boolean);
  return answers.some((answer) => answer.trim() && (!values.length || values.includes(answer)));
}
