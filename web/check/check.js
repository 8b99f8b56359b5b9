/** Whether an old answer still holds: read, calculated by its own version and by today's, compared. Nothing leaves the browser. */
import { LARGEST_FILE } from "../calculator/given-entries.js";
import { required } from "../dom.js";
import { Engine, engine } from "../engine/engine.js";
import { absoluteUrl } from "../engine/files.js";
import { altered, differences, holds } from "./comparison.js";
import { recognized, tooLong } from "./recognition.js";
import { drawCheck } from "./result-view.js";
import { changesSince, recallsOf, releaseWith, verdict } from "./verdict.js";

/** @import { Reply } from "../engine/reply.js" */
/** @import { Found } from "./recognition.js" */
/** @import { History } from "./verdict.js" */

const ROOT = absoluteUrl("../../");
const NOTHING =
  "This is not a summary, note, FHIR record, link or saved file of the calculators here, or only a part of one, or more than one.";
/** An earlier version by its release; each is started once a visit. @type {Map<string, Engine>} */
const started = new Map();

/** @param {HTMLElement} place @param {AbortSignal} signal */
export async function check(place, signal) {
  const says = required(place, ".check-says");
  const form = /** @type {HTMLFormElement} */ (required(place, "form"));
  const text = await given(new FormData(form));
  const history = await fetchedHistory();
  const found = typeof text === "string" ? await read(text) : text;
  if (signal.aborted) return;
  if ("refused" in found) {
    says.textContent = found.refused;
    return;
  }
  const card = history.calculators[found.calculator];
  if (!card) {
    says.textContent = `There is no calculator “${found.calculator.slice(0, 60)}” in this edition of the site, so nothing can be said of it.`;
    return;
  }
  const calculated = await calculatedAnew(found, String(text), history);
  if (signal.aborted) return;
  const recalls = recallsOf(history, found.calculator, found.version);
  const { matches, changed } = calculated;
  const said = verdict({
    found,
    card,
    matches,
    differences: changed,
    answers: Boolean(calculated.today?.answer),
    recalls,
  });
  says.textContent = `${said.head}. ${said.words}`;
  const changes = changesSince(history, found.calculator, found.version);
  drawCheck(required(place, ".check-result"), { found, card, said, recalls, changes, ...calculated }, ROOT);
}

/** The text of the form; that of the file when one was chosen. @param {FormData} data @returns {Promise<string | {refused: string}>} */
async function given(data) {
  const file = data.get("file");
  if (file instanceof File && file.name) {
    if (file.size > LARGEST_FILE) {
      return { refused: `This file has ${file.size} bytes, and at most ${LARGEST_FILE} are read.` };
    }
    return file.text();
  }
  const pasted = String(data.get("pasted") ?? "");
  return pasted.trim() ? pasted : { refused: "Paste an answer, or choose a file." };
}

/** @param {string} text @returns {Promise<Found | {refused: string}>} */
async function read(text) {
  const refused = tooLong(text);
  if (refused) return { refused };
  const own = recognized(text);
  if (own) return own;
  const { found, failure } = await engine.ask({ calculator: "", read: text });
  return found ?? { refused: failure ?? NOTHING };
}

/**
 * The answers of its own version and of today's, as far as they can be had.
 *
 * @param {Found} found
 * @param {string} text
 * @param {History} history
 */
async function calculatedAnew(found, text, history) {
  const { calculator, kind, version } = found;
  if (!found.entries) return { matches: null, changed: null, before: null, today: null, added: [], why: "" };
  const isCurrent = version === history.calculators[calculator]?.version;
  const completed = (await engine.ask({ calculator, complete: found.entries })).completed;
  const { entries = found.entries, added = [] } = (!isCurrent && completed) || {};
  const today = await engine.ask({ calculator, entries });
  const { own, why } = isCurrent ? { own: engine, why: "" } : ownEngine(history, found);
  if (!own) return { matches: null, changed: null, before: null, today, added, why };
  try {
    const before = await own.ask({ calculator, entries: found.entries });
    const record = await writtenAgain(own, found, text);
    const matches = record
      ? holds(kind, text, record) || (isCurrent && (await isOfARelease(history, found, text)))
      : null;
    return {
      matches,
      changed: before.answer && today.answer ? differences(before.answer, today.answer) : null,
      altered: matches === false ? altered(text, record) : [],
      before,
      today,
      added,
      why,
    };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : "";
    return {
      matches: null,
      changed: null,
      before: null,
      today,
      added,
      why: `Version ${version} could not be run here. ${message}`,
    };
  }
}

/** The record of the same entries and day, as an engine writes it; empty for a link or a saved file. @param {Engine} own @param {Found} found @param {string} text */
async function writtenAgain(own, { calculator, kind, day, entries }, text) {
  if (kind === "link" || kind === "file") return "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  const ascii = /^[\x00-\x7f]*$/.test(text);
  const { record = "" } = await own.ask({ calculator, entries: entries ?? [], record: kind, day, ascii });
  return record;
}

/**
 * Whether an edition that was released with today's version of the calculator wrote this record: a version keeps its
 * numbers, and an edition may still say them in other words.
 *
 * @param {History} history
 * @param {Found} found
 * @param {string} text
 */
async function isOfARelease(history, found, text) {
  const { own } = ownEngine(history, found);
  const record = own ? await writtenAgain(own, found, text) : "";
  return record !== "" && holds(found.kind, text, record);
}

/** @param {History} history @param {Found} found @returns {{own: Engine | null, why: string}} */
function ownEngine(history, { calculator, version }) {
  const release = releaseWith(history, calculator, version);
  const kept = release && history.releases[release]?.files;
  const sources = kept && part(`${release}.zip`, kept);
  const known = kept && part(`${release}.json`, kept);
  if (!release || !sources || !known)
    return { own: null, why: `Version ${version} is not kept here, so it cannot be calculated by its own rules.` };
  const own = started.get(release) ?? new Engine({ sources, known });
  started.set(release, own);
  return { own, why: "" };
}

/** @param {string} name @param {Record<string, {sha256: string, size: number}>} files */
function part(name, files) {
  const file = files[name];
  if (!file) return undefined;
  const digest = String.fromCharCode(...(file.sha256.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
  return { address: `../../released/${name}`, size: file.size, integrity: `sha256-${btoa(digest)}` };
}

/** @returns {Promise<History>} */
async function fetchedHistory() {
  const response = await fetch(new URL("check-an-answer/history.json", ROOT));
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
