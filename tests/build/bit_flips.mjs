// Starts the built worker again and again, each time with one bit of one part turned, and prints what it says each time.
//
//   node bit_flips.mjs <folder of the scripts> <turns.json>
//
// Each turn names a file, or "" for none, a bit of it, how to start, and a question. The worker is the site's own; around it stand a host that
// reads files, and what Node calls otherwise than a browser.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder = "", list = ""] = process.argv.slice(2);
const { files, worker, turns } = JSON.parse(readFileSync(list, "utf8"));

/** A host's folder in which one bit of one file is not as it was made. */
function damaged({ file, bit }) {
  const place = mkdtempSync(join(tmpdir(), "bit-"));
  for (const name of files) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    if (name === file) {
      const content = readFileSync(join(folder, name));
      content[bit >> 3] ^= 1 << (bit & 7);
      writeFileSync(join(place, name), content);
    } else if (/\.m?js$/.test(name)) copyFileSync(join(folder, name), join(place, name));
    else symlinkSync(join(folder, name), join(place, name));
  }
  return place;
}

globalThis.fetch = async (address) => {
  const type = address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(readFileSync(fileURLToPath(address)), { headers: { "content-type": type } });
};

/** What a worker in that folder says in the end: that it refuses and why, or its reply. */
async function outcome(place, { clean, question }) {
  let receive;
  const ended = new Promise((resolve) => {
    globalThis.self = {
      name: JSON.stringify({ clean, fresh: false }),
      addEventListener: (_, listener) => (receive = (data) => listener({ data })),
      postMessage: (message) => {
        if ("refused" in message || "reply" in message) resolve(message);
        else if ("ready" in message) receive({ ...question, question: 1 });
      },
    };
  });
  await import(pathToFileURL(join(place, worker)).href);
  return ended;
}

const said = [];
for (const turn of turns) {
  const place = damaged(turn);
  said.push(await outcome(place, turn));
  rmSync(place, { recursive: true });
}
console.log(JSON.stringify(said));
