/**
 * The theme's script, with parts of ours in the place of its own: a search that costs nothing until it is wanted, and a
 * start that neither holds the page up nor restyles it.
 *
 *   node theme.mjs <the theme's script> <theme-parts.js> <out.js>
 */
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const [theme, parts, out] = process.argv.slice(2);

const { outputFiles } = await build({
  entryPoints: [parts],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  globalName: "themeParts",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong, with file and line

/** What the theme writes, how often once, and what stands there instead; $1 is what the first group found. @type {[RegExp, string, string][]} */
const places = [
  [/\b[\w$]+\((?=new URL\("search\/search_index\.json",)/g, "themeParts.searchIndex(", "the fetching of its search index"],
  [/\bnew Worker\(/g, "themeParts.searchWorker(", "the start of its search worker"],
  // The theme lets no colour fade while it changes them, which restyles every element twice. At the start it changes none.
  [/(?=document\.body\.setAttribute\("data-md-color-switching",""\))/g, "themeParts.coloursChange()&&", "the change of its colours"],
  [
    /(let [\w$]+=)[\w$]+\("meta",\{name:"color-scheme"\}\);document\.head\.appendChild\([\w$]+\);/g,
    "$1themeParts.scheme;",
    "the mark of its scheme",
  ],
  [/[\w$]+\(document\)\.subscribe\([\w$]+\);(?=let [\w$]+=[\w$]+\(document\.body,"click"\))/g, "", "the whole addresses at the start"],
  [/(?=history\.replaceState\([\w$]+,""\),history\.pushState\(null,"")/g, "themeParts.keepAddresses(),", "the change of its address"],
  [/(\.set\()([\w$]+)\.outerHTML(?=,\2\))/g, "$1themeParts.markup($2)", "the comparing of heads"],
  // Links: web/theme/page-changes.js says why. Where the theme expects an observable, a promise or an array will do.
  [/[\w$]+\([\w$]+\.base\)(?=;[\w$]+\("navigation\.instant"\))/g, "Promise.resolve(new Map)", "the fetching of its sitemap"],
  [
    /[\w$]+\.has\(`\$\{[\w$]+\}`\)(?=\?\([\w$]+\.preventDefault\(\),[\w$]+\(([\w$]+)\)\))/g,
    "themeParts.changesInPlace($1)",
    "the choice of links",
  ],
  [/[\w$]+\.parseFromString\([\w$]+,"text\/html"\)/g, "themeParts.fetchedPage($&)", "the reading of a page"],
  [
    /(?<=\("pathname"\),[\w$]+\(([\w$]+)=>)([\w$]+\(\1,\{progress\$:([\w$]+)\}\)\.pipe\([\w$]+\(\(\)=>\()[\w$]+\(\1,!0\),/g,
    "themeParts.isShown($1)?($3.next(100),[]):$2location.reload(),",
    "the fetching of a page",
  ],
  // [pages put in, …], then addresses of one page whose hash has changed, then the same address once more.
  [
    /[\w$]+\.pipe\(([\w$]+)\(\(\)=>([\w$]+)\),[\w$]+\("hash"\)\)(?=,\2\.pipe\(([\w$]+\(\([\w$]+,[\w$]+\)=>[^)]+\)))/g,
    "$2.pipe($3,$1(to=>themeParts.isShown(to)?[to]:[]))",
    "the scrolling within a page",
  ],
  // The whole script is one function, and its start a list of statements: these let the browser have its turn between them.
  [/(?<=^"use strict";\()(?=\(\)=>\{)/gm, "async", "the function that it is"],
  [/(?=document\.documentElement\.classList\.remove\("no-js"\);)/g, "await themeParts.pause();", "its first act"],
  // After that pause the page is whole, and the browser has said so already.
  [
    /[\w$]+\(document,"DOMContentLoaded",\{once:!0\}\)\.subscribe\(\(\)=>([\w$]+\.next\(document\))\)/g,
    "$1",
    "its waiting for the whole page",
  ],
  [/(?<=;)(?=[\w$]+\(\{viewport\$:[\w$]+,document\$:[\w$]+\}\);)/g, "await themeParts.pause();", "the naming of what is cut short"],
  [/(?<=;)(?=[\w$]+\.subscribe\(\);window\.document\$=)/g, "await themeParts.pause();", "the start of its components"],
  [/(?<=;window\.component\$=[\w$]+;)(?=\}\)\(\);)/g, "themeParts.started();", "its last act"],
];

let text = readFileSync(theme, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
for (const [pattern, instead, what] of places) {
  if (text.match(pattern)?.length !== 1) {
    console.error(`The theme's script no longer shows ${what} in the way that is expected.`);
    process.exit(1);
  }
  text = text.replace(pattern, instead);
}
writeFileSync(out, outputFiles[0].text + text);
