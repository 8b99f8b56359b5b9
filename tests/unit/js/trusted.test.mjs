import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "../../../web/trusted.js";

const ROOT = "https://site.invalid/guidance/";
const POLICY = "default-src 'self'; trusted-types press";
const { createScriptURL, createHTML } = rules(ROOT, () => POLICY);

for (const path of [
  "assets/app/worker-0123456789ab.js",
  "assets/desk/python-worker-0A1B2C3D.js",
  "service-worker.js",
]) {
  test(`${path} is a worker of the site`, () => assert.equal(createScriptURL(ROOT + path), ROOT + path));
}

for (const address of [
  "https://other.invalid/guidance/service-worker.js",
  "https://site.invalid/service-worker.js",
  `${ROOT}assets/app/worker-0123456789ab.js/../../../images/a.svg`,
  `${ROOT}assets/app/main-0123456789ab.js`,
  `${ROOT}service-worker.js?then=other`,
  `${ROOT}x/service-worker.js`,
  "data:text/javascript,1",
  "blob:https://site.invalid/1",
  "service-worker.js",
]) {
  test(`${address} is none`, () => assert.throws(() => createScriptURL(address), TypeError));
}

for (const text of [
  "<img src=x onerror=alert(1)>",
  "<script>1</script>",
  "<p onclick=1>",
  "<mark data-md-highlight onclick=1>",
  "<P>",
  "a < b",
  "</ p>",
  "<!-- -->",
  "<p\n>",
  "<mark>0.5</mark> mg",
  "<",
]) {
  test(`${JSON.stringify(text)} is a text`, () =>
    assert.equal(createHTML(text, "words"), text.replaceAll("<", "&lt;")));
}

test("a page under the same policy may be read, and no other", () => {
  const page = (/** @type {string} */ policy) =>
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><p onclick="">`;
  assert.equal(createHTML(page(POLICY), "page"), page(POLICY));
  assert.throws(() => createHTML(page("default-src 'self'"), "page"), TypeError);
  assert.throws(() => createHTML("<!doctype html><title>Welcome</title>", "page"), TypeError);
  assert.throws(() => rules(ROOT, () => undefined).createHTML(page(POLICY), "page"), TypeError);
});

test("nothing that runs, fetches or frames comes out of an article at the desk, and its forms stay as they are", () => {
  const form =
    '<clinical-calculator><form><template><p id="x">1</p></template><svg></svg></form></clinical-calculator>';
  assert.equal(createHTML(form, "rendered"), form);
  assert.equal(createHTML("<ScRiPt>x</script><iframe src=x>", "rendered"), "&lt;ScRiPt>x&lt;/script>&lt;iframe src=x>");
});
