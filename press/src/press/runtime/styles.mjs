/**
 * Joins style sheets into one, in the order given, and makes it small.
 *
 *   node styles.mjs <out.css> <sheet.css>...
 */
import { build } from "esbuild";

const [outfile, ...sheets] = process.argv.slice(2);

await build({
  stdin: { contents: sheets.map((sheet) => `@import ${JSON.stringify(sheet)};`).join("\n"), loader: "css", resolveDir: "/" },
  bundle: true,
  minify: true,
  outfile,
  target: "esnext", // what the sheets ask of browsers is decided where they are written
  supported: { nesting: false }, // but for nesting, which is for their writers
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong, with file and line
