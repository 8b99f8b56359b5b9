// Asks the search of a built site, in its own modules, and prints what is found as JSON, with the bytes that were read for it.
//
//   node searched.mjs <site> <questions.json>
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { IndexFiles } from "../../web/search/index-files.js";
import { search } from "../../web/search/site-search.js";

const [site = "", questions = ""] = process.argv.slice(2);
/** @type {Map<string, number>} */
const sizes = new Map();

/** An index of which nothing has been fetched. @param {Set<string>} fetched takes what is */
const fresh = (fetched) =>
  new IndexFiles(async (address) => {
    const content = readFileSync(`${site}/search/${address}`);
    if (!sizes.has(address)) sizes.set(address, brotliCompressSync(content).length);
    fetched.add(address);
    return JSON.parse(content.toString());
  });

/** @type {Record<string, unknown>} */
const found = {};
const known = fresh(new Set());
for (const asked of JSON.parse(readFileSync(questions, "utf8"))) {
  const fetched = new Set();
  await search(asked, fresh(fetched));
  const { results, count, corrected } = await search(asked, known);
  const bytes = [...fetched].reduce((sum, address) => sum + (sizes.get(address) ?? 0), 0);
  found[asked] = { results, count, corrected, bytes, files: fetched.size };
}
process.stdout.write(JSON.stringify(found));
