/**
 * Bundles the scripts of the pages and names each by its content.
 *
 *   node scripts.mjs <plan.json>
 *
 * Writes the scripts, and scripts.json with the name that each entry got. Its values: `entries`, in order, and `files`, which
 * is all that the scripts must know of the runtime's files but their own names.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { assertHashed } from "./hashed.mjs";
import { givenPlan, inputOf, textOf } from "./runtime/plan.mjs";

/** @import { Plugin } from "esbuild" */
/** @import { BundleFile } from "bundle:runtime" */

const plan = givenPlan();
const { entries, files, plain } = plan.values;
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

/** Bundles an entry into a file of its own. @param {string} entry @param {Plugin[]} plugins */
async function written(entry, plugins) {
  return placed(entry, await bundled(entry, plugins));
}

/** @param {string} entry @param {string | Uint8Array} contents */
function placed(entry, contents) {
  const digest = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const name = `${basename(entry, ".js")}-${digest}.js`;
  names[entry] = name;
  writeFileSync(join(plan.out, name), contents);
  return name;
}

/**
 * Bundles an entry that exports `start` into one function, which gives it when it is called. Whoever imports the file can compare
 * the text of the function before anything in it runs: see `imported` in web/engine/files.js.
 * @param {string} entry @param {Plugin[]} plugins @param {string} [banner]
 * @returns {Promise<BundleFile>}
 */
async function startScript(entry, plugins, banner = "") {
  const contents = await bundled(entry, plugins, { banner });
  const body = Buffer.from(contents).toString();
  const script = body.replace(/export\{([\w$]+) as start\};\s*$/, "return $1}");
  if (script === body || !/^[\n -~]*$/.test(script)) throw new Error(`${entry} is not bundled as it has to be.`);
  // Every engine gives a function's head in this form, whichever it was written in.
  const text = `export default async function start(){${script}`;
  const integrity = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  return { address: placed(entry, text), size: text.length, integrity };
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

/**
 * The library of charts writes numbers in the browser's language, in other digits or with a comma, where the page has one
 * language; and of a language that has no valid name, as of a system without one, it draws nothing. @type {Plugin}
 */
const oneLanguage = {
  name: "one language",
  setup({ onLoad }) {
    onLoad({ filter: /uPlot\.esm\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const language = /\bnav\.language\b/g;
      if (text.match(language)?.length !== 1) throw new Error(`${path} no longer asks for the language in one place.`);
      return { contents: text.replace(language, '"en-US"'), loader: "js" };
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

const { clean, snapshot, verification, ...onEveryPage } = files;
/** @param {object} known */
const runtime = (known) => () => constant("clean", { ...clean, ...known }) + constant("snapshot", snapshot);

const script = plain
  ? await startScript("engine/plain-start.js", [
      made({ "bundle:clean-start": cleanStart, "bundle:runtime": runtime({}) }),
    ])
  : await startScript(
      "engine/pyodide-start.js",
      [noOtherHost, made({ "bundle:clean-start": cleanStart, "bundle:core": core })],
      `/*! Contains Pyodide ${plan.values.pyodide} (MPL-2.0), without its parts for extension modules. */`,
    );
const worker = await written("engine/worker.js", [
  made({ "bundle:runtime": runtime({ script }), "bundle:reference-answers": referenceAnswers }),
]);
const prefetch = files.prefetch.length ? [worker, ...files.prefetch] : [];
const known = { ...onEveryPage, resumes: snapshot !== null, worker, prefetch };
const head = made({ "bundle:worker": () => constant("worker", worker) });
// No modules: the page waits for the first, and the other waits for nothing.
placed("head/head.js", await bundled("head/head.js", [head], { format: "iife" }));
placed("head/page-arrival.js", await bundled("head/page-arrival.js", [], { format: "iife" }));
const onPage = made({
  "bundle:files": () => constant("files", known),
  "bundle:verification": () => constant("verification", verification),
});
await written("engine/engine.js", [onPage]);
for (const entry of entries) await written(entry, [bundledBefore, oneLanguage, onPage]);
const manifest = () => "export const manifest = PRESS_OFFLINE_MANIFEST;";
await written("offline/service-worker.js", [made({ "bundle:offline-manifest": manifest })]);
writeFileSync(join(plan.out, "scripts.json"), JSON.stringify(names));
