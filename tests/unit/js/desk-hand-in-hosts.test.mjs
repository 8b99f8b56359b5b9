import assert from "node:assert/strict";
import { after, test } from "node:test";
import { joinedText } from "../../../web/desk/hand-in/merge.js";
import { settled } from "../../../web/desk/hand-in/newer.js";
import { waysOpen } from "../../../web/desk/hand-in/ways.js";
import { repositoryServer, TOKEN } from "../../support/repository_hosts/server.mjs";

/** @import { Change } from "../../../web/desk/hand-in/change.js" */
/** @import { Outcome } from "../../../web/desk/hand-in/propose.js" */
/** @import { FakeHost } from "../../support/repository_hosts/server.mjs" */

const HOSTS = /** @type {const} */ (["github", "gitlab", "gitea"]);
const ARTICLE = "content/articles/maintenance.md";
const GLOSSARY = "content/glossary.yml";
const PICTURE = "content/images/articles/curve.png";
const OLD = "content/articles/old.md";
const BEGUN = "# Maintenance\n\nGive 0.5 mg/kg.\n\nWait 72 h.\n\nThen stop.\n";
const MINE = BEGUN.replace("72 h", "48 h");
const FILES = { [ARTICLE]: BEGUN, [GLOSSARY]: "terms:\n", [OLD]: "# Old\n", "mkdocs.yml": "site_name: x\n" };
const PIXELS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10]);
const NOW = new Date("2026-03-02T10:00:00Z");

/** @type {Change} */
const CHANGE = {
  title: "A shorter wait",
  summary: "The label says 48 hours.",
  files: [
    { path: ARTICLE, text: MINE, base: BEGUN },
    { path: "content/articles/new.md", text: "# Néw 🙂\r\n", base: null },
    { path: PICTURE, text: "", bytes: PIXELS, base: null },
    { path: OLD, text: null, base: "# Old\n" },
  ],
};
const BRANCH = "desk/maintenance-2026-03-02";

/** @type {FakeHost[]} */
const running = [];
after(() => Promise.all(running.map((host) => host.close())));

/** @param {"github" | "gitlab" | "gitea"} name */
async function fakeHost(name) {
  const host = await repositoryServer(name, FILES);
  running.push(host);
  return host;
}

/**
 * @param {FakeHost} host
 * @param {{change?: Change, token?: string, isOnline?: boolean, signal?: AbortSignal, way?: string, branch?: string}} [options]
 * @returns {Promise<Outcome>}
 */
async function handedIn(
  host,
  { change = CHANGE, token = TOKEN, isOnline = true, signal, way = "host", branch = "main" } = {},
) {
  const capabilities = { fetch, isOnline: () => isOnline, now: () => NOW, pickFolder: null, saveFile: () => {} };
  const ways = waysOpen({ ...host.settings, branch }, capabilities, change, "by mail");
  const chosen = ways.find(({ id }) => id === way);
  assert.ok(chosen);
  return chosen.run(change, { token: () => token, signal: signal ?? new AbortController().signal, progress: () => {} });
}

/** What stands on the branch that was handed in. @param {FakeHost} host @param {string} [branch] */
function assertWhole({ store }, branch = BRANCH) {
  const commit = store.at(branch);
  assert.ok(commit);
  assert.equal(store.text(branch, ARTICLE), MINE);
  assert.equal(store.text(branch, "content/articles/new.md"), "# Néw 🙂\r\n");
  assert.deepEqual(commit.files.get(PICTURE), PIXELS);
  assert.deepEqual(
    [...commit.files.keys()].sort(),
    [ARTICLE, "content/articles/new.md", GLOSSARY, PICTURE, "mkdocs.yml"].sort(),
  );
  assert.equal(commit.parent, store.branches.get("main"));
  assert.equal(commit.message, "A shorter wait\n\nThe label says 48 hours.\n");
}

for (const name of HOSTS) {
  test(`${name}: a change is one commit with all files on a branch of its own, and a request to take it in`, async () => {
    const host = await fakeHost(name);
    const main = host.store.branches.get("main");
    const outcome = await handedIn(host);
    assert.ok(outcome.done, outcome.words);
    assert.equal(outcome.certain, true);
    assert.equal(host.store.branches.get("main"), main);
    assert.deepEqual([...host.store.branches.keys()], ["main", BRANCH]);
    assertWhole(host);
    const [proposal] = host.store.proposals;
    assert.deepEqual(
      { ...proposal, number: undefined },
      {
        number: undefined,
        head: BRANCH,
        base: "main",
        title: "A shorter wait",
        body: "The label says 48 hours.",
        isOpen: true,
      },
    );
    assert.match(outcome.words, /^Handed in\. It is (pull|merge) request 1 at /);
    assert.ok(outcome.address?.startsWith(host.settings.address));
    assert.equal((await outcome.checks?.())?.state, "running");
  });

  test(`${name}: a line that is cut at any request loses nothing, tells what stands, and is gone on with`, async () => {
    const whole = await fakeHost(name);
    await handedIn(whole);
    const count = whole.calls.length;
    for (let at = 0; at < count; at++) {
      for (const when of /** @type {const} */ (["before", "after"])) {
        const host = await fakeHost(name);
        const main = host.store.branches.get("main");
        host.cut = { at, when };
        const cut = await handedIn(host);
        assert.ok(!cut.done, `${at} ${when}`);
        assert.match(cut.words, at === 0 ? /There is no answer from/ : /The line to .* was cut while /);
        assert.match(cut.words, /Your text is still here\./);
        assert.equal(host.store.branches.get("main"), main);
        if (host.store.branches.has(BRANCH)) assertWhole(host);
        else assert.match(cut.words, /^(?!.*on the branch)/);
        if (cut.words.includes("is not made yet")) assertWhole(host);

        host.cut = null;
        const again = await handedIn(host);
        assert.ok(again.done, again.words);
        assert.deepEqual([...host.store.branches.keys()], ["main", BRANCH]);
        assert.equal(host.store.proposals.length, 1);
        assert.equal(host.store.branches.get("main"), main);
        assertWhole(host);
      }
    }
  });

  test(`${name}: a refusal at any request leaves the branch of readers and the text alone`, async () => {
    const whole = await fakeHost(name);
    await handedIn(whole);
    const count = whole.calls.length;
    for (const [status, words] of /** @type {const} */ ([
      [401, /does not accept the token/],
      [503, /has a fault of its own \(503\)/],
      [429, /takes no more requests for now/],
    ])) {
      for (let at = 0; at < count; at++) {
        const host = await fakeHost(name);
        const main = host.store.branches.get("main");
        host.instead = (_, number) => (number === at ? { status, data: { message: "No" } } : undefined);
        const refused = await handedIn(host);
        assert.ok(!refused.done);
        assert.match(refused.words, words);
        assert.match(refused.words, /Your text is still here\./);
        assert.equal(host.store.branches.get("main"), main);
        if (host.store.branches.has(BRANCH)) assertWhole(host);
        host.instead = () => undefined;
        const again = await handedIn(host);
        assert.ok(again.done);
        assert.equal(host.store.proposals.length, 1);
        assert.deepEqual([...host.store.branches.keys()], ["main", BRANCH]);
      }
    }
  });

  test(`${name}: a token that is wrong, or may not write, is told apart`, async () => {
    const host = await fakeHost(name);
    const wrong = await handedIn(host, { token: "another" });
    assert.ok(!wrong.done);
    assert.match(wrong.words, /does not accept the token\. It was not copied whole, has expired, or was taken back\./);
    assert.equal(wrong.wants, "token");
    host.mayWrite = false;
    const reader = await handedIn(host);
    assert.ok(!reader.done);
    assert.match(reader.words, /has no right to write to this repository/);
    assert.deepEqual([...host.store.branches.keys()], ["main"]);
  });

  test(`${name}: a repository or a branch that is not there is told as a fault of the settings`, async () => {
    const host = await fakeHost(name);
    const branch = await handedIn(host, { branch: "trunk" });
    assert.ok(!branch.done);
    assert.match(branch.words, /has no branch “trunk”, which the settings of this site name/);
    host.settings.repository = "association/other";
    const repository = await handedIn(host);
    assert.ok(!repository.done);
    assert.match(
      repository.words,
      /Either the settings of this site name another repository, or the token was not made for it/,
    );
  });

  test(`${name}: what somebody else changed meanwhile is never written over`, async () => {
    const host = await fakeHost(name);
    host.store.changeBySomebody(ARTICLE, BEGUN.replace("0.5", "0.4"));
    const main = host.store.branches.get("main");
    const outcome = await handedIn(host);
    assert.ok(!outcome.done);
    assert.match(outcome.words, /Someone else changed the same file since you began\. Nothing was written\./);
    const [conflict, more] = outcome.conflict ?? [];
    assert.ok(conflict && !more);
    assert.deepEqual([conflict.path, conflict.mine, conflict.base], [ARTICLE, MINE, BEGUN]);
    assert.deepEqual([...host.store.branches.keys()], ["main"]);

    const joined = joinedText(conflict.parts ?? []);
    assert.equal(joined, MINE.replace("0.5", "0.4"));
    const again = await handedIn(host, { change: settled(CHANGE, conflict, { text: joined ?? "" }) });
    assert.ok(again.done, again.words);
    assert.equal(host.store.text(BRANCH, ARTICLE), MINE.replace("0.5", "0.4"));
    assert.equal(host.store.at(BRANCH)?.parent, main);
  });

  test(`${name}: a change between looking and writing is not written over either`, async () => {
    const host = await fakeHost(name);
    let isChanged = false;
    host.instead = ({ method }) => {
      if (method === "POST" && !isChanged) {
        isChanged = true;
        host.store.changeBySomebody(ARTICLE, BEGUN.replace("72 h", "96 h"));
      }
    };
    const before = host.store.branches.get("main");
    const outcome = await handedIn(host);
    assert.equal(host.store.text("main", ARTICLE), BEGUN.replace("72 h", "96 h"));
    if (outcome.done) {
      // The commit stands on the text that was looked at: the host shows the conflict, as for any branch.
      assert.equal(host.store.at(BRANCH)?.parent, before);
    } else {
      assert.match(
        outcome.words,
        /Someone changed the same file at .* at this moment\. Hand in again: the newest is fetched first\./,
      );
      const again = await handedIn(host);
      assert.ok(!again.done && again.conflict);
    }
  });

  test(`${name}: a branch of that name with something else in it stays, and another name is taken`, async () => {
    const host = await fakeHost(name);
    host.store.branches.set(BRANCH, host.store.branches.get("main") ?? "");
    host.store.changeBySomebody(ARTICLE, "Another change.\n", BRANCH);
    const other = host.store.branches.get(BRANCH);
    const outcome = await handedIn(host);
    assert.ok(outcome.done, outcome.words);
    assert.match(outcome.words, /on the branch “desk\/maintenance-2026-03-02-2”/);
    assert.equal(host.store.branches.get(BRANCH), other);
    assertWhole(host, `${BRANCH}-2`);
  });

  test(`${name}: a second text of the same day has a request of its own, and the first is named`, async () => {
    const host = await fakeHost(name);
    await handedIn(host);
    const [first, ...more] = CHANGE.files;
    assert.ok(first);
    const second = { ...CHANGE, files: [{ ...first, text: MINE.replace("48", "36") }, ...more] };
    const outcome = await handedIn(host, { change: second });
    assert.ok(outcome.done, outcome.words);
    assert.match(
      outcome.words,
      /request 1 for the same file is still open: say there which of the two is to be taken in\./,
    );
    assert.match(outcome.more?.[0]?.address ?? "", /1$/);
    assertWhole(host);
    assert.equal(host.store.text(`${BRANCH}-2`, ARTICLE), MINE.replace("48", "36"));
    assert.deepEqual(
      host.store.proposals.map(({ head }) => head),
      [BRANCH, `${BRANCH}-2`],
    );
  });

  test(`${name}: a branch that came to be in that very moment is looked at again`, async () => {
    const host = await fakeHost(name);
    host.instead = ({ method, path }) => {
      if (method === "POST" && /(refs|repository\/commits|contents)$/.test(path) && !host.store.branches.has(BRANCH))
        host.store.branches.set(BRANCH, host.store.branches.get("main") ?? "");
    };
    const outcome = await handedIn(host);
    assert.ok(outcome.done, outcome.words);
    assertWhole(host, `${BRANCH}-2`);
  });

  test(`${name}: a text that is there already needs nothing`, async () => {
    const host = await fakeHost(name);
    host.store.changeBySomebody(ARTICLE, MINE);
    const only = { ...CHANGE, files: CHANGE.files.slice(0, 1) };
    const outcome = await handedIn(host, { change: only });
    assert.ok(outcome.done);
    assert.match(outcome.words, /^There is nothing left to hand in: /);
    assert.deepEqual([...host.store.branches.keys()], ["main"]);
  });

  test(`${name}: the token is in a header of each request and in nothing else`, async () => {
    const host = await fakeHost(name);
    /** @type {string[]} */
    const logged = [];
    const { log, error, warn } = console;
    console.log = console.error = console.warn = (...words) => logged.push(words.join(" "));
    host.instead = (_, number) => (number === 1 ? { status: 403, data: { message: `Not for ${TOKEN}` } } : undefined);
    const refused = await handedIn(host);
    host.instead = () => undefined;
    const outcome = await handedIn(host);
    Object.assign(console, { log, error, warn });
    assert.ok(!refused.done && outcome.done);
    for (const { url, headers } of host.calls) {
      assert.ok(headers.authorization?.endsWith(TOKEN));
      const { authorization: _, ...rest } = headers;
      assert.ok(!`${url} ${JSON.stringify(rest)}`.includes(TOKEN));
    }
    assert.ok(!JSON.stringify([refused, outcome]).includes(TOKEN));
    assert.deepEqual(logged, []);
    const kept = [...host.store.commits.values()].flatMap(({ files, message }) =>
      [message, ...files.values()].map(String),
    );
    assert.ok(!kept.some((text) => text.includes(TOKEN)));
  });
}

/** What hosts say, as they say it, and what an editor is told. */
const REFUSALS = /** @type {const} */ ([
  [
    "gitlab",
    401,
    {
      error: "invalid_token",
      error_description: "Token is expired. You can either do re-authorization or token refresh.",
    },
    {},
    /The token has expired\. Make a new one at GitLab/,
  ],
  [
    "gitlab",
    401,
    { error: "invalid_token", error_description: "Token was revoked. You have to re-authorize from the user." },
    {},
    /The token was taken back at GitLab/,
  ],
  [
    "gitlab",
    403,
    {
      error: "insufficient_scope",
      error_description: "The request requires higher privileges than provided by the access token.",
      scope: "api",
    },
    {},
    /The token is right, but it does not allow this\. Make one that does: the scope “api”/,
  ],
  [
    "github",
    403,
    { message: "Resource not accessible by personal access token" },
    {},
    /The token is right, but it does not allow this\. Make one that does: for this repository, “Contents” and “Pull requests” with read and write/,
  ],
  [
    "gitea",
    403,
    { message: "token does not have at least one of required scope(s): [write:repository]" },
    {},
    /The token is right, but it does not allow this\. Make one that does: “repository” with read and write/,
  ],
  [
    "github",
    422,
    { message: "Repository rule violations found\n\nCannot create ref due to creations being restricted." },
    {},
    /the branch is protected/,
  ],
  ["gitlab", 400, { message: "You are not allowed to push into this branch" }, {}, /the branch is protected/],
  [
    "gitea",
    403,
    { message: "user should have a permission to write to the target branch" },
    {},
    /the branch is protected/,
  ],
  [
    "github",
    403,
    { message: "API rate limit exceeded for user ID 1." },
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW.getTime() / 1000 + 600) },
    /Try again in 10 minutes, at /,
  ],
  [
    "github",
    403,
    { message: "You have exceeded a secondary rate limit." },
    { "retry-after": "60" },
    /Try again in 1 minute, at /,
  ],
  ["gitlab", 429, { message: "Retry later" }, {}, /Try again in some minutes\./],
  ["gitea", 423, { message: "repo is archived" }, {}, /is archived: nothing can be written to it/],
  ["gitlab", 413, { error: "Request Entity Too Large" }, {}, /Make the picture smaller/],
  ["gitlab", 502, "Bad gateway", {}, /GitLab has a fault of its own \(502\)/],
  [
    "github",
    418,
    { message: "Teapot" },
    {},
    /GitHub refused the request while .* \(418\)\. Tell whoever looks after the site\. GitHub says: “Teapot”/,
  ],
]);

for (const [name, status, data, headers, words] of REFUSALS) {
  test(`${name} ${status} ${words.source.slice(0, 60)}`, async () => {
    const host = await fakeHost(name);
    host.instead = ({ method }) => (method === "POST" ? { status, data, headers } : undefined);
    const refused = await handedIn(host);
    assert.ok(!refused.done);
    assert.match(refused.words, words);
    assert.equal(refused.nothingLost, true);
    assert.deepEqual([...host.store.branches.keys()], ["main"]);
  });
}

/** What hosts say of the tests of a commit. */
const CHECKS = /** @type {const} */ ([
  ["github", { check_runs: [], statuses: [] }, "none"],
  ["github", { check_runs: [{ status: "queued", conclusion: null }], statuses: [] }, "running"],
  [
    "github",
    { check_runs: [{ status: "completed", conclusion: "success" }], statuses: [{ state: "pending" }] },
    "running",
  ],
  [
    "github",
    { check_runs: [{ status: "completed", conclusion: "skipped" }], statuses: [{ state: "success" }] },
    "passed",
  ],
  ["github", { check_runs: [{ status: "completed", conclusion: "timed_out" }], statuses: [] }, "failed"],
  [
    "github",
    { check_runs: [{ status: "completed", conclusion: "success" }], statuses: [{ state: "error" }] },
    "failed",
  ],
  ["gitlab", [], "none"],
  ["gitlab", [{ status: "skipped" }], "none"],
  ["gitlab", [{ status: "waiting_for_resource" }, { status: "failed" }], "running"],
  ["gitlab", [{ status: "success" }, { status: "failed" }], "passed"],
  ["gitlab", [{ status: "canceled" }], "failed"],
  ["gitea", { state: "pending", total_count: 0 }, "none"],
  ["gitea", { state: "pending", total_count: 2 }, "running"],
  ["gitea", { state: "success", total_count: 2 }, "passed"],
  ["gitea", { state: "failure", total_count: 2 }, "failed"],
]);

for (const [name, data, state] of CHECKS) {
  test(`${name}: tests of which it says ${JSON.stringify(data)} are told as ${state}`, async () => {
    const host = await fakeHost(name);
    host.instead = ({ path }) => (/check-runs$|status$|pipelines$/.test(path) ? { status: 200, data } : undefined);
    const outcome = await handedIn(host);
    assert.ok(outcome.done);
    assert.equal((await outcome.checks?.())?.state, state);
  });
}

test("the sign-in page of a network is not taken for the host", async () => {
  const host = await fakeHost("github");
  host.instead = () => ({
    status: 200,
    text: "<!doctype html><title>Sign in</title>",
    headers: { "Content-Type": "text/html" },
  });
  const refused = await handedIn(host);
  assert.ok(!refused.done);
  assert.match(
    refused.words,
    /Something else than GitHub answered while looking for the repository: perhaps the sign-in page of your network/,
  );
});

test("a computer that is offline, and a host that is not there, are told apart", async () => {
  const host = await fakeHost("github");
  await host.close();
  running.splice(running.indexOf(host), 1);
  const offline = await handedIn(host, { isOnline: false });
  assert.match(
    offline.words,
    /^This computer is offline\. Hand in again when it has a network\. Nothing was changed at GitHub\./,
  );
  const nowhere = await handedIn(host);
  assert.match(
    nowhere.words,
    /^There is no answer from http:\/\/127\.0\.0\.1:\d+\. Perhaps its address in the settings of this site is wrong/,
  );
});

test("a host that does not answer is waited for, and not for ever", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {typeof fetch} */
  const silent = (_, options) =>
    new Promise((_resolve, reject) => options?.signal?.addEventListener("abort", () => reject(options.signal?.reason)));
  const capabilities = { fetch: silent, isOnline: () => true, now: () => NOW, pickFolder: null, saveFile: () => {} };
  const settings = {
    host: /** @type {const} */ ("gitlab"),
    address: "https://gitlab.com",
    repository: "a/b",
    branch: "main",
  };
  const [way] = waysOpen(settings, capabilities, CHANGE, "by mail");
  const outcome = way?.run(CHANGE, { token: () => TOKEN, signal: new AbortController().signal, progress: () => {} });
  context.mock.timers.tick(30_000);
  assert.match(
    (await outcome)?.words ?? "",
    /^GitLab did not answer in time while looking for the project\. Hand in again\. Nothing was changed at GitLab\./,
  );
});

test("an editor can stop it, and the branch of readers is as it was", async () => {
  const host = await fakeHost("github");
  const stop = new AbortController();
  host.instead = ({ method }) => (method === "POST" ? stop.abort() : undefined);
  const stopped = await handedIn(host, { signal: stop.signal });
  assert.ok(!stopped.done && stopped.stopped);
  assert.match(
    stopped.words,
    /^You stopped it\. Nothing that readers see was changed at GitHub\. Your text is still here\./,
  );
  assert.deepEqual([...host.store.branches.keys()], ["main"]);
});

test("without a title, and outside the editors' folders, nothing is asked of the host", async () => {
  const host = await fakeHost("github");
  for (const [change, words] of /** @type {[Change, RegExp][]} */ ([
    [{ ...CHANGE, title: " " }, /Say in one line what you changed/],
    [{ ...CHANGE, files: [] }, /There is nothing to hand in/],
    [
      { ...CHANGE, files: [{ path: ".github/workflows/pages.yml", text: "x", base: null }] },
      /cannot be handed in from here/,
    ],
    [{ ...CHANGE, files: [{ path: "content/../mkdocs.yml", text: "x", base: null }] }, /cannot be handed in from here/],
    [{ ...CHANGE, files: [...CHANGE.files, ...CHANGE.files] }, /is there twice/],
  ])) {
    const refused = await handedIn(host, { change });
    assert.ok(!refused.done);
    assert.match(refused.words, words);
  }
  assert.deepEqual(host.calls, []);
});

test("GitHub's own page is opened with a text that was compared, where everybody may read the repository", async () => {
  const host = await fakeHost("github");
  host.isPublic = true;
  const change = { ...CHANGE, files: CHANGE.files.slice(0, 1) };
  const ready = await handedIn(host, { change, way: "page" });
  assert.ok(ready.done && !ready.certain);
  assert.deepEqual(ready.next, {
    label: "Copy the text and open the page",
    copy: MINE,
    address: `${host.settings.address}/association/guidance/edit/main/${ARTICLE}`,
  });
  assert.ok(host.calls.every(({ method, headers }) => method === "GET" && !headers.authorization));
  host.store.changeBySomebody(ARTICLE, "Newer.\n");
  const newer = await handedIn(host, { change, way: "page" });
  assert.ok(!newer.done && newer.conflict?.length === 1);
});

test("GitHub's own page says when the newest text could not be looked at", async () => {
  const host = await fakeHost("github");
  const ready = await handedIn(host, { change: { ...CHANGE, files: CHANGE.files.slice(1, 3) }, way: "page" });
  assert.ok(ready.done && !ready.certain);
  assert.match(ready.words, /The newest text could not be looked at from here/);
  assert.equal(ready.next?.copy, "");
  assert.ok(
    ready.next?.address.endsWith(
      `/new/main?filename=content%2Farticles%2Fnew.md&value=${encodeURIComponent("# Néw 🙂\r\n")}`,
    ),
  );
  assert.deepEqual(
    ready.more?.map(({ address }) => address.split("/guidance")[1]),
    ["/upload/main/content/images/articles"],
  );
});
