/**
 * Bundles the scripts of the pages and names each by its content.
 *
 *   node scripts.mjs <plan.json>
 *
 * Writes the scripts, and scripts.json with the name that each entry got; and those that pages hold as text, as inline-….js. Its
 * values: `entries` and `inline`, in order, and `files`, which is all that the scripts must know of the runtime's files but
 * their own names.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";
import { givenPlan, inputOf, textOf } from "./runtime/plan.mjs";

/** @import { Plugin } from "esbuild" */

const plan = givenPlan();
const { entries, inline, files, plain } = plan.values;
const web = dirname(inputOf(plan, "web/main.js"));
/** The name that each entry got. @type {Record<string, string>} */
const names = {};

/**
 * @param {string} entry
 * @param {Plugin[]} plugins
 * @param {{banner?: string, format?: "esm" | "iife"}} [options]
 * @returns {Promise<Uint8Array>}
 */
async function bundled(entry, plugins, { banner = "", format = "esm" } = {}) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(web, entry)],
    absWorkingDir: web,
    bundle: true,
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    metafile: true,
    format,
    target: "es2022",
    platform: "browser",
    external: ["node:*", "ws", ...builtinModules], // in branches for Node, never taken in a browser
    legalComments: "none",
    banner: { js: banner },
    logLevel: "warning",
    plugins,
  }).catch(() => process.exit(1)); // esbuild has printed what is wrong, with file and line
  assertHashed(plan, metafile, web);
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Bundles an entry into a file of its own. @param {string} entry @param {Plugin[]} plugins @param {string} [banner] */
async function written(entry, plugins, banner) {
  const contents = await bundled(entry, plugins, { banner });
  const digest = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const name = `${basename(entry, ".js")}-${digest}.js`;
  names[entry] = name;
  writeFileSync(join(plan.out, name), contents);
  return name;
}

/** Modules that exist only in the build. @param {Record<string, () => string>} modules @returns {Plugin} */
const made = (modules) => ({
  name: "made",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bundle:/ }, ({ path }) => ({ path, namespace: "made" }));
    onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
      contents: modules[path]?.() ?? "",
      loader: "js",
      resolveDir: web,
    }));
  },
});

/** Every script of a page shares the one copy of the engine, and of each entry that was bundled before. @type {Plugin} */
const bundledBefore = {
  name: "bundled before",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, kind, resolveDir }) => {
      const name = kind === "entry-point" ? undefined : names[relative(web, resolve(resolveDir, path))];
      return name ? { path: `./${name}`, external: true } : undefined;
    });
  },
};

/** Pyodide's loader names a host for packages; here there are none, and no other host. @type {Plugin} */
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

const cleanStart = () =>
  constant("entryPoint", textOf(plan, "entry_point")) +
  constant("info", JSON.parse(textOf(plan, "pyodide-lock.json")).info);
const referenceAnswers = () => constant("referenceAnswers", JSON.parse(textOf(plan, "answers")).known);
// As text, not by its address: how esbuild shortens names depends on addresses, and the cache may be anywhere.
const core = () => textOf(plan, "glue");

/** @param {object} known */
const filesModule = (known) => ({ "bundle:files": () => constant("files", { ...files, ...known }) });

const clean = { parts: files.clean.parts };
const script = plain
  ? await written("engine/plain-start.js", [made({ "bundle:clean-start": cleanStart, ...filesModule({ clean }) })])
  : await written(
      "engine/pyodide-start.js",
      [noOtherHost, made({ "bundle:clean-start": cleanStart, "bundle:core": core })],
      `/*! Contains Pyodide ${plan.values.pyodide} (MPL-2.0), without its parts for extension modules. */`,
    );
const inWorker = { clean: { ...clean, script } };
const worker = await written("engine/worker.js", [
  made({ ...filesModule(inWorker), "bundle:reference-answers": referenceAnswers }),
]);
const prefetch = files.prefetch.length ? [worker, ...files.prefetch] : [];
const onPage = made(filesModule({ ...inWorker, worker, prefetch }));
await written("engine/engine.js", [onPage]);
for (const entry of entries) await written(entry, [bundledBefore, onPage]);
const manifest = () => "export const manifest = PRESS_OFFLINE_MANIFEST;";
await written("offline/service-worker.js", [made({ "bundle:offline-manifest": manifest })]);
for (const entry of inline)
  writeFileSync(join(plan.out, `inline-${basename(entry)}`), await bundled(entry, [], { format: "iife" }));
writeFileSync(join(plan.out, "scripts.json"), JSON.stringify(names));
