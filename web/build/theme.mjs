/**
 * The theme's script with some of its parts replaced by ours, from web/theme/parts.js: links that are followed in place by
 * their address, and a start that neither holds the page up nor restyles it.
 *
 *   node theme.mjs <plan.json>
 *
 * Writes theme.js. The start is a layer, and `values.layers` says whether it is wanted. A version of the theme that is
 * written in another way stops the build: look at its source and mend the pattern, or leave the layer out.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { partsFor } from "./parts.mjs";
import { givenPlan, inputOf, textOf } from "./runtime/plan.mjs";

/** What the theme writes, what stands there instead, and what it is; each must be found once. @typedef {[RegExp, string, string]} Replacement */

/** What mends a fault of the theme, in every site: web/theme/page-changes.js. Where the theme expects an observable, a promise or an array will do. @type {Replacement[]} */
const PAGE_CHANGES = [
  [
    /[\w$]+\([\w$]+\.base\)(?=;[\w$]+\("navigation\.instant"\))/g,
    "Promise.resolve(new Map)",
    "the fetching of its sitemap",
  ],
  [
    /[\w$]+\.has\(`\$\{[\w$]+\}`\)(?=\?\([\w$]+\.preventDefault\(\),[\w$]+\(([\w$]+)\)\))/g,
    "themeParts.changesInPlace($1)",
    "the choice of links",
  ],
  [/[\w$]+\.parseFromString\(([\w$]+),"text\/html"\)/g, "themeParts.fetchedPage($1)", "the reading of a page"],
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
  [
    /(?<=\("offset"\),[\w$]+\(100\)\)\.subscribe\(\(\{offset:[\w$]+\}\)=>\{)(?=history\.replaceState\()/g,
    "themeParts.isShown(location)&&",
    "the keeping of how far a page is scrolled",
  ],
  [/(?<=;window\.component\$=[\w$]+;)(?=\}\)\(\);)/g, "themeParts.started();", "its last statement"],
];

/** What turns texts into markup and addresses of scripts: by the site's policy, web/trusted.js, or not at all. @type {Replacement[]} */
const TRUSTED = [
  [/([\w$]+)\.innerHTML\+=([\w$]+)\.toString\(\)/g, "themeParts.append($1,$2)", "the making of elements"],
  [/([\w$]+)\.innerHTML=""/g, "$1.replaceChildren()", "the clearing of what was found"],
  // A script has run, and needs no other address.
  [
    /(?<=return [\w$]+\}function [\w$]+\([\w$]+\)\{for\(let [\w$]+ of [\w$]+\(")\[href\], \[src\](?=")/g,
    "[href], [src]:not(script)",
    "its absolute addresses",
  ],
  [/(\.set\()([\w$]+)\.outerHTML(?=,\2\))/g, "$1themeParts.markup($2)", "the comparing of heads"],
];

/** By layer. @type {Record<string, Replacement[]>} */
const LAYERS = {
  "theme-start": [
    // The theme lets no color fade while it changes them, which restyles every element twice. At the start it changes none.
    [
      /(?=document\.body\.setAttribute\("data-md-color-switching",""\))/g,
      "themeParts.colorsChange()&&",
      "the change of its colors",
    ],
    [
      /(let [\w$]+=)[\w$]+\("meta",\{name:"color-scheme"\}\);document\.head\.appendChild\([\w$]+\);/g,
      "$1themeParts.scheme;",
      "the element that names its color scheme",
    ],
    [
      /[\w$]+\(document\)\.subscribe\([\w$]+\);(?=let [\w$]+=[\w$]+\(document\.body,"click"\))/g,
      "",
      "the making of absolute addresses at the start",
    ],
    [
      /(?=history\.replaceState\([\w$]+,""\),history\.pushState\(null,"")/g,
      "themeParts.makeAddressesAbsolute(),",
      "the change of its address",
    ],
    // The whole script is one function, and its start a list of statements: these let the browser have its turn between them.
    [/(?<=^"use strict";\()(?=\(\)=>\{)/gm, "async", "the function that it is"],
    [
      /(?=document\.documentElement\.classList\.remove\("no-js"\);)/g,
      "await themeParts.pause();",
      "its first statement",
    ],
    // After that pause the page is whole, and the event for it has been fired already.
    [
      /[\w$]+\(document,"DOMContentLoaded",\{once:!0\}\)\.subscribe\(\(\)=>([\w$]+\.next\(document\))\)/g,
      "$1",
      "its waiting for the whole page",
    ],
    [
      /(?<=;)(?=[\w$]+\(\{viewport\$:[\w$]+,document\$:[\w$]+\}\);)/g,
      "await themeParts.pause();",
      "the titles of what is cut short",
    ],
    [
      /(?<=;)(?=[\w$]+\.subscribe\(\);window\.document\$=)/g,
      "await themeParts.pause();",
      "the start of its components",
    ],
  ],
};

const plan = givenPlan();
const web = dirname(dirname(inputOf(plan, "web/theme/parts.js")));
const parts = await partsFor(plan, web, inputOf(plan, "web/theme/parts.js"), "themeParts");

/** @type {string[]} */
const layers = plan.values.layers;
let text = textOf(plan, "theme").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
for (const [pattern, instead, what] of [
  ...PAGE_CHANGES,
  ...TRUSTED,
  ...layers.flatMap((layer) => LAYERS[layer] ?? []),
]) {
  if (text.match(pattern)?.length !== 1) {
    console.error(`The theme's script no longer shows ${what} in the way that is expected.`);
    process.exit(1);
  }
  text = text.replace(pattern, instead);
}
writeFileSync(join(plan.out, "theme.js"), `${parts}${text}`);
