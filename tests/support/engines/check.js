/**
 * Runs in each browser: asks the built runtime everything, from each start that it has, and with the network cut, and posts
 * the replies to the host.
 */
const plan = await (await fetch("/check/plan.json")).json();

async function post(path, value) {
  await fetch(path, { method: "POST", body: typeof value === "string" ? value : JSON.stringify(value) });
}

/** A worker of the site, started cleanly or from the snapshot. @param {"clean" | "snapshot"} from */
function started(from) {
  const name = JSON.stringify({ clean: from === "clean", fresh: false });
  const worker = new Worker(plan.worker, { type: "module", name });
  const waiting = new Map();
  let settle;
  const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
  worker.addEventListener("error", (event) => settle.reject(new Error(`worker: ${event.message}`)));
  worker.addEventListener("message", ({ data }) => {
    if ("reply" in data) waiting.get(data.question)(data.reply);
    else if ("refused" in data) settle.reject(new Error(`${data.refused}: ${data.detail}`));
    else if ("from" in data && data.from !== from) settle.reject(new Error(`started from ${data.from}`));
    else if ("ready" in data) settle.resolve();
  });
  let asked = 0;
  const ask = ([calculator, text]) =>
    new Promise((resolve) => {
      waiting.set(++asked, resolve);
      worker.postMessage({ question: asked, text, calculator });
    });
  return { ready, ask, end: () => worker.terminate() };
}

/** @param {"clean" | "snapshot"} from */
async function replies(from) {
  const python = started(from);
  await python.ready;
  const texts = [];
  for (const question of plan.questions) texts.push(await python.ask(question));
  python.end();
  return texts;
}

async function everyWay() {
  for (const from of plan.starts) await post(`/replies/${from}`, await replies(from));
}

/** A page of the site with the network cut: its own Python, and every calculator's page. */
async function offline() {
  const frame = document.createElement("iframe");
  const open = (path) =>
    new Promise((resolve) => {
      frame.onload = resolve;
      frame.src = path;
      if (!frame.isConnected) document.body.append(frame);
    });
  await open(plan.pages[0]);
  // Ready is sooner than in charge: until it has claimed this page, its requests go to the host.
  const { serviceWorker } = navigator;
  const inCharge = new Promise((resolve) =>
    serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
  );
  if (!serviceWorker.controller) await inCharge;
  await post("/down", "");
  const missing = [];
  for (const page of plan.pages) {
    const response = await fetch(page).catch(() => null);
    if (!response?.ok || !(await response.text()).includes("<clinical-calculator")) missing.push(page);
  }
  await post("/missing", missing);
  await open(plan.pages[1]);
  const python = await import(plan.script);
  const texts = [];
  for (const example of plan.examples) texts.push(await python.ask(example));
  await post("/offline", texts);
}

try {
  await everyWay();
  await offline();
  await post("/done", "");
} catch (thrown) {
  await post("/failed", `${thrown} ${thrown?.stack ?? ""}`);
}
