/**
 * Bundles the scripts of the pages and names each by its content.
 *
 *   node scripts.mjs <plan.json>
 *
 * The plan: {entries, sources, core, known, opening, pyodide, files, out}. Writes the scripts to `out`, and
 * scripts.json with the name that each entry got.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join, relative, resolve } from "node:path";
import { build } from "esbuild";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
mkdirSync(plan.out, { recursive: true });

/** @type {Record<string, string>} */
const names = {};

/** @param {string} entry @param {import("esbuild").Plugin[]} plugins @param {string} [banner] */
async function bundle(entry, plugins, banner = "") {
  const { outputFiles } = await build({
    entryPoints: [join(plan.sources, entry)],
    absWorkingDir: plan.sources,
    bundle: true,
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    external: ["node:*", "ws", ...builtinModules], // in branches for Node, never taken in a browser
    legalComments: "none",
    banner: { js: banner },
    logLevel: "warning",
    plugins,
  }).catch(() => process.exit(1)); // esbuild has said what is wrong, with file and line
  const { contents } = outputFiles[0];
  const word = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  names[entry] = `${basename(entry, ".js")}-${word}.js`;
  writeFileSync(join(plan.out, names[entry]), contents);
}

/** Modules that exist only in the build. @param {Record<string, () => string>} modules @returns {import("esbuild").Plugin} */
const given = (modules) => ({
  name: "given",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bundle:/ }, ({ path }) => ({ path, namespace: "given" }));
    onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: modules[path](), loader: "js", resolveDir: plan.sources }));
  },
});

/** Every script of a page shares the one copy of the engine, and what was bundled before it. @type {import("esbuild").Plugin} */
const bundledBefore = {
  name: "bundled before",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, kind, resolveDir }) => {
      const name = kind === "entry-point" ? undefined : names[relative(plan.sources, resolve(resolveDir, path))];
      return name ? { path: `./${name}`, external: true } : undefined;
    });
  },
};

/** Pyodide's loader names a host for packages; here there are none, and no other host. @type {import("esbuild").Plugin} */
const noOtherHost = {
  name: "no other host",
  setup({ onLoad }) {
    onLoad({ filter: /pyodide\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const host = /https:\/\/cdn\.jsdelivr\.net\//g;
      if (text.match(host)?.length !== 1) throw new Error("pyodide.mjs no longer names one host.");
      return { contents: text.replace(host, "/"), loader: "js" };
    });
  },
};

/** @param {string} name @param {unknown} value */
const constant = (name, value) => `export const ${name} = ${JSON.stringify(value)};\n`;

const { info } = JSON.parse(readFileSync(join(plan.pyodide, "pyodide-lock.json"), "utf8"));
const start = () =>
  constant("info", info) +
  constant("opening", readFileSync(plan.opening, "utf8"));
// As text, not by its address: how esbuild shortens names hangs on addresses, and the cache may be anywhere.
const core = () => readFileSync(join(plan.core, "pyodide.asm.mjs"), "utf8");

const known = () => constant("known", JSON.parse(readFileSync(plan.known, "utf8")));

await bundle("engine/pyodide-start.js", [noOtherHost, given({ "bundle:start": start, "bundle:core": core })],
  `/*! Contains Pyodide ${plan.version} (MPL-2.0), without its parts for extension modules. */`);
const inWorker = { ...plan.files, start: names["engine/pyodide-start.js"] };
await bundle("engine/worker.js", [given({ "bundle:files": () => constant("files", inWorker), "bundle:known": known })]);
const files = { ...inWorker, worker: names["engine/worker.js"] };
await bundle("engine/engine.js", [given({ "bundle:files": () => constant("files", files) })]);
for (const entry of plan.entries) await bundle(entry, [bundledBefore, given({ "bundle:files": () => constant("files", files) })]);
await bundle("offline/service-worker.js", [given({ "bundle:edition": () => "export const edition = PRESS_EDITION;" })]);
writeFileSync(join(plan.out, "scripts.json"), JSON.stringify(names));
