/** The steps of the self-test, in the order of the page. Each says what it found; what a failure means stands on the page. */
import { files } from "bundle:files";
import { verification } from "bundle:verification";
import { absoluteUrl } from "../engine/files.js";
import { crc32 } from "../engine/proof.js";
import { trusted } from "../trusted.js";
import { arrived } from "./file-probe.js";
import { PythonProbe } from "./python-probe.js";

/** @import { State } from "./report.js" */
/** @import { Started } from "./python-probe.js" */

/** @typedef {{state: State, found: string}} Result */

const ROOT = absoluteUrl("../../");
const EDITION = absoluteUrl("../edition.json");
/** The smallest module that there is: its name and its version. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
/** Milliseconds that a clock may be wrong before it is told. */
const CLOCK_LIMIT = 600_000;
const MINUTE = 60_000;
/** The calculator of which one answer is compared. */
const KNOWN = "iv_dose";

/** @param {string} [found] @returns {Result} */
const works = (found = "") => ({ state: "works", found });
/** @param {string} found @returns {Result} */
const fails = (found) => ({ state: "fails", found });
/** @param {string} found @returns {Result} */
const untested = (found) => ({ state: "untested", found });

/** One run of the test. */
export class Probes {
  #scripts;
  /** What the policy of the page, or one that was added on the way, has refused. @type {Set<string>} */
  #refused = new Set();
  /** Whether the worker said anything in either start. */
  #worker = untested("");
  /** @type {PythonProbe | null} */
  #python = null;
  #quick = untested("This copy of the site has no quick start.");
  #complete = untested("");

  /** @param {readonly string[]} scripts addresses of the scripts that every page has */
  constructor(scripts) {
    this.#scripts = scripts;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
      if (disposition === "enforce") this.#refused.add(`${effectiveDirective} refused ${blockedURI || "a part"}`);
    });
  }

  /** The steps by their names in the page. @returns {[string, () => Result | Promise<Result>][]} */
  get steps() {
    return [
      ["script", () => (globalThis.__md_scope ? works() : fails("The first script of the page did not run."))],
      ["module", () => this.#modules()],
      ["files", () => this.#files()],
      ["wasm", () => wasm()],
      ["worker", () => this.#starts()],
      ["quick-start", () => this.#quick],
      ["complete-start", () => this.#complete],
      ["answer", () => this.#answer()],
      ["policy", () => this.#policy()],
      ["storage", () => storage()],
      ["service-worker", () => serviceWorker()],
      ["clipboard", () => clipboard()],
      ["printing", () => (typeof window.print === "function" ? works() : fails("This browser cannot print."))],
      ["clock", () => clock()],
    ];
  }

  end() {
    this.#python?.end();
  }

  async #modules() {
    try {
      await Promise.all(this.#scripts.filter((one) => /\/(main|engine)-/.test(one)).map((one) => import(one)));
      return works();
    } catch (thrown) {
      return fails(String(thrown));
    }
  }

  async #files() {
    const { parts: whole, tools } = verification;
    const named = [...whole, ...Object.values(tools)].map(([address]) => address);
    const parts = [files.worker, ...named].map(absoluteUrl);
    const found = await Promise.all([...new Set([...this.#scripts, ...parts])].map((one) => arrived(one)));
    const problems = found.map(({ problem }) => problem).filter(Boolean);
    if (problems.length) return fails(`${problems.join("; ")}.`);
    const remarks = found.map(({ remark }) => remark).filter(Boolean);
    if (!found.every(({ isCompared }) => isCompared)) remarks.push("digests are compared only on https");
    const kept = navigator.serviceWorker?.controller
      ? ["this browser keeps the site, and files may come from its copy"]
      : [];
    return works([`${found.length} files`, ...remarks, ...kept].join("; "));
  }

  /** Starts Python in both ways; the one that has started is asked. */
  async #starts() {
    const quick = files.resumes ? await this.#start(false) : null;
    const complete = await this.#start(true);
    if (quick) this.#quick = resultOf(quick);
    this.#complete = resultOf(complete);
    const hasRun = quick?.hasRun || complete.hasRun;
    this.#worker = hasRun ? works() : fails(`${new URL(absoluteUrl(files.worker)).pathname}: ${complete.why}`);
    return this.#worker;
  }

  /** @param {boolean} isClean @returns {Promise<Started>} */
  async #start(isClean) {
    /** @type {PythonProbe} */
    let probe;
    try {
      probe = new PythonProbe(isClean);
    } catch (thrown) {
      return { hasRun: false, isReady: false, why: String(thrown) };
    }
    const started = await probe.started();
    if (started.isReady && !this.#python) this.#python = probe;
    else probe.end();
    return started;
  }

  async #answer() {
    const question = verification.questions[KNOWN];
    if (!question) return untested("This preview of the site has no known answers.");
    if (!this.#python) return untested("Python did not start.");
    const asked = await fetch(absoluteUrl(question.address)).then(
      (response) => response.json(),
      () => null,
    );
    const row = asked?.rows[0];
    if (!row) return untested("The question could not be fetched.");
    const text = JSON.stringify({ calculator: KNOWN, entries: row.entries });
    const reply = await this.#python.reply(KNOWN, text);
    if (!reply) return fails("No answer came.");
    return crc32(reply) === row.checksum
      ? works(`as expected: ${row.said[0]}`)
      : fails("Another answer than the tested one.");
  }

  async #policy() {
    const own = document.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content") ?? "";
    const sent = await fetch(location.href, { cache: "no-cache" }).then(
      ({ headers }) => headers.get("content-security-policy"),
      () => null,
    );
    const other = sent && !sent.startsWith(own) ? [`the policy that arrives is another one: ${sent}`] : [];
    if (this.#refused.size) return fails([...this.#refused, ...other].join("; "));
    return works(other.join(""));
  }
}

/** @param {Started} started */
function resultOf({ isReady, why }) {
  return isReady ? works() : fails(why);
}

async function wasm() {
  if (typeof WebAssembly !== "object") return fails("This browser has none, or it is turned off.");
  try {
    await WebAssembly.instantiate(EMPTY_MODULE);
    return works();
  } catch (thrown) {
    return fails(String(thrown));
  }
}

async function storage() {
  const name = "self-test";
  try {
    localStorage.setItem(name, name);
    localStorage.removeItem(name);
    if (!globalThis.caches) return fails("Local storage works; this page, which did not come by https, has no other.");
    await caches.open(name);
    await caches.delete(name);
    return works();
  } catch (thrown) {
    return fails(String(thrown));
  }
}

async function serviceWorker() {
  if (!files.offline) return untested("This preview of the site keeps nothing.");
  const workers = navigator.serviceWorker;
  if (!workers) return fails(isSecureContext ? "This browser offers none here." : "The page did not come by https.");
  if (navigator.connection?.saveData) return untested("This browser was told to save data.");
  try {
    const address = trusted(ROOT).createScriptURL(ROOT + files.offline);
    await workers.register(address);
    const registration = await workers.getRegistration(ROOT);
    if (!registration) return fails("The browser did not take it.");
    return registration.active ? works() : untested("It is still being fetched. Test again in a minute.");
  } catch (thrown) {
    return fails(`/${files.offline}: ${thrown}`);
  }
}

function clipboard() {
  const isOffered = Boolean(navigator.clipboard?.write) && "ClipboardItem" in globalThis;
  return isOffered ? works("offered; Copy the report tries it") : fails("This browser does not offer it here.");
}

async function clock() {
  const { edition, date } = await fetch(EDITION).then(
    (response) => response.json(),
    () => ({}),
  );
  // HEAD goes past the copy that this browser keeps, whose date is an old one.
  const sent = await fetch(EDITION, { method: "HEAD", cache: "no-store" }).then(
    ({ headers }) => headers.get("date"),
    () => null,
  );
  const now = Date.now();
  if (sent && Math.abs(now - Date.parse(sent)) > CLOCK_LIMIT) {
    const minutes = Math.round((now - Date.parse(sent)) / MINUTE);
    return fails(`${Math.abs(minutes)} minutes ${minutes > 0 ? "ahead of" : "behind"} the host`);
  }
  if (date && now < Date.parse(date) - CLOCK_LIMIT) return fails(`before this edition (${edition}) of ${date}`);
  return sent ? works("agrees with the host") : untested("The host did not say the time.");
}
