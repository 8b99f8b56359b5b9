/** GitLab's REST API, as far as the desk asks it: https://docs.gitlab.com/api/rest/ */

/** @import { Call, Kind, Reply } from "./server.mjs" */
/** @import { Store } from "./store.mjs" */

const absent = { status: 404, data: { message: "404 Not Found" } };
/** @param {string} message */
const bad = (message) => ({ status: 400, data: { message } });

/** @type {Kind} */
export const gitlab = {
  root: "/api/v4/projects/association%2Fguidance",
  scheme: "Bearer",
  noToken: { status: 401, data: { message: "401 Unauthorized" } },
  absent: { status: 404, data: { message: "404 Project Not Found" } },
  answer(store, call, { mayWrite, address }) {
    const { method, path } = call;
    if (method === "POST" && !mayWrite) return { status: 403, data: { message: "403 Forbidden" } };
    if (path === "")
      return {
        status: 200,
        data: { id: 7, permissions: { project_access: { access_level: mayWrite ? 30 : 10 }, group_access: null } },
      };
    if (path.startsWith("/repository/branches/")) {
      const name = decodeURIComponent(path.slice("/repository/branches/".length));
      const id = store.branches.get(name);
      return id
        ? { status: 200, data: { name, commit: { id } } }
        : { status: 404, data: { message: "404 Branch Not Found" } };
    }
    const [, file] = /^\/repository\/files\/([^/]+)\/raw$/.exec(path) ?? [];
    if (file) {
      const content = store.at(call.query.get("ref") ?? "main")?.files.get(decodeURIComponent(file));
      return content ? { status: 200, bytes: content } : { status: 404, data: { message: "404 File Not Found" } };
    }
    if (method === "POST" && path === "/repository/commits") return commits(store, call);
    if (/^\/merge_requests\/\d+\/pipelines$/.test(path))
      return { status: 200, data: [{ id: 1, status: "running", web_url: `${address}/pipeline/1` }] };
    if (path === "/merge_requests") return mergeRequests(store, call, address);
    return absent;
  },
};

/** @param {Store} store @param {Call} call @returns {Reply} */
function commits(store, { body: { branch, start_sha: start, commit_message: message, actions } }) {
  if (store.branches.has(branch))
    return bad(`A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
  const begun = store.commits.get(start);
  if (!begun) return bad(`Cannot find start_sha '${start}'`);
  const files = new Map(begun.files);
  for (const { action, file_path: path, content, encoding } of actions) {
    if (action === "create" && files.has(path)) return bad("A file with this name already exists");
    if (action !== "create" && !files.has(path)) return bad("A file with this name doesn't exist");
    if (action === "delete") files.delete(path);
    else files.set(path, Buffer.from(content, encoding));
  }
  const id = store.commit(files, start, message);
  store.branches.set(branch, id);
  return { status: 201, data: { id, title: message } };
}

/** @param {Store} store @param {Call} call @param {string} address @returns {Reply} */
function mergeRequests(store, { method, query, body }, address) {
  const shown = (/** @type {{number: number}} */ { number }) => ({
    iid: number,
    web_url: `${address}/association/guidance/-/merge_requests/${number}`,
    state: "opened",
  });
  if (method === "GET") {
    const found = store.openProposal(query.get("source_branch") ?? "", query.get("target_branch") ?? "");
    return { status: 200, data: found ? [shown(found)] : [] };
  }
  const open = store.openProposal(body.source_branch, body.target_branch);
  if (open)
    return {
      status: 409,
      data: { message: [`Another open merge request already exists for this source branch: !${open.number}`] },
    };
  return {
    status: 201,
    data: shown(store.propose(body.source_branch, body.target_branch, body.title, body.description)),
  };
}
