/** GitHub's REST API, as far as the desk asks it: https://docs.github.com/en/rest */
import { blobDigest } from "./store.mjs";

/** @import { Call, Kind, Reply } from "./server.mjs" */
/** @import { Store } from "./store.mjs" */

/** @param {string} message @param {unknown[]} [errors] */
const unprocessable = (message, errors) => ({
  status: 422,
  data: { message, ...(errors ? { errors } : {}), status: "422" },
});
const absent = {
  status: 404,
  data: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" },
};
const forbidden = { status: 403, data: { message: "Resource not accessible by personal access token", status: "403" } };

/** @type {Kind} */
export const github = {
  root: "/api/v3/repos/association/guidance",
  scheme: "Bearer",
  noToken: {
    status: 401,
    data: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
  },
  absent,
  answer(store, call, { mayWrite, address }) {
    const { method, path } = call;
    if (method === "POST" && !mayWrite) return forbidden;
    if (method === "GET" && path === "")
      return { status: 200, data: { full_name: "association/guidance", permissions: { pull: true, push: mayWrite } } };
    if (path.startsWith("/git/")) return git(store, call);
    if (path.startsWith("/contents/")) {
      const content = store
        .at(call.query.get("ref") ?? "main")
        ?.files.get(decodeURIComponent(path.slice("/contents/".length)));
      return content && call.accept.includes("raw") ? { status: 200, bytes: content } : absent;
    }
    if (path === "/pulls") return pulls(store, call, address);
    if (/^\/commits\/\w+\/check-runs$/.test(path))
      return { status: 200, data: { total_count: 1, check_runs: [{ status: "in_progress", conclusion: null }] } };
    if (/^\/commits\/\w+\/status$/.test(path))
      return { status: 200, data: { state: "pending", statuses: [], total_count: 0 } };
    return absent;
  },
};

/** @param {Store} store @param {Call} call @returns {Reply} */
function git(store, { method, path, body }) {
  const place = path.slice("/git".length);
  if (method === "GET" && place.startsWith("/ref/heads/")) {
    const branch = decodeURIComponent(place.slice("/ref/heads/".length));
    const sha = store.branches.get(branch);
    return sha ? { status: 200, data: { ref: `refs/heads/${branch}`, object: { type: "commit", sha } } } : absent;
  }
  if (method === "GET" && place.startsWith("/commits/")) {
    const sha = place.slice("/commits/".length);
    const commit = store.commits.get(sha);
    if (!commit) return absent;
    store.trees.set(`tree-${sha}`, commit.files);
    return { status: 200, data: { sha, tree: { sha: `tree-${sha}` } } };
  }
  if (place === "/blobs") {
    const content = Buffer.from(body.content, body.encoding);
    const sha = blobDigest(content);
    store.blobs.set(sha, content);
    return { status: 201, data: { sha } };
  }
  if (place === "/trees") {
    const files = new Map(store.trees.get(body.base_tree));
    for (const { path: name, sha } of body.tree) {
      if (sha === null && !files.delete(name)) return unprocessable("GitRPC::BadObjectState");
      const blob = store.blobs.get(sha);
      if (sha !== null && !blob) return unprocessable("tree.sha is not a valid blob");
      if (blob) files.set(name, blob);
    }
    const sha = `tree-${store.trees.size}-made`;
    store.trees.set(sha, files);
    return { status: 201, data: { sha } };
  }
  if (place === "/commits") {
    const files = store.trees.get(body.tree);
    if (!files || !store.commits.has(body.parents[0])) return unprocessable("Tree SHA does not exist");
    return { status: 201, data: { sha: store.commit(files, body.parents[0], body.message) } };
  }
  if (place === "/refs") {
    const branch = body.ref.replace("refs/heads/", "");
    if (store.branches.has(branch)) return unprocessable("Reference already exists");
    if (!store.commits.has(body.sha)) return unprocessable("Object does not exist");
    store.branches.set(branch, body.sha);
    return { status: 201, data: { ref: body.ref, object: { type: "commit", sha: body.sha } } };
  }
  return absent;
}

/** @param {Store} store @param {Call} call @param {string} address @returns {Reply} */
function pulls(store, { method, query, body }, address) {
  const shown = (/** @type {{number: number}} */ { number }) => ({
    number,
    html_url: `${address}/association/guidance/pull/${number}`,
    state: "open",
  });
  if (method === "GET") {
    const found = store.openProposal((query.get("head") ?? "").replace("association:", ""), query.get("base") ?? "");
    return { status: 200, data: found ? [shown(found)] : [] };
  }
  if (!store.branches.has(body.head))
    return unprocessable("Validation Failed", [{ resource: "PullRequest", field: "head", code: "invalid" }]);
  if (store.openProposal(body.head, body.base))
    return unprocessable("Validation Failed", [
      {
        resource: "PullRequest",
        code: "custom",
        message: `A pull request already exists for association:${body.head}.`,
      },
    ]);
  return { status: 201, data: shown(store.propose(body.head, body.base, body.title, body.body)) };
}
