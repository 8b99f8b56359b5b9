/**
 * Runs in each browser: hands an article in that somebody else has changed too, and posts what the page says and keeps.
 */
const { change, token } = await (await fetch("plan.json")).json();

async function post(path, value) {
  await fetch(path, { method: "POST", body: typeof value === "string" ? value : JSON.stringify(value) });
}

/** What the page shows once there is something else than before. */
function outcome(element) {
  return new Promise((resolve) => {
    const place = element.querySelector(".desk-outcome");
    const look = () => {
      if (place.hidden || !place.querySelector("p")) return;
      watching.disconnect();
      resolve(place.textContent);
    };
    const watching = new MutationObserver(look);
    watching.observe(element, { subtree: true, childList: true, attributes: true });
  });
}

try {
  await customElements.whenDefined("desk-hand-in");
  const element = document.querySelector("desk-hand-in");
  element.change = change;
  const send = async () => {
    const said = outcome(element);
    element.querySelector("form").requestSubmit();
    return said;
  };
  element.querySelector("#desk-token").value = token;
  await post("/conflict", await send());
  element.querySelector(".desk-conflict [value='mine']").click();
  element.querySelector(".desk-conflict .desk-main").click();
  await post("/done", {
    said: await send(),
    kept: [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      document.documentElement.outerHTML,
      [...document.querySelectorAll("input, textarea")].map(({ value }) => value),
      performance.getEntries().map(({ name }) => name),
    ],
    focused: document.activeElement?.className,
  });
} catch (thrown) {
  await post("/failed", `${thrown} ${thrown?.stack ?? ""}`);
}
