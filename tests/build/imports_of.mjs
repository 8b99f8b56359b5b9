// Prints what programs import, directly or not: `files` of ours, and npm `packages`.
//
//   node imports_of.mjs <program>...
import { resolve } from "node:path";
import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: process.argv.slice(2),
  bundle: true,
  write: false,
  outdir: "nowhere",
  metafile: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
const external = imports.filter(({ external, path }) => external && !path.startsWith("node:")).map(({ path }) => path);
console.log(
  JSON.stringify({
    files: Object.keys(metafile.inputs).map((path) => resolve(path)),
    packages: [...new Set(external)],
  }),
);
