/** The services of press by their own names, each asked of the desk's Python by one question. */

/** @import { Services } from "./contract.d.ts" */

const NAMES = /** @type {const} */ ([
  "add_works",
  "articles",
  "board",
  "changes",
  "check",
  "cite_by_key",
  "command",
  "compare",
  "consequences",
  "fields",
  "insertable",
  "keep",
  "mark_recommendation",
  "mend",
  "open",
  "read_fields",
  "reference",
  "references",
  "renumber",
  "set_fields",
  "table",
  "unmarked_recommendations",
]);

/** @param {{ask: (service: string, given?: object) => Promise<any>}} python @returns {Services} */
export function servicesOf(python) {
  const methods = NAMES.map((name) => [
    name.replace(/_(\w)/g, (_, sign) => sign.toUpperCase()),
    (/** @type {object | undefined} */ given) => python.ask(name, given),
  ]);
  return /** @type {Services} */ (Object.fromEntries(methods));
}
