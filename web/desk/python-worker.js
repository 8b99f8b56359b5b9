/**
 * The worker in which the desk's Python runs: Pyodide as published, and press, the very code that checks and makes the site. Each
 * part is compared with its digest before any of it runs.
 */
import { failureFrom } from "../engine/failure.js";
import { absoluteUrl, bytes, compiled, inTwoTries } from "../engine/files.js";
import { publishedPyodide } from "../engine/published-pyodide.js";
import { layOut, PATHS, ROOT } from "./lay-out.js";
import { unpackedSnapshot } from "./packed-snapshot.js";

/** @import { BundleFile } from "bundle:runtime" */
/** @import { FromWorker, Question, Start } from "./messages.js" */

const CORE = "pyodide.asm.wasm";
/** Milliseconds between two progress events. */
const PAUSE = 150;

const python = started(JSON.parse(self.name));
reportFailureOf(python.then(() => post({ ready: true })));

self.addEventListener("message", (/** @type {MessageEvent<Question>} */ { data }) =>
  reportFailureOf(python.then((answer) => post({ question: data.question, reply: answer(data.text) }))),
);

/** @param {FromWorker} message */
function post(message) {
  self.postMessage(message);
}

/** @param {Promise<void>} work */
function reportFailureOf(work) {
  work.catch((thrown) =>
    post({ refused: failureFrom(thrown, "died").reason, detail: String(thrown?.cause ?? thrown) }),
  );
}

/** @param {Start} start @returns {Promise<(question: string) => string>} */
async function started({ start: { pyodide, library, project, resumed }, today, fresh, resumes }) {
  const { [CORE]: core, ...scripts } = pyodide;
  if (!core) throw new Error(`There is no ${CORE} among the parts.`);
  /** @type {Record<string, BundleFile>} */
  const parts = { ...scripts, project, ...(resumed && resumes ? resumed : { library }) };
  const total = [core, ...Object.values(parts)].reduce((sum, { size }) => sum + size, 0);
  const fetching = { fresh, count: progressOf(total) };
  const compiling = inTwoTries(compiled, core, fetching);
  const named = Object.entries(parts).map(async ([name, file]) => [name, await inTwoTries(bytes, file, fetching)]);
  /** @type {Record<string, ArrayBuffer>} */
  const {
    library: press,
    unloaded,
    project: content,
    snapshot: packed,
    ...arrived
  } = Object.fromEntries(await Promise.all(named));
  const loader = absoluteUrl(pyodide["pyodide.mjs"]?.address ?? "");
  const memory = packed && unpackedSnapshot(packed);
  const made = await publishedPyodide(arrived, loader, { core: await compiling, memory });
  post({ step: "python" });
  for (const archive of [press, unloaded, content]) if (archive) layOut(archive, made.FS);
  post({ step: "files" });
  made.globals.set("desk", made.toPy({ paths: PATHS, root: ROOT, today }));
  // The snapshot has the first line behind it.
  if (!memory) made.runPython("import sys; sys.path[:0] = desk['paths']; from press.desk.entry import opened");
  const answer = made.runPython("opened(desk['root'], desk['today'])");
  post({ step: "press" });
  return answer;
}

/** Posts what share of so many bytes has come, for every piece that is counted. @param {number} total */
function progressOf(total) {
  let sum = 0;
  let posted = performance.now();
  return (/** @type {number} */ size) => {
    sum += size;
    if (performance.now() - posted < PAUSE) return;
    posted = performance.now();
    post({ progress: Math.min(1, sum / total) });
  };
}
