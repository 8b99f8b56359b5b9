import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { unzipSync } from "fflate";
import { writeFolder } from "../../../web/desk/hand-in/folder.js";
import { LONGEST_ADDRESS, pageFor } from "../../../web/desk/hand-in/host-page.js";
import { fileToSend, patchToSend } from "../../../web/desk/hand-in/one-file.js";
import { sendToOf } from "../../../web/desk/hand-in/send-to.js";
import { NO_REPOSITORY, readSettings } from "../../../web/desk/hand-in/settings.js";
import { waysOpen } from "../../../web/desk/hand-in/ways.js";
import { FakeFolder, fault } from "../../support/fake_folder.mjs";

/** @import { Change } from "../../../web/desk/hand-in/change.js" */

const BEGUN = "# A\n\nGive 0.5 mg/kg.\n";
const MINE = "# A\n\nGive 0.4 mg/kg.\n";
const PROJECT = {
  "mkdocs.yml": "site_name: x\n",
  "content/articles/a.md": BEGUN,
  "content/articles/old.md": "# Old\n",
};
const PIXELS = Uint8Array.of(0x89, 0x50, 0, 255);

/** @type {Change} */
const CHANGE = {
  title: "A lower dose",
  summary: "By the label.",
  files: [
    { path: "content/articles/a.md", text: MINE, base: BEGUN },
    { path: "content/articles/new.md", text: "# New\r\n", base: null },
    { path: "content/images/articles/new.png", text: "", bytes: PIXELS, base: null },
    { path: "content/articles/old.md", text: null, base: "# Old\n" },
  ],
};
const steps = { progress: () => {} };

/** What the folder holds when all is written. */
const WRITTEN = {
  "content/articles/a.md": MINE,
  "content/articles/new.md": "# New\r\n",
  "content/images/articles/new.png": Buffer.from(PIXELS).toString(),
  "mkdocs.yml": "site_name: x\n",
};

test("all files are written into the folder of the project, and the editor is told where they are", async () => {
  const folder = new FakeFolder(PROJECT);
  const outcome = await writeFolder(folder.handle, CHANGE, steps);
  assert.ok(outcome.done && outcome.certain);
  assert.match(
    outcome.words,
    /^Written: 4 files are in the folder “guidance” on this computer \(content\/articles\/a\.md, /,
  );
  assert.match(outcome.words, /Nobody else has them yet\./);
  assert.deepEqual(folder.texts, WRITTEN);
});

test("a fault at any step leaves the folder as it was", async () => {
  const whole = new FakeFolder(PROJECT);
  await writeFolder(whole.handle, CHANGE, steps);
  for (let at = 0; at < whole.steps.length; at++) {
    for (const name of ["NotAllowedError", "QuotaExceededError", "NoModificationAllowedError", "OddError"]) {
      const folder = new FakeFolder(PROJECT);
      let isOver = false;
      folder.before = (_, number) => {
        if (number !== at || isOver) return;
        isOver = true;
        throw fault(name);
      };
      const outcome = await writeFolder(folder.handle, CHANGE, steps);
      assert.ok(!outcome.done, `${whole.steps[at]}`);
      assert.match(outcome.words, /Nothing in the folder was changed, and your text is still here\.$/);
      assert.deepEqual(folder.texts, new FakeFolder(PROJECT).texts, `${name} at ${whole.steps[at]}`);
      const again = await writeFolder(folder.handle, CHANGE, steps);
      assert.ok(again.done);
      assert.deepEqual(folder.texts, WRITTEN);
    }
  }
});

test("a folder that can no longer be written to in the middle is told with the files that are half done", async () => {
  const folder = new FakeFolder(PROJECT);
  let isGone = false;
  folder.before = (step) => {
    if (step === "close content/articles/new.md") isGone = true;
    if (isGone && /^(close|open|remove|create)/.test(step)) throw fault("NotAllowedError");
  };
  const outcome = await writeFolder(folder.handle, CHANGE, steps);
  assert.ok(!outcome.done);
  assert.match(
    outcome.words,
    /^Writing stopped in the middle, and .*content\/articles\/a\.md.* could not be put back as before\. Look at it in the folder\./,
  );
});

test("another folder is refused, and so is a folder in which a file was changed since", async () => {
  const other = await writeFolder(new FakeFolder({ "a.md": "" }).handle, CHANGE, steps);
  assert.match(other.words, /^This is not the folder of the project: the right one holds a file mkdocs\.yml/);
  const changed = new FakeFolder({ ...PROJECT, "content/articles/a.md": "# Newer\n" });
  const outcome = await writeFolder(changed.handle, CHANGE, steps);
  assert.ok(!outcome.done && outcome.conflict?.[0]?.theirs === "# Newer\n");
  assert.equal(changed.texts["content/articles/new.md"], undefined);
});

test("a file that another program changes while it is written stays as that program wrote it", async () => {
  const folder = new FakeFolder(PROJECT);
  folder.before = (step) => {
    if (step === "write content/articles/a.md")
      folder.files.set("content/articles/a.md", Buffer.from("# By another program\n"));
  };
  const outcome = await writeFolder(folder.handle, CHANGE, steps);
  assert.match(outcome.words, /^Another program changed one of the files at this moment\. Hand in again\./);
  assert.deepEqual(folder.texts, {
    ...new FakeFolder(PROJECT).texts,
    "content/articles/a.md": "# By another program\n",
  });
});

test("what is in the folder already is not written again", async () => {
  const folder = new FakeFolder(PROJECT);
  await writeFolder(folder.handle, CHANGE, steps);
  folder.steps.length = 0;
  const outcome = await writeFolder(folder.handle, CHANGE, steps);
  assert.ok(outcome.done);
  assert.match(outcome.words, /^There is nothing left to write/);
  assert.ok(!folder.steps.some((step) => /^(create|open)/.test(step)));
});

test("one text is sent as it is, several files as an archive that says what to do with them", () => {
  const one = fileToSend({ ...CHANGE, files: CHANGE.files.slice(0, 1) });
  assert.deepEqual([one.name, one.type, Buffer.from(one.content).toString()], ["a.md", "text/markdown", MINE]);
  const packed = fileToSend(CHANGE);
  assert.deepEqual([packed.name, packed.type], ["a.zip", "application/zip"]);
  const { "READ-ME.txt": readMe, ...files } = unzipSync(packed.content);
  assert.deepEqual(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString()])),
    Object.fromEntries(Object.entries(WRITTEN).slice(0, 3)),
  );
  assert.match(
    Buffer.from(readMe ?? []).toString(),
    /^A lower dose\r\n\r\nBy the label\.\r\n[\s\S]*to be deleted:\r\n- content\/articles\/old\.md\r\n$/,
  );
});

const scratch = mkdtempSync(join(tmpdir(), "patch-"));
after(() => rmSync(scratch, { recursive: true }));

/** @param {Change} change @param {(folder: string) => void} [prepare] what somebody else did before @returns {string} the folder */
function applied(change, prepare = () => {}) {
  const folder = mkdtempSync(join(scratch, "project-"));
  for (const { path, base } of change.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (base !== null) writeFileSync(join(folder, path), base);
  }
  prepare(folder);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["apply", "--whitespace=nowarn"], {
    cwd: folder,
    input: patchToSend(change).content,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return folder;
}

const TEXTS = [
  ["a line in the middle", "a\nb\nc\n", "a\nB\nc\n"],
  ["a new file", null, "a\n"],
  ["a new file without an end of the line", null, "a"],
  ["a file that goes", "a\nb\n", null],
  ["an end of the line that comes", "a\nb", "a\nb\n"],
  ["an end of the line that goes", "a\nb\n", "a\nb"],
  ["both without", "a\nb", "a\nc"],
  ["line ends of Windows", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"],
  ["line ends that change", "a\r\nb\r\n", "a\nb\n"],
  ["far places", `a\n${"x\n".repeat(40)}b\n`, `A\n${"x\n".repeat(40)}B\n`],
  ["letters of other scripts and spaces at the end", "µg  \nß\n", "μg \n🙂 \u00a0\n"],
  [
    "lines that look like a patch",
    "--- a\n+++ b\n@@ -1 +1 @@\n",
    "--- c\n+++ b\n@@ -1 +2 @@\n\\ No newline at end of file\n",
  ],
  ["a mark at the beginning", "\uFEFFa\nb\n", "\uFEFFa\nc\n"],
];

for (const [what, base = null, text = null] of TEXTS) {
  test(`git takes the patch: ${what}`, () => {
    const path = "content/articles/a (b).md";
    const folder = applied({ title: "x", summary: "", files: [{ path, base, text }] });
    if (text === null) assert.throws(() => readFileSync(join(folder, path)));
    else assert.equal(readFileSync(join(folder, path), "utf-8"), text);
  });
}

test("git takes a patch of several files, and refuses it where somebody changed the same lines", () => {
  const change = { ...CHANGE, files: CHANGE.files.filter(({ bytes }) => !bytes) };
  const folder = applied(change);
  assert.equal(readFileSync(join(folder, "content/articles/a.md"), "utf-8"), MINE);
  assert.equal(readFileSync(join(folder, "content/articles/new.md"), "utf-8"), "# New\r\n");
  assert.throws(
    () => applied(change, (there) => writeFileSync(join(there, "content/articles/a.md"), "# Newer\n")),
    /patch does not apply|patch failed/,
  );
});

const GITHUB = {
  host: /** @type {const} */ ("github"),
  address: "https://github.com",
  repository: "a/b",
  branch: "main",
};

test("a text goes into the address of GitHub's page up to 8,000 characters, and no further", () => {
  const page = (/** @type {number} */ length) =>
    pageFor(GITHUB, { path: "content/articles/new.md", text: "é".repeat(length), base: null }, true);
  const room = Math.floor((LONGEST_ADDRESS - page(0).address.length) / "%C3%A9".length);
  assert.ok(page(room).address.length <= 8_000 && page(room).address.length > 7_990);
  assert.equal(page(room).copy, "");
  const long = page(room + 1);
  assert.equal(long.address, "https://github.com/a/b/new/main?filename=content%2Farticles%2Fnew.md");
  assert.equal(long.copy.length, room + 1);
});

test("the ways that are open are those of the settings, the browser and the change, and a file to send always", () => {
  const capabilities = { fetch, isOnline: () => true, now: () => new Date(), pickFolder: null, saveFile: () => {} };
  const ids = (/** @type {any} */ settings, /** @type {any} */ more = {}, change = CHANGE) =>
    waysOpen(settings, { ...capabilities, ...more }, change, "by mail").map(({ id }) => id);
  const text = { ...CHANGE, files: CHANGE.files.slice(0, 1) };
  assert.deepEqual(ids(NO_REPOSITORY), ["file"]);
  assert.deepEqual(ids(NO_REPOSITORY, { pickFolder: async () => {} }, text), ["file", "folder", "patch"]);
  assert.deepEqual(ids(GITHUB, {}, text), ["host", "page", "file", "patch"]);
  assert.deepEqual(ids(GITHUB), ["host", "file"]);
  assert.deepEqual(ids(GITHUB, { pickFolder: async () => {} }, text), ["host", "page", "file", "folder", "patch"]);
  assert.deepEqual(ids({ ...GITHUB, host: "gitlab" }, {}, text), ["host", "file", "patch"]);
  const pickFolder = async () => new FakeFolder({}).handle;
  for (const { id, says } of waysOpen(GITHUB, { ...capabilities, pickFolder }, text, "by mail to desk@example.org")) {
    assert.ok(says.length > 80);
    // What an editor has no use for says whom it is for.
    assert.equal(["folder", "patch"].includes(id), says.startsWith("For those who "), id);
    if (id === "file") assert.match(says, /You send it by mail to desk@example\.org\./);
  }
});

test("a folder that is not chosen, or not allowed, is told apart", async () => {
  const told = async (/** @type {string} */ name) => {
    const pickFolder = async () => {
      throw fault(name);
    };
    const ways = waysOpen(
      NO_REPOSITORY,
      { fetch, isOnline: () => true, now: () => new Date(), pickFolder, saveFile: () => {} },
      CHANGE,
      "by mail",
    );
    const way = ways.find(({ id }) => id === "folder");
    return (await way?.run(CHANGE, { token: () => "", signal: new AbortController().signal, ...steps }))?.words;
  };
  assert.equal(await told("AbortError"), "You chose no folder. Nothing was written.");
  assert.match((await told("SecurityError")) ?? "", /^The browser does not let this page write to that folder\./);
});

test("a file is sent to the address for reports of the site, or to the association as its page on errors says", () => {
  assert.deepEqual(sendToOf("mailto:desk@example.org"), {
    words: "by mail to desk@example.org",
    label: "Write to desk@example.org",
    address: "mailto:desk@example.org",
  });
  assert.equal(sendToOf("https://example.org/form").address, "https://example.org/form");
  const { words, address } = sendToOf("");
  assert.match(words, /^to the editorial team, through the association/);
  assert.equal(address, "../report-an-error/#where");
});

test("settings that name no repository, or none that can be used, leave folder and file", () => {
  assert.deepEqual(readSettings('{"host":"github","repository":"a/b"}'), { ...GITHUB, address: "https://github.com" });
  assert.deepEqual(
    readSettings('{"host":"gitea","address":"https://codeberg.org/","repository":"a/b","branch":"trunk"}'),
    {
      host: "gitea",
      address: "https://codeberg.org",
      repository: "a/b",
      branch: "trunk",
    },
  );
  for (const text of [
    "",
    "null",
    "{}",
    '{"host":"","repository":"a/b"}',
    '{"host":"svn","repository":"a/b"}',
    '{"host":"github","repository":"a"}',
    '{"host":"github","repository":"../b?c"}',
    '{"host":"github","repository":"../b"}',
    '{"host":"github","repository":"a/.."}',
    '{"host":"gitea","repository":"a/b"}',
    '{"host":"gitlab","address":"http://example.org","repository":"a/b"}',
    '{"host":"gitlab","address":"https://user@example.org","repository":"a/b"}',
  ])
    assert.deepEqual(readSettings(text), NO_REPOSITORY, text);
});
