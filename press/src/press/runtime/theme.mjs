/**
 * The theme's script, with our search in the place of its own, and less work at the start.
 *
 *   node theme.mjs <the theme's script> <late-search.js> <out.js>
 */
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const [theme, search, out] = process.argv.slice(2);

const { outputFiles } = await build({
  entryPoints: [search],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  globalName: "lateSearch",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong, with file and line

/** What the theme writes, how often, and what stands there instead. @type {[RegExp, string, string][]} */
const places = [
  [/\b[\w$]+\((?=new URL\("search\/search_index\.json",)/g, "lateSearch.searchIndex(", "the fetching of its search index"],
  [/\bnew Worker\(/g, "lateSearch.searchWorker(", "the start of its search worker"],
  // The theme lets no colour fade while it changes them, which restyles every element twice. At the start it changes none.
  [
    /document\.body\.setAttribute\("data-md-color-switching",""\)/g,
    'document.body.toggleAttribute("data-md-color-switching",document.readyState==="complete")',
    "the change of its colours",
  ],
];

let text = readFileSync(theme, "utf8").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
for (const [pattern, instead, what] of places) {
  if (text.match(pattern)?.length !== 1) {
    console.error(`The theme's script no longer shows ${what} in the way that is expected.`);
    process.exit(1);
  }
  text = text.replace(pattern, () => instead);
}
writeFileSync(out, outputFiles[0].text + text);
