/**
 * Keeps of Pyodide's Emscripten glue only what can be reached.
 *
 * The glue is linked for extension modules that may be loaded later (MAIN_MODULE=1), so it carries every
 * Emscripten library and a variable for each of about 4,000 C symbols. The calculators load no extension module.
 * Each statement of the glue's one large function is a unit; a unit stays when a name it declares is mentioned
 * by a unit that stays. A mention is any identifier, property or string of that spelling, so the errors this
 * can make are all on the side of keeping too much.
 */
import { parse } from "acorn";

/** @typedef {{start: number, end: number, type: string, [key: string]: any}} Node */

/** It evaluates text found in an extension module. Without it the glue holds no eval. */
const CLOSED = "loadWebAssemblyModule";

/**
 * @param {string} source the text of pyodide.asm.js
 * @param {{imports: Set<string>, outside: string}} needs names that the wasm imports, and the script that calls the glue
 * @returns {{text: string, exports: Set<string>}} the smaller glue as a module, and the wasm exports that it uses
 */
export function pruned(source, { imports, outside }) {
  const factory = factoryOf(source);
  const units = factory.body.body.flatMap((/** @type {Node} */ statement) => unitsOf(statement, source, imports));
  const kept = reachable(units, words(parse(outside, { ecmaVersion: "latest", sourceType: "module" })));
  const body = [...kept]
    .sort((a, b) => a.start - b.start)
    .map((unit) => unit.text)
    .join("\n");
  const text = `var _scriptName = import.meta.url;
export default async function createPyodideModule(moduleArg = {}) {
var moduleRtn;
${body}
}
`;
  const exports = new Set();
  for (const unit of kept) for (const word of unit.mentions) exports.add(word);
  return { text, exports };
}

/** The async function that holds all of the glue. @param {string} source @returns {Node} */
function factoryOf(source) {
  const found = nodes(parse(source, { ecmaVersion: "latest" })).find(
    (node) =>
      node.type === "FunctionExpression" &&
      node.async &&
      node.params.length === 1 &&
      node.end - node.start > source.length / 2,
  );
  if (!found) throw new Error("pyodide.asm.js no longer has one async function around all of its glue.");
  return found;
}

/**
 * @typedef {object} Unit
 * @property {number} start
 * @property {string} text
 * @property {string[]} names what must be mentioned for the unit to stay; none: it always stays
 * @property {Set<string>} mentions
 */

/** @param {Node} statement @param {string} source @param {Set<string>} imports @returns {Unit[]} */
function unitsOf(statement, source, imports) {
  const whole = (/** @type {string[]} */ names, /** @type {Node} */ node = statement) => ({
    start: statement.start,
    text: source.slice(statement.start, statement.end),
    names,
    mentions: words(node),
  });
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
    return [whole([statement.id.name])];
  if (statement.type === "VariableDeclaration") {
    const [declared, ...more] = statement.declarations;
    // Started by a call, so it must run in its place whether or not anything mentions it.
    if (declared.init?.type === "AwaitExpression") return [whole([])];
    if (!more.length && declared.id.type === "Identifier" && declared.id.name === "wasmImports")
      return [importTable(statement, declared.init, source, imports)];
    if (declared.id.name === CLOSED) {
      const text = `var ${CLOSED}=()=>{throw new Error("This Python loads no extension modules.")};`;
      return [{ start: statement.start, text, names: [CLOSED], mentions: new Set() }];
    }
    const exported = declared.init && moduleKey(declared.init);
    const names = statement.declarations.flatMap((/** @type {Node} */ d) => [...words(d.id)]);
    return [whole(exported ? [...names, exported] : names, exported ? declared.init.right : statement)];
  }
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    const { left, right } = statement.expression;
    const key = moduleKey(statement.expression);
    // Module["name"] = name: an entry of the public object.
    if (key) return [whole([key], right)];
    // name.sig = "vi": a label of `name`, with no life of its own.
    if (
      left.type === "MemberExpression" &&
      left.object.type === "Identifier" &&
      /^(sig|stub|async)$/.test(left.property.name)
    )
      return [whole([left.object.name], right)];
  }
  return [whole([])];
}

/** The key in `Module["key"] = …`. @param {Node} node @returns {string | undefined} */
function moduleKey(node) {
  if (
    node.type !== "AssignmentExpression" ||
    node.left.type !== "MemberExpression" ||
    node.left.object.name !== "Module"
  )
    return undefined;
  return node.left.computed ? node.left.property.value : node.left.property.name;
}

/** The functions offered to the wasm: those that it imports. @param {Node} statement @param {Node} table @param {string} source @param {Set<string>} imports */
function importTable(statement, table, source, imports) {
  const entries = table.properties.filter((/** @type {Node} */ p) => imports.has(p.key.name ?? p.key.value));
  return {
    start: statement.start,
    text: `var wasmImports={${entries.map((/** @type {Node} */ p) => source.slice(p.start, p.end)).join(",")}};`,
    names: [],
    mentions: new Set(entries.flatMap((/** @type {Node} */ p) => [...words(p.value)])),
  };
}

/** @param {Unit[]} units @param {Set<string>} outside @returns {Set<Unit>} */
function reachable(units, outside) {
  /** @type {Map<string, Unit[]>} */
  const owners = new Map();
  for (const unit of units) for (const name of unit.names) owners.set(name, [...(owners.get(name) ?? []), unit]);
  const kept = new Set(units.filter((unit) => unit.names.length === 0 || unit.names.some((name) => outside.has(name))));
  for (const unit of kept)
    for (const word of unit.mentions) for (const owner of owners.get(word) ?? []) kept.add(owner);
  return kept;
}

/** Every identifier, property and plain string below a node. @param {any} node @returns {Set<string>} */
function words(node) {
  const found = new Set();
  for (const { type, name, value } of nodes(node)) {
    if (type === "Identifier") found.add(name);
    else if (type === "Literal" && typeof value === "string" && value.length < 100) found.add(value);
  }
  return found;
}

/** @param {any} root @returns {Node[]} */
function nodes(root) {
  const found = [root];
  for (const node of found)
    for (const value of Object.values(node))
      if (Array.isArray(value)) found.push(...value.filter((item) => item && typeof item === "object" && item.type));
      else if (value && typeof value === "object" && value.type) found.push(value);
  return found;
}
