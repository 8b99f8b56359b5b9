/**
 * Asks the calculators, in the core that readers get, everything in a list of questions.
 *
 *   node rehearse.mjs <core> <library zip> <questions.json> <out.json>
 *
 * Writes the replies, the modules of the library that were imported on the way, and the magic number of the
 * bytecode that this Python accepts: what press needs in order to trim the library and to prove it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [core, library, questions, out] = process.argv.slice(2).map((path) => resolve(path));
const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));

// The glue was a script of the older kind, which finds these by itself.
Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: core });
globalThis._createPyodideModule = (await import(pathToFileURL(join(core, "pyodide.asm.mjs")).href)).default;
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({
  indexURL: core,
  stdLibURL: library,
  lockFileContents: { info, packages: {} },
  env: { PYTHONHASHSEED: "0" },
});
python.runPython(readFileSync(new URL("./opening.py", import.meta.url), "utf8"));
const answer = python.globals.get("answer");
const replies = JSON.parse(readFileSync(questions, "utf8")).map((/** @type {string} */ question) => answer(question));
const modules = python.runPython(`
import sys
" ".join(sorted(name for name, module in list(sys.modules.items())
                if ".zip" in (getattr(getattr(module, "__spec__", None), "origin", None) or "")))`);
const magic = python.runPython("import importlib.util; importlib.util.MAGIC_NUMBER.hex()");
writeFileSync(out, JSON.stringify({ replies, modules: modules.split(" "), magic }));
