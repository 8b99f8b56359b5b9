// Asks the search of a built site, in its own worker's script, and prints what is found as JSON.
//
//   node searched.mjs <site> <questions.json>
import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [site = "", questions = ""] = process.argv.slice(2);
const folder = `${site}/assets/javascripts/workers`;
const [script = ""] = readdirSync(folder).filter((name) => /^search\.\w+\.min\.js$/.test(name));

/** What a worker has of its surroundings, as far as this one asks for it. */
let listener = (/** @type {{data: unknown}} */ _) => {};
let settle = (/** @type {any} */ _) => {};
const worker = createContext({
  console,
  addEventListener: (/** @type {string} */ _, /** @type {typeof listener} */ listens) => {
    listener = listens;
  },
  postMessage: (/** @type {unknown} */ reply) => settle(reply),
});
worker.self = worker;
runInContext(readFileSync(`${folder}/${script}`, "utf8"), worker);

/** @param {unknown} data @returns {Promise<any>} */
const reply = (data) =>
  new Promise((resolve) => {
    settle = resolve;
    listener({ data });
  });
const index = JSON.parse(readFileSync(`${site}/search/search_index.json`, "utf8"));
await reply({ type: 0, data: { ...index, options: { suggest: true } } });
/** @type {Record<string, unknown>} */
const found = {};
for (const asked of JSON.parse(readFileSync(questions, "utf8")))
  found[asked] = (await reply({ type: 2, data: asked })).data.items;
process.stdout.write(JSON.stringify(found));
