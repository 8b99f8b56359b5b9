/**
 * Runs in each browser, in the page of a calculator as it is published: has an answer, searches, and goes to other pages in
 * place. Posts what it saw, and each violation of the page's policy.
 */
const violations = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
  violations.push(`${location.pathname}: ${effectiveDirective}: ${blockedURI} ${sample}`),
);

const find = (selector) => document.querySelector(selector);

/** What `look` gives, once that is something. */
async function until(look) {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

function type(selector, act) {
  const control = find(selector);
  act(control);
  for (const event of ["input", "change", "keyup"]) control.dispatchEvent(new Event(event, { bubbles: true }));
}

async function answer() {
  await customElements.whenDefined("clinical-calculator");
  type("[name=weight]", (control) => (control.value = "70"));
  type("[name=concentration_mg_ml][value='50']", (control) => (control.checked = true));
  return until(() => find(".live .headline")?.textContent);
}

/** Numbers that a narrow answer parts from their units: those that do not stand in one line. */
async function broken() {
  await until(() => find(".take-away"));
  find(".answer").style.setProperty("inline-size", "9rem");
  const quantities = [...document.querySelectorAll(".live .quantity")];
  const lines = (one) => new Set([...one.getClientRects()].map(({ top }) => Math.round(top))).size;
  const parted = quantities.filter((one) => lines(one) > 1).map((one) => one.textContent);
  find(".answer").style.removeProperty("inline-size");
  return quantities.length > 5 ? parted : ["no quantities"];
}

async function search() {
  find("search-button button").click();
  await until(() => find(".site-search input"));
  type(".site-search input", (control) => (control.value = "madrs"));
  const marked = await until(() => find(".search-results mark"));
  find(".search-close").click();
  return marked.textContent;
}

/** The heading of the page to which a tab leads in place. */
async function follow(tab) {
  const before = find(".md-content h1").textContent;
  [...document.querySelectorAll(".md-tabs__link")].find(({ textContent }) => textContent.trim() === tab).click();
  return until(() => find(".md-content h1").textContent !== before && find(".md-content h1").textContent);
}

try {
  await until(() => document.documentElement.dataset.instant === "ready");
  const seen = { headline: await answer(), broken: await broken(), marked: await search() };
  seen.headings = [await follow("Worksheets"), await follow("Guidance")];
  seen.sameDocument = performance.getEntriesByType("navigation")[0].name.endsWith("/calculators/iv-dose/");
  await fetch("/done", { method: "POST", body: JSON.stringify({ ...seen, violations }) });
} catch (thrown) {
  await fetch("/failed", { method: "POST", body: `${thrown} ${thrown?.stack ?? ""}` });
}
