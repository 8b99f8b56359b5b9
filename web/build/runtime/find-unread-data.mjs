/**
 * Finds what of the core's data is never read, for UNREAD in core.mjs. Needed only when Pyodide changes.
 *
 *   node find-unread-data.mjs <core> <library zip> <questions.json>
 *
 * The first two come from a build in which the tables are still there:
 *
 *   PRESS_RUNTIME="without zeroed-tables" make build
 *   python -m press.runtime.coverage_inputs .cache/bundle/expected-… >questions.json
 *   node web/build/runtime/find-unread-data.mjs .cache/bundle/core-… .cache/bundle/library-…/library.zip questions.json
 *
 * It runs the calculators in a core whose every access to memory is watched, then everything in Python's own types that
 * reads tables: all characters, numbers of all sizes, what exceptions say. It prints the long stretches of data that were
 * not touched, with some words out of each, by which to tell the tables of character sets from messages that were only not
 * needed in this run. It takes some minutes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { started, wasmOf } from "./node-python.mjs";
import { dataOf, FEATURES } from "./wasm.mjs";

const SHORTEST = 65_536;
const READS_TABLES = `
import math
from datetime import date
from decimal import Decimal, getcontext
characters = [chr(code) for code in range(0x110000)]
for ask in (str.isdecimal, str.isdigit, str.isnumeric, str.isalpha, str.isspace, str.isprintable, str.isidentifier, str.isupper,
            str.islower, str.istitle, str.upper, str.lower, str.title, str.casefold, str.swapcase, repr):
    for character in characters:
        ask(character)
x = 1e-320
while x < 1e308:
    float(repr(x)), round(x, 3), math.log(x), math.log10(x), math.log2(x), math.exp(math.log(x)), x ** 0.37
    x *= 7.3
getcontext().prec = 400
Decimal(2).sqrt(), Decimal(3).ln(), Decimal(3).exp(), Decimal(10).log10(), Decimal(7) ** 600, Decimal(7) / Decimal(3)
str(7 ** 4000), int("7" * 4000), date(2026, 1, 31).strftime("%A %d %B %Y"), date.fromisoformat("2024-02-29")
for source in ("1/0", "[][1]", "{}['a']", "None.x", "int('x')", "unknown", "len(1)", "''+1", "b'\\\\xff'.decode()", "import unknown",
               "(lambda: 1)(2)", "'a' < 1", "open('/none')", "'%s' % (1, 2)", "'{}'.format()", "chr(-1)", "hash([])", "x = (", "max([])",
               "'\\u00e9'.encode('ascii')", "b'\\\\xe9'.decode('latin-1')", "__import__('json').loads('{')"):
    try:
        exec(source)
    except Exception as error:
        str(error), repr(error)
`;

const require = createRequire(import.meta.url);
const pyodide = dirname(require.resolve("pyodide/package.json"));
const [core = "", library = "", questions = ""] = process.argv.slice(2).map((path) => resolve(path));
const whole = wasmOf(core);
const { address: base, data } = dataOf(whole);
const touched = new Uint8Array(data.length);

/** The four that Binaryen's watching calls for the address; the others pass a value on. */
const watching = () => {
  const address = (
    /** @type {number} */ _id,
    /** @type {number} */ bytes,
    /** @type {number} */ offset,
    /** @type {number} */ at,
  ) => {
    const place = (at >>> 0) + offset - base;
    if (place >= 0 && place + bytes <= touched.length) touched.fill(1, place, place + bytes);
    return at;
  };
  const value = (/** @type {number} */ _id, /** @type {unknown} */ it) => it;
  const values = ["i32", "i64", "f32", "f64"].flatMap((type) => [`load_val_${type}`, `store_val_${type}`]);
  return {
    load_ptr: address,
    store_ptr: address,
    memory_grow_pre: value,
    memory_grow_post: value,
    ...Object.fromEntries(values.map((name) => [name, value])),
  };
};

const watched = join(mkdtempSync(join(tmpdir(), "unread-")), "watched.wasm");
const wasmOpt = join(dirname(require.resolve("binaryen/package.json")), "bin", "wasm-opt");
const passes = ["--llvm-memory-copy-fill-lowering", "--instrument-memory"];
execFileSync(process.execPath, [wasmOpt, ...FEATURES, ...passes, join(core, "pyodide.asm.wasm"), "-o", watched]);
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (
  (/** @type {any} */ bytes, /** @type {any} */ imports) =>
    imports?.env
      ? instantiate(readFileSync(watched), { ...imports, env: { ...imports.env, ...watching() } })
      : instantiate(bytes, imports)
);

const files = {
  core,
  "pyodide.mjs": join(pyodide, "pyodide.mjs"),
  "pyodide-lock.json": join(pyodide, "pyodide-lock.json"),
  entry_point: fileURLToPath(new URL("../../../press/src/press/runtime/entry_point.py", import.meta.url)),
};
const { python } = await started({ files, hashed: [], values: {}, out: "" }, library);
const answer = python.globals.get("answer");
for (const question of JSON.parse(readFileSync(questions, "utf8"))) answer(question);
python.runPython(READS_TABLES);

for (let start = 0; start < touched.length; ) {
  if (touched[start]) {
    start++;
    continue;
  }
  const next = touched.indexOf(1, start);
  const end = next < 0 ? touched.length : next;
  const words = data.toString("latin1", start, end).match(/[\x20-\x7e]{8,}/g) ?? [];
  const some = words.filter((_, index) => index % Math.ceil(words.length / 6) === 0);
  if (end - start >= SHORTEST)
    console.log(`${base + start} to ${base + end}: ${some.map((word) => word.slice(0, 30)).join(" | ")}`);
  start = end;
}
