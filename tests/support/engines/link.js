/**
 * Runs in each browser, on two pages of the site: a link with entries has been opened; once it is answered, goes to another page
 * and back, and posts every address that page, history and referrer then know.
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

async function opened() {
  const headline = await answered();
  sessionStorage.setItem("opened", JSON.stringify({ ...known(), headline }));
  location.assign("/about/");
}

addEventListener("pageshow", async () => {
  const before = sessionStorage.getItem("opened");
  if (location.pathname !== FORM) {
    await frames(2);
    sessionStorage.setItem("elsewhere", JSON.stringify(known()));
    history.back();
  } else if (before && sessionStorage.getItem("elsewhere")) {
    await frames(2);
    const found = {
      opened: JSON.parse(before),
      elsewhere: JSON.parse(sessionStorage.getItem("elsewhere") ?? "{}"),
      back: known(),
    };
    await fetch("/done", { method: "POST", body: JSON.stringify(found) });
  } else if (!before) opened();
});
