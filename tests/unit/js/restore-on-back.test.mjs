import assert from "node:assert/strict";
import { test } from "node:test";
import { LeftForms } from "../../../web/calculator/restore-on-back.js";

/** @type {import("../../../web/calculator/restore-on-back.js").Left} */
const LEFT = { entries: [["weight", "70"]], known: new Map(), doubts: [], typedAt: 0, usedAt: 0 };
const KEY = "/calculators/iv-dose/#iv_dose-1";

/** A form that was left, and the window in which the reader moves on. */
function left() {
  const window = new EventTarget();
  const forms = new LeftForms(window);
  forms.keep(KEY, LEFT);
  return {
    forms,
    goBack: () => window.dispatchEvent(new Event("popstate")),
    click: () => window.dispatchEvent(new Event("click")),
  };
}

test("who goes back finds what was typed", () => {
  const { forms, goBack } = left();
  goBack();
  assert.deepEqual(forms.leftIn(KEY), LEFT);
});

test("who comes by a link finds an empty form", () => {
  const { forms, click } = left();
  assert.equal(forms.leftIn(KEY), null);
  click();
  assert.equal(forms.leftIn(KEY), null);
});

test("a page that is drawn anew under the reader's hands keeps what was typed, whatever was clicked", () => {
  const { forms, click } = left();
  click();
  assert.deepEqual(forms.leftIn(KEY, true), LEFT);
  forms.keep(KEY, null);
  assert.equal(forms.leftIn(KEY, true), null);
});

test("a click after going back ends the going back", () => {
  const { forms, goBack, click } = left();
  goBack();
  click();
  assert.equal(forms.leftIn(KEY), null);
});

test("another form of the page is another form", () => {
  const { forms, goBack } = left();
  goBack();
  assert.equal(forms.leftIn("/calculators/iv-dose/#iv_dose-2"), null);
});

test("a form that was cleared before it was left is forgotten", () => {
  const { forms, goBack } = left();
  forms.keep(KEY, null);
  goBack();
  assert.equal(forms.leftIn(KEY), null);
});

test("a page that was reached by going back is returned to, one reached by a link is not", () => {
  const { forms, goBack, click } = left();
  goBack();
  assert.equal(forms.isReturn, true);
  click();
  assert.equal(forms.isReturn, false);
});
