/**
 * A fake host of repositories for tests that are not in Node: `node run.mjs github FILES`, where FILES is JSON by path.
 *
 * Prints its settings as one line of JSON. Reads one command a line: `{"change": [path, text]}`, by somebody else, or `{}`; and
 * answers each with what it holds.
 */
import { createInterface } from "node:readline";
import { repositoryServer } from "./server.mjs";

const [, , kind = "", files = "{}"] = process.argv;
const host = await repositoryServer(/** @type {"github" | "gitlab" | "gitea"} */ (kind), JSON.parse(files));
console.log(JSON.stringify(host.settings));

for await (const line of createInterface({ input: process.stdin })) {
  const { change } = JSON.parse(line);
  if (change) host.store.changeBySomebody(change[0], change[1]);
  const branches = Object.fromEntries(
    [...host.store.branches.keys()].map((name) => [
      name,
      Object.fromEntries([...(host.store.at(name)?.files ?? [])].map(([path, content]) => [path, content.toString()])),
    ]),
  );
  console.log(JSON.stringify({ branches, proposals: host.store.proposals, urls: host.calls.map(({ url }) => url) }));
}
