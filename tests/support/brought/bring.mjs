/** Brings files along for the tests in Python: `node bring.mjs <file or seed> …` writes what came of each as JSON. */

import { readFileSync } from "node:fs";
import { broughtDocx, broughtHtml } from "../../../web/desk/bring/bring.js";
import { generated } from "./generated.mjs";

/** @param {string} name */
async function brought(name) {
  if (/^\d+$/.test(name)) {
    const source = generated(Number(name));
    return { source, ...broughtHtml(source) };
  }
  const bytes = readFileSync(name);
  if (!name.endsWith(".docx")) return broughtHtml(bytes.toString());
  return broughtDocx(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

process.stdout.write(JSON.stringify(await Promise.all(process.argv.slice(2).map(brought))));
