/** A fake host of repositories: answers the calls of GitHub, GitLab or Gitea as they document them, and can refuse or be cut. */
import { createServer } from "node:http";
import { gitea } from "./gitea.mjs";
import { github } from "./github.mjs";
import { gitlab } from "./gitlab.mjs";
import { Store } from "./store.mjs";

/**
 * @typedef {object} Call
 * @property {string} method
 * @property {string} path behind the address of the repository in the API, not decoded
 * @property {URLSearchParams} query
 * @property {any} body
 * @property {string} accept
 *
 * @typedef {{status: number, data?: unknown, bytes?: Buffer, text?: string, headers?: Record<string, string>}} Reply
 *
 * @typedef {object} Kind
 * @property {string} root the address of the repository in the API
 * @property {string} scheme the word before the token
 * @property {Reply} noToken
 * @property {Reply} absent
 * @property {(store: Store, call: Call, rights: {mayWrite: boolean, address: string}) => Reply} answer
 */

/** @type {Record<string, Kind>} */
const KINDS = { github, gitlab, gitea };
/** By these, pages of other hosts may ask: https://docs.github.com/en/rest/using-the-rest-api/using-cors-and-jsonp-to-make-cross-origin-requests */
const FOR_PAGES = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept, X-GitHub-Api-Version",
  "Access-Control-Allow-Methods": "GET, POST, PATCH, PUT, DELETE",
  "Access-Control-Expose-Headers": "Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset",
};
export const TOKEN = "secret-token-8471";
export const REPOSITORY = "association/guidance";

/**
 * @param {"github" | "gitlab" | "gitea"} host
 * @param {Record<string, string | Buffer>} files
 */
export async function repositoryServer(host, files) {
  const kind = KINDS[host];
  if (!kind) throw new Error(host);
  const store = new Store(files);
  const state = {
    store,
    isPublic: false,
    mayWrite: true,
    /** Each request, its address and its headers. @type {{method: string, url: string, headers: import("node:http").IncomingHttpHeaders}[]} */
    calls: [],
    /** Cuts the line at this request, counted from 0, before it is acted on or after. @type {{at: number, when: "before" | "after"} | null} */
    cut: null,
    /** Answers in place of the host, where it gives something. @type {(call: Call, number: number) => Reply | undefined | void} */
    instead: () => undefined,
  };

  const server = createServer(async (request, response) => {
    if (request.method === "OPTIONS") return response.writeHead(204, FOR_PAGES).end();
    const number = state.calls.length;
    const { method = "", url = "", headers } = request;
    state.calls.push({ method, url, headers });
    const parts = [];
    for await (const part of request) parts.push(part);
    const isCut = state.cut?.at === number;
    if (isCut && state.cut?.when === "before") return request.socket.destroy();
    const { pathname, searchParams } = new URL(url, "http://host.invalid");
    const isKnown = pathname === kind.root || pathname.startsWith(`${kind.root}/`);
    const call = {
      method,
      path: pathname.slice(kind.root.length),
      query: searchParams,
      body: parts.length ? JSON.parse(Buffer.concat(parts).toString()) : null,
      accept: headers.accept ?? "",
    };
    const given = headers.authorization ?? "";
    const isSigned = given === `${kind.scheme} ${TOKEN}`;
    const address = `http://${headers.host}`;
    const reply =
      state.instead(call, number) ??
      (given && !isSigned
        ? kind.noToken
        : !isKnown || (!isSigned && !state.isPublic)
          ? kind.absent
          : kind.answer(store, call, { mayWrite: isSigned && state.mayWrite, address }));
    if (isCut) return request.socket.destroy();
    const content = reply.bytes ?? reply.text ?? JSON.stringify(reply.data ?? null);
    response.writeHead(reply.status, {
      "Content-Type": "application/json",
      Connection: "close",
      ...FOR_PAGES,
      ...reply.headers,
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return Object.assign(state, {
    settings: { host, address: `http://127.0.0.1:${port}`, repository: REPOSITORY, branch: "main" },
    close: () => new Promise((resolve) => server.close(resolve)),
  });
}

/** @typedef {Awaited<ReturnType<typeof repositoryServer>>} FakeHost */
