/**
 * Brings the page's form to life for a contestant: whatever is typed is asked, and the latest answer shown.
 * @param {(pounds: number) => Promise<string>} ask
 */
export function form(ask) {
  const shown = document.querySelector("clinical-calculator .result");
  const entry = document.querySelector("clinical-calculator [name=value]");
  const asked = async () => {
    const typed = entry.value;
    if (!typed) return;
    const answer = await ask(Number(typed));
    if (typed === entry.value) shown.textContent = answer;
  };
  entry.addEventListener("input", asked);
  asked();
}
