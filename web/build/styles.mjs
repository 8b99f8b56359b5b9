/**
 * Joins the style sheets of a site into two: one for screens, which every page waits for, and one with what only paper needs.
 *
 *   node styles.mjs <plan.json>
 *
 * Its values: `theme` and `own`, the names of the theme's sheets and of ours, in their order. Writes styles.css and paper.css.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { parse } from "postcss";
import { assertHashed } from "./hashed.mjs";
import { givenPlan, inputOf, textOf } from "./runtime/plan.mjs";
import { withoutUnused } from "./unused-theme.mjs";

const plan = givenPlan();
/** @type {string[]} */
const theme = plan.values.theme;
/** @type {string[]} */
const own = plan.values.own;

const { metafile, outputFiles } = await build({
  stdin: {
    contents: own.map((name) => `@import ${JSON.stringify(inputOf(plan, name))};`).join("\n"),
    loader: "css",
    resolveDir: "/",
  },
  absWorkingDir: plan.out,
  bundle: true,
  minify: true,
  metafile: true,
  write: false,
  target: "esnext", // what the sheets ask of browsers is decided where they are written
  supported: { nesting: false }, // but for nesting, which is for their writers
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
assertHashed(plan, metafile, plan.out);

const screen = parse(outputFiles[0]?.text ?? "");
const paper = [];
for (const rule of [...screen.nodes]) {
  if (rule.type === "atrule" && rule.name === "media" && rule.params === "print")
    paper.push(...(rule.remove().nodes ?? []));
}
const ofTheme = theme.map((name) => withoutUnused(textOf(plan, name)));
writeFileSync(join(plan.out, "styles.css"), [...ofTheme, screen].join("\n"));
writeFileSync(join(plan.out, "paper.css"), paper.join(""));
