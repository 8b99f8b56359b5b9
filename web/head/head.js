/**
 * What a page does before it is painted: the first script of each page, which waits for it. It stands in front of the style sheets,
 * so that it need not wait for one that is late; they are named before it, and asked for as early.
 *
 * A page with a calculator of its own asks for it once more behind its header, and there it starts Python. The browser has the
 * file by then.
 */
import { worker } from "bundle:worker";
import { startEarly } from "../engine/early-start.js";
import { takeLateStylesOutOfTheWay } from "./late-styles.js";
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
  takeLateStylesOutOfTheWay();
  setRootClasses();
  shareThemeChoices(new URL("../../", src));
  setColorScheme();
  sayWherePageIsCut();
}
