/**
 * Runs in each browser, on two pages of the site: fills in a form, leaves it for the other page, goes back, and posts what
 * then stands in the fields and in the answer.
 */
const FORM = "/calculators/iv-dose/";
const frames = (/** @type {number} */ count) =>
  count ? new Promise(requestAnimationFrame).then(() => frames(count - 1)) : null;
const form = () => document.querySelector("clinical-calculator");

function seen() {
  const value = (name) => form().querySelector(`[name=${name}]`).value;
  return {
    weight: value("weight"),
    dose: value("dose_mg_per_kg"),
    vial: form().querySelector("[name=concentration_mg_ml]:checked")?.value ?? "",
    headline: form().querySelector(".live .headline")?.textContent ?? "",
    state: form().dataset.state,
  };
}

async function until(holds) {
  while (!holds()) await frames(1);
}

async function fillIn() {
  await customElements.whenDefined("clinical-calculator");
  const type = (selector, act) => {
    const control = form().querySelector(selector);
    act(control);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  type("[name=weight]", (control) => (control.value = "73.12"));
  type("[name=dose_mg_per_kg]", (control) => (control.value = "0.75"));
  type("[name=concentration_mg_ml][value='50']", (control) => (control.checked = true));
  await until(() => seen().headline);
  await fetch("/before", { method: "POST", body: JSON.stringify(seen()) });
  sessionStorage.setItem("left", "yes");
  location.assign("/about/");
}

/** Posts what stands there once nothing has changed for as many frames as a late task could need. */
async function report(persisted) {
  let last = "";
  for (let same = 0; same < 90; same++) {
    await frames(1);
    const now = JSON.stringify(seen());
    if (now !== last || ["changed", "starting"].includes(seen().state)) same = 0;
    last = now;
  }
  await fetch("/done", { method: "POST", body: JSON.stringify({ ...seen(), persisted }) });
}

addEventListener("pageshow", ({ persisted }) => {
  const left = sessionStorage.getItem("left");
  if (location.pathname === FORM) left ? report(persisted) : fillIn();
  // A page that is left before it has come to rest is no place to come back from.
  else if (left) frames(2).then(() => history.back());
});
