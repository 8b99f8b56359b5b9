// Put into every page of the benchmark before anything else: types as soon as there is a form, and notes when things happen.
(() => {
  const marks = { form: null, answer: null, second: null, longest: 0, blocked: 0, beyond: 0 };
  Object.assign(globalThis, { benchMarks: marks });
  const FIRST = ["198", "89.81"];
  const SECOND = ["154", "69.85"];
  let typedAt = 0;

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      marks.longest = Math.max(marks.longest, duration);
      marks.blocked += duration;
      marks.beyond += duration - 50;
    }
  }).observe({ type: "longtask", buffered: true });

  const entry = () => document.querySelector("clinical-calculator [name=value]");
  const type = (text) => {
    const pounds = document.querySelector("clinical-calculator [name=unit][value=lb]");
    if (pounds && !pounds.checked) pounds.click();
    entry().value = text;
    typedAt = performance.now();
    entry().dispatchEvent(new Event("input", { bubbles: true }));
  };
  const result = () => document.querySelector("clinical-calculator .live")?.textContent ?? "";

  const look = new MutationObserver(() => {
    if (marks.form === null && entry()) requestAnimationFrame(() => (marks.form ??= performance.now()));
    if (marks.answer === null && result().includes(FIRST[1])) {
      marks.answer = performance.now();
      setTimeout(() => type(SECOND[0]), 300);
    } else if (marks.answer !== null && marks.second === null && result().includes(SECOND[1])) {
      marks.second = performance.now() - typedAt;
    }
  });
  look.observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("DOMContentLoaded", () => {
    type(FIRST[0]);
    // What is typed before a script listens stands in the form; ours reads it from there.
    customElements.whenDefined("clinical-calculator").then(() => marks.answer ?? type(FIRST[0]));
  });
})();
