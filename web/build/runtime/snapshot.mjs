/**
 * Makes the snapshot: Python's memory when all of the standard library that is used is imported, and of the calculators the
 * modules that are not in the tools' parts. No question has been asked: that would make it larger, and the first answer no quicker.
 *
 *   node snapshot.mjs <plan.json>
 *
 * Writes snapshot.bin and layout.json. The same inputs give the same bytes: here the clock stands still, no random number is
 * random, and Python is told neither by what it is started nor where that is.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "../../engine/snapshot.js";
import { started, wasmOf } from "./node-python.mjs";
import { givenPlan, inputOf, textOf } from "./plan.mjs";

/** @import { Layout } from "../../engine/snapshot.js" */

const EPOCH = Date.UTC(1980, 0, 1);
const PAGE = 65_536;

const plan = givenPlan();
const core = inputOf(plan, "core");

process.argv[1] = "snapshot";
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "snapshot" } });
Date.now = () => EPOCH;
performance.now = () => 0;
Object.defineProperty(globalThis, "crypto", {
  value: { getRandomValues: (/** @type {Uint8Array} */ array) => array.fill(1) },
});

const { python, imports } = await started(plan, inputOf(plan, "library"));
python.globals.set("wanted", textOf(plan, "modules"));
python.runPython(`
import json
from importlib import import_module
from ketamine_calculators.registry import know_titles
wanted = json.loads(wanted)
for module in wanted["held"]:
    import_module(module)
know_titles(wanted["titles"])
del json, import_module, know_titles, wanted, module
`);
python.runPython(textOf(plan, "snapshot_entry"));
const [answer, load] = JSON.parse(
  python.runPython(`
import gc
gc.collect()
del gc
json.dumps([id(answer), id(load)])
`),
);

const { memory, __indirect_function_table: table, __stack_pointer: stack } = /** @type {any} */ (imports.env);
const bytes = new Uint8Array(memory.buffer);
// What is left on the stack of calls that are over.
bytes.fill(0, /** @type {any} */ (imports["GOT.mem"]).__stack_low.value, stack.value);
/** @type {Layout} */
const layout = { answer, load, pages: bytes.length / PAGE, table: table.length, globals: globals(imports) };
writeFileSync(join(plan.out, "snapshot.bin"), packed(bytes));
writeFileSync(join(plan.out, "layout.json"), JSON.stringify(layout));

/**
 * What the wasm was given for each global that it imports, and whether that may change.
 * @param {WebAssembly.Imports} imports
 * @returns {Layout["globals"]}
 */
function globals(imports) {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasmOf(core)));
  return Object.fromEntries(
    imported
      .filter(({ kind }) => kind === "global")
      .map(({ module, name }) => {
        const global = /** @type {WebAssembly.Global} */ (imports[module]?.[name]);
        return [`${module}.${name}`, [global.value, isMutable(global)]];
      }),
  );
}

/** @param {WebAssembly.Global} global */
function isMutable(global) {
  const { value } = global;
  try {
    global.value = value;
    return true;
  } catch {
    return false;
  }
}
