/** Gitea's and Forgejo's API, as far as the desk asks it: https://docs.gitea.com/api/ */
import { blobDigest } from "./store.mjs";

/** @import { Call, Kind, Reply } from "./server.mjs" */
/** @import { Store } from "./store.mjs" */

/** @param {number} status @param {string} message */
const refused = (status, message) => ({ status, data: { message, url: "https://gitea.invalid/api/swagger" } });
const absent = refused(404, "The target couldn't be found.");

/** @type {Kind} */
export const gitea = {
  root: "/api/v1/repos/association/guidance",
  scheme: "token",
  noToken: refused(401, "invalid username, password or token"),
  absent,
  answer(store, call, { mayWrite, address }) {
    const { method, path, query } = call;
    if (method === "POST" && !mayWrite)
      return refused(403, "user should have a permission to write to the target branch");
    if (path === "")
      return {
        status: 200,
        data: { full_name: "association/guidance", permissions: { admin: false, push: mayWrite, pull: true } },
      };
    if (path.startsWith("/branches/")) {
      const name = decodeURIComponent(path.slice("/branches/".length));
      const id = store.branches.get(name);
      return id ? { status: 200, data: { name, commit: { id } } } : absent;
    }
    if (method === "GET" && path.startsWith("/contents/")) {
      const content = store
        .at(query.get("ref") ?? "main")
        ?.files.get(decodeURIComponent(path.slice("/contents/".length)));
      return content
        ? {
            status: 200,
            data: { type: "file", encoding: "base64", content: content.toString("base64"), sha: blobDigest(content) },
          }
        : absent;
    }
    if (method === "POST" && path === "/contents") return contents(store, call);
    if (/^\/commits\/\w+\/status$/.test(path))
      return { status: 200, data: { state: "pending", total_count: 1, statuses: [{}] } };
    if (path.startsWith("/pulls")) return pulls(store, call, address);
    return absent;
  },
};

/** @param {Store} store @param {Call} call @returns {Reply} */
function contents(store, { body: { branch, new_branch: made, message, files: changed } }) {
  const begun = store.branches.get(branch);
  if (!begun) return refused(404, `branch does not exist [name: ${branch}]`);
  if (store.branches.has(made)) return refused(422, `branch already exists [name: ${made}]`);
  const files = new Map(store.commits.get(begun)?.files);
  for (const { operation, path, content, sha } of changed) {
    const there = files.get(path);
    if (operation === "create" && there) return refused(422, `repository file already exists [path: ${path}]`);
    if (operation !== "create" && !there) return refused(404, `repository file does not exist [path: ${path}]`);
    if (operation !== "create" && there && blobDigest(there) !== sha)
      return refused(422, `sha does not match [given: ${sha}, expected: ${blobDigest(there)}]`);
    if (operation === "delete") files.delete(path);
    else files.set(path, Buffer.from(content, "base64"));
  }
  const commit = store.commit(files, begun, message);
  store.branches.set(made, commit);
  return { status: 201, data: { files: [], commit: { sha: commit } } };
}

/** @param {Store} store @param {Call} call @param {string} address @returns {Reply} */
function pulls(store, { method, path, body }, address) {
  const shown = (/** @type {{number: number, isOpen: boolean}} */ { number, isOpen }) => ({
    number,
    html_url: `${address}/association/guidance/pulls/${number}`,
    state: isOpen ? "open" : "closed",
  });
  if (method === "GET") {
    const [base = "", ...head] = path.slice("/pulls/".length).split("/").map(decodeURIComponent);
    const found = store.openProposal(head.join("/"), base);
    return found ? { status: 200, data: shown(found) } : absent;
  }
  if (store.openProposal(body.head, body.base)) return refused(409, "pull request already exists for these targets");
  return { status: 201, data: shown(store.propose(body.head, body.base, body.title, body.body)) };
}
