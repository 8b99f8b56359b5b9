/** The check of the calculators in the reader's own browser, by the engine that answers the reader. */
import { verification as made } from "bundle:verification";
import { element } from "../dom.js";
import { engine } from "../engine/engine.js";
import { absoluteUrl } from "../engine/files.js";
import { today } from "../today.js";
import { report } from "./report.js";
import { Verification } from "./verification.js";
import { VerificationView } from "./verification-view.js";
/** @import { Expected } from "./judgment.js" */

/** @param {HTMLElement} place @param {AbortSignal} signal ends it */
export async function verify(place, signal) {
  const { calculator } = place.dataset;
  const files = Object.entries(made.questions).filter(([id]) => !calculator || id === calculator);
  const notice = element("p", { role: "status" }, "Fetching the questions.");
  place.append(notice);
  let asked;
  let edition;
  try {
    asked = await Promise.all(files.map(([, file]) => fetched(file)));
    edition = await (await fetch(absoluteUrl("../edition.json"), { cache: "no-cache" })).json();
  } catch {
    notice.textContent =
      "The questions could not be fetched, or did not arrive as they were published. Check the connection and load this page anew.";
    return;
  }
  if (signal.aborted) return;
  if (!asked.length) {
    notice.textContent = "The questions have not been made for this preview of the site.";
    return;
  }
  notice.remove();
  const verification = new Verification(asked, (question) => engine.replyText(question));
  const stopping = new AbortController();
  signal.addEventListener("abort", () => stopping.abort());
  const written = () =>
    report(verification, {
      site: location.origin,
      day: today(),
      edition,
      release: made.release,
      browser: navigator.userAgent,
      startedFrom: engine.from === "snapshot" ? "the snapshot" : "a clean start",
      parts: [...made.parts, ...asked.flatMap(({ calculator: id }) => (made.tools[id] ? [made.tools[id]] : []))],
    });
  new VerificationView(place, verification, { stop: () => stopping.abort(), report: written }, signal);
  await verification.run(stopping.signal);
}

/** @param {{address: string, integrity: string}} file @returns {Promise<Expected>} */
async function fetched({ address, integrity }) {
  const response = await fetch(absoluteUrl(address), { integrity });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
