/**
 * Runs in each browser, on two pages of the site: a link with entries has been opened; once it is answered, goes to another page
 * and back, and posts every address that page, history and referrer know at each.
 */
const FORM = "/calculators/iv-dose/";
const frames = (/** @type {number} */ count) =>
  count ? new Promise(requestAnimationFrame).then(() => frames(count - 1)) : null;

/** What this document and its history say of where the reader was. A browser without the list of entries has none to look through. */
function known() {
  const entries = globalThis.navigation?.entries?.() ?? [];
  return {
    address: location.href,
    referrer: document.referrer,
    length: history.length,
    entries: entries.map(({ url }) => url),
  };
}

async function answered() {
  const headline = () => document.querySelector("clinical-calculator .live .headline")?.textContent;
  while (!headline()) await frames(1);
  return headline();
}

async function post(moment, found) {
  await fetch(`/${moment}`, { method: "POST", body: JSON.stringify(found) });
}

async function opened() {
  const headline = await answered();
  await post("opened", { ...known(), headline });
  sessionStorage.setItem("left", "yes");
  location.assign("/about/");
}

addEventListener("pageshow", async () => {
  // A page that Firefox has kept alive does not see what another page has stored since.
  const left = sessionStorage.getItem("left");
  if (location.pathname === FORM && !left) return opened();
  await frames(2);
  if (location.pathname === FORM) return post("back", known());
  await post("elsewhere", known());
  history.back();
});
