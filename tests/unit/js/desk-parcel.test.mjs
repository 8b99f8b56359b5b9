import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesOf, parcelOf, removalOf, sharedOf, titleOf, whatOf } from "../../../web/desk/drafts/parcel.js";
import { addedWorks, entriesIn, withWorks } from "../../../web/desk/drafts/works.js";

/** @import { Draft } from "../../../web/desk/drafts/drafts.js" */

const at = 0;
const LIST = "# Works\n\nalpha-2001:\n  title: Alpha\n\nzeta-2009:\n  title: Zeta\n";
const BETA = "beta-2002:\n  title: Beta\n\n";
const OMEGA = "\nzz-2010:\n  title: Omega\n";
const FULL = `${LIST.replace("zeta-2009", `${BETA}zeta-2009`)}${OMEGA}`;

/** @param {string} stem @param {string} body @param {string | null} [base] @returns {Draft} */
const article = (stem, body, base = null) => ({
  path: `content/articles/${stem}.md`,
  text: `---\ntitle: "Of ${stem}"\nslug: "${stem}"\nfeaturedImage: "/images/articles/${stem}.svg"\n---\n${body}\n`,
  base,
  at,
});
/** @param {string} stem @param {string} earlier its earlier addresses, in the words of front matter @returns {Draft} */
const renamed = (stem, earlier) => {
  const one = article(stem, "Text.");
  return { ...one, text: one.text?.replace("\n---\n", `\nredirectFrom: ${earlier}\nstatus: draft\n---\n`) ?? null };
};
/** @param {string} name @returns {Draft} */
const picture = (name) => ({ path: `content/images/articles/${name}`, text: "<svg/>", base: null, at });
/** @param {string} text @returns {Draft} */
const works = (text) => ({ path: "content/references.yml", text, base: LIST, at });

const ONE = article("one", "Says [@beta-2002].");
const TWO = article("two", "Says [@zz-2010; @alpha-2001].");
const FILES = [ONE, TWO, picture("one.svg"), picture("two.svg"), works(FULL)];
/** @param {readonly {path: string}[]} files */
const names = (files) => files.map(({ path }) => path.split("/").at(-1));

test("an article that is handed in takes the works and pictures that it needs, and none of an article that is left out", () => {
  const { files, articles, along } = parcelOf(FILES, [ONE.path]);
  assert.deepEqual(names(files), ["one.md", "one.svg", "references.yml"]);
  assert.equal(files.at(-1)?.text, LIST.replace("zeta-2009", `${BETA}zeta-2009`));
  assert.deepEqual([...articles], [[ONE.path, ""]]);
  assert.deepEqual(along, ["the list of references (1 work added)", "1 picture"]);
  assert.equal(parcelOf(FILES, [TWO.path]).files.at(-1)?.text, `${LIST}${OMEGA}`);
  assert.equal(parcelOf(FILES, [ONE.path, TWO.path]).files.at(-1)?.text, FULL);
  assert.deepEqual(parcelOf(FILES, []).files, []);
});

test("a list of references that was changed elsewhere too goes whole, and that is said", () => {
  const edited = works(FULL.replace("title: Alpha", "title: Alpha, corrected"));
  const { files, along } = parcelOf([ONE, TWO, edited], [ONE.path]);
  assert.equal(files.at(-1)?.text, edited.text);
  assert.match(along.join(". "), /2 works added\)\. the list goes as a whole/);
});

test("the entries of a list are told apart, whatever their keys", () => {
  assert.deepEqual(entriesIn(`${BETA}2be.c-1:\n  title: "x: y"\n`), [BETA, '2be.c-1:\n  title: "x: y"\n']);
});

test("every subset of added works leaves the others as they were, whatever the ends of lines", () => {
  for (const end of ["\n", "\r\n"]) {
    const list = { ...works(FULL.replaceAll("\n", end)), base: LIST.replaceAll("\n", end) };
    assert.deepEqual(addedWorks(list), ["beta-2002", "zz-2010"]);
    assert.equal(withWorks(list, []), list.base);
    assert.equal(withWorks(list, ["beta-2002", "zz-2010"]), list.text);
    assert.equal(withWorks(list, ["beta-2002"])?.replaceAll(end, "\n"), LIST.replace("zeta-2009", `${BETA}zeta-2009`));
  }
  assert.equal(withWorks({ ...works(BETA), base: null }, ["beta-2002"]), BETA);
});

test("an article takes along the new article that it leads to, and not the other way round", () => {
  const leading = article(
    "leading",
    "See [the new one](one.md#doses) and [it again][i].\n\n[i]: /articles/two/",
    "old",
  );
  const files = [ONE, TWO, leading];
  assert.deepEqual(Object.fromEntries(parcelOf(files, [leading.path]).articles), {
    [leading.path]: "",
    [ONE.path]: "Of leading",
    [TWO.path]: "Of leading",
  });
  assert.deepEqual(names(parcelOf(files, [ONE.path]).files), ["one.md"]);
  const known = { ...ONE, base: "published" };
  assert.deepEqual(names(parcelOf([known, leading], [leading.path]).files), ["leading.md"]);
});

test("only the new article whose front matter names the old address stands for the one that is gone", () => {
  const gone = { path: "content/articles/old.md", text: null, base: "---\ntitle: Old\n---\n", at };
  const linking = article("b", "[a](/articles/old/)\n\nredirectFrom: [/articles/old/]");
  for (const earlier of ["[/older/, /articles/old/]", '\n  - "/older/"\n  - "/articles/old/"', "\n- articles/old"]) {
    const heir = renamed("new", earlier);
    const files = [linking, heir, gone];
    assert.deepEqual(names(articlesOf(files)), ["b.md", "new.md"]);
    assert.deepEqual(names(parcelOf(files, [linking.path]).files), ["b.md"]);
    assert.deepEqual(names(parcelOf(files, [heir.path]).files), ["new.md", "old.md"]);
    assert.deepEqual(names(removalOf(files, linking.path).before), ["b.md"]);
    assert.deepEqual(names(removalOf(files, heir.path).before), ["new.md", "old.md"]);
    const published = { ...heir, base: "published" };
    assert.deepEqual(names(articlesOf([published, gone])), ["new.md", "old.md"]);
  }
  assert.deepEqual(names(articlesOf([renamed("new", "[/articles/old-2/]"), gone])), ["new.md", "old.md"]);
});

test("a word, a key or a picture that is part of a longer one is not that one", () => {
  const page = (/** @type {string} */ text) => ({ path: "docs/about.md", text, base: "Before.", at });
  const linked = [
    "[d](dose.md)",
    "[d](../content/articles/dose.md#a)",
    "[d](/articles/dose/)",
    "see: /articles/dose/#a",
  ];
  const gone = { path: "content/articles/old.md", text: null, base: "---\ntitle: Old\n---\n", at };
  const files = (/** @type {string} */ text) => [renamed("dose", "[/articles/old/]"), gone, page(text)];
  for (const text of linked) assert.equal(sharedOf(files(text)).loose.length, 0, text);
  for (const text of ["The dose.", "[d](/articles/dose-2/)", "[d](low-dose.md)", "![d](/images/articles/dose.svg)"])
    assert.equal(sharedOf(files(text)).loose.length, 1, text);

  const list = works(`${LIST}\nmm-2001:\n  title: M\n`);
  const lists = (/** @type {string} */ text) =>
    names(parcelOf([article("a", text), list], ["content/articles/a.md"]).files);
  for (const text of ["[@mm-2001]", "[@mm-2001, table 1]", "As @mm-2001.", "[@mm-2001; @b]"])
    assert.deepEqual(lists(text), ["a.md", "references.yml"], text);
  for (const text of ["[@mm-2001-b]", "[@mm-2001b]", "[@mm-2001.b]"]) assert.deepEqual(lists(text), ["a.md"], text);

  const drawn = picture("ketamine.svg");
  const shown = (/** @type {string} */ text) =>
    names(parcelOf([article("a", text), drawn], ["content/articles/a.md"]).files);
  assert.deepEqual(shown("![](/images/articles/ketamine.svg)"), ["a.md", "ketamine.svg"]);
  assert.deepEqual(shown("![](/images/articles/iv-ketamine.svg)"), ["a.md"]);
});

test("an article with another address takes the old one and every link that was changed for it", () => {
  const moved = renamed("new-name", '["/articles/old-name/"]');
  const gone = { path: "content/articles/old-name.md", text: null, base: "---\ntitle: Old\n---\n", at };
  const linking = article("linking", "[a](new-name.md)", "[a](old-name.md)");
  const glossary = {
    path: "content/glossary.yml",
    text: "see: /articles/new-name/",
    base: "see: /articles/old-name/",
    at,
  };
  const files = [moved, gone, linking, glossary, TWO];
  assert.deepEqual(names(articlesOf(files)), ["new-name.md", "linking.md", "two.md"]);
  for (const path of [moved.path, linking.path]) {
    const parcel = parcelOf(files, [path]);
    assert.deepEqual(names(parcel.files), ["new-name.md", "old-name.md", "linking.md", "glossary.yml"]);
    assert.deepEqual(parcel.along, ["the old address of “Old”, which leads on", "the glossary (its links)"]);
  }
  assert.deepEqual(names(parcelOf(files, [TWO.path]).files), ["two.md"]);
  assert.deepEqual(
    [moved, gone, linking, TWO].map((file) => whatOf(file, files)),
    ["another address", "taken away", "changed", "new"],
  );
});

test("what was changed and belongs to no article goes with whatever is handed in; a picture that nobody shows stays", () => {
  const page = { path: "docs/about.md", text: "new", base: "old", at };
  assert.deepEqual(names(parcelOf([ONE, page, picture("left.png")], [ONE.path]).files), ["one.md", "about.md"]);
});

test("with an article go the works and pictures that only it needs, and nothing that another needs", () => {
  const both = article("both", "[@beta-2002; @zz-2010]");
  const { before, after, along, missedBy } = removalOf([...FILES, both], TWO.path);
  assert.deepEqual([names(before), after, along], [["two.md", "two.svg"], [], ["1 picture"]]);
  assert.deepEqual(missedBy, []);
  const alone = removalOf(FILES, TWO.path);
  assert.deepEqual(names(alone.before), ["two.md", "two.svg", "references.yml"]);
  assert.deepEqual(alone.after, [works(LIST.replace("zeta-2009", `${BETA}zeta-2009`))]);
  assert.deepEqual(alone.along, ["1 work", "1 picture"]);
  assert.deepEqual(removalOf([TWO, works(`${LIST}${OMEGA}`)], TWO.path).after, []);
});

test("who removes an article that others lead to is told which", () => {
  const leading = article("leading", "See [it](one.md).", "old");
  assert.deepEqual(removalOf([ONE, leading], ONE.path).missedBy, ["Of leading"]);
});

test("files are called by their titles, and what articles need is one line", () => {
  assert.equal(titleOf(ONE), "Of one");
  assert.equal(titleOf({ ...ONE, title: "As it was called last" }), "As it was called last");
  const { words, loose } = sharedOf([...FILES, picture("left.png")]);
  assert.deepEqual(words, ["the list of references (2 works added)", "2 pictures"]);
  assert.deepEqual(names(loose), ["left.png"]);
});
