/**
 * What a page does before it is painted: the first script of each page, which waits for it. It stands behind the style sheets: in
 * front of them, Chromium would ask for them only when it has come.
 *
 * A page with a calculator of its own asks for it once more behind its header, and there it starts Python. The browser has the
 * file by then.
 */
import { worker } from "bundle:worker";
import { startEarly } from "../engine/early-start.js";
import { setColorScheme } from "./palette.js";
import { setRootClasses } from "./root-classes.js";
import { shareThemeChoices } from "./theme-choices.js";
import { sayWherePageIsCut } from "./whole-page.js";

const {
  src,
  dataset: { calculators = "" },
} = /** @type {HTMLScriptElement} */ (document.currentScript);

if (document.body) startEarly(new URL(worker, src).href, __md_scope.href, calculators.split(" "));
else {
  setRootClasses();
  shareThemeChoices(new URL("../../", src));
  setColorScheme();
  sayWherePageIsCut();
}
