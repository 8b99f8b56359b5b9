/**
 * Makes the image: Python's memory when the calculators' door is open, all of the library is imported, and every question
 * of the rehearsal has been asked once, so that what Python does only the first time is done.
 *
 *   node snapshot.mjs <core> <library zip> <plan.json> <folder for image.bin and image.json>
 *
 * The same input gives the same bytes: here the clock stands still, chance is not asked, and Python is told neither what
 * starts it nor where that is kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { packed } from "../../../../web/engine/snapshot-packing.js";
import { started } from "./node_python.mjs";
/** @import { Layout } from "../../../../web/engine/snapshot.js" */

const [core, library, plan, out] = process.argv.slice(2).map((path) => resolve(path));
process.argv[1] = "image";
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "image" } });
const THEN = Date.UTC(1980, 0, 1);
const PAGE = 65_536;
Date.now = () => THEN;
performance.now = () => 0;
Object.defineProperty(globalThis, "crypto", { value: { getRandomValues: (/** @type {Uint8Array} */ array) => array.fill(1) } });

const { python, imports } = await started(core, library);
python.globals.set("plan", readFileSync(plan, "utf8"));
const answer = python.runPython(`
import gc, json
from importlib import import_module
plan = json.loads(plan)
for module in plan["modules"]:
    import_module(module)
every(), worksheets()
for question in plan["questions"]:
    answer(question)
del plan, module, question, import_module
gc.collect()
del gc, json
id(answer)
`);

const { memory, __indirect_function_table: table, __stack_pointer: stack } = /** @type {any} */ (imports.env);
const bytes = new Uint8Array(memory.buffer);
// What the stack held is over.
bytes.fill(0, /** @type {any} */ (imports)["GOT.mem"].__stack_low.value, stack.value);
/** @type {Layout} */
const layout = { answer, pages: bytes.length / PAGE, table: table.length, globals: globals(imports) };
writeFileSync(join(out, "image.bin"), packed(bytes));
writeFileSync(join(out, "image.json"), JSON.stringify(layout));

/** What the core was given for each global that it imports, and whether that may change. @param {WebAssembly.Imports} imports */
function globals(imports) {
  const module = new WebAssembly.Module(readFileSync(join(core, "pyodide.asm.wasm")));
  const wanted = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "global");
  return Object.fromEntries(
    wanted.map(({ module: from, name }) => {
      const global = /** @type {WebAssembly.Global} */ (imports[from][name]);
      return [`${from}.${name}`, [global.value, changes(global)]];
    }),
  );
}

/** @param {WebAssembly.Global} global */
function changes(global) {
  try {
    global.value = global.value;
    return true;
  } catch {
    return false;
  }
}
