// Asks each tool its questions in a memory of its own, resumed from the snapshot, and prints its replies and which parts were loaded.
//
//   node tool_parts.mjs <slim core> <the snapshot's folder> <questions.json>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resume } from "../../web/engine/snapshot.js";

const [core = "", folder = "", questions = ""] = process.argv.slice(2);
const compiled = WebAssembly.compile(readFileSync(core));
const memory = new Uint8Array(readFileSync(join(folder, "snapshot.bin"))).buffer;
const layout = JSON.parse(readFileSync(join(folder, "layout.json"), "utf8"));
/** @type {Record<string, {replies: string[], loaded: string[]}>} */
const found = {};
for (const [tool, asked] of Object.entries(JSON.parse(readFileSync(questions, "utf8")))) {
  /** @type {string[]} */
  const loaded = [];
  const part = async (/** @type {string} */ of) => {
    loaded.push(of);
    return readFileSync(join(folder, "parts", `${of}.bin`));
  };
  const { answer } = await resume(compiled, Promise.resolve(memory), layout, part);
  const replies = [];
  for (const question of asked) replies.push(await answer(question));
  found[tool] = { replies, loaded };
}
process.stdout.write(JSON.stringify(found));
