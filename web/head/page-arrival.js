/**
 * What a page does about parts of it that are late, or do not come. A script of its own, at an address that every edition of the
 * site has: an old page finds it where its other scripts are gone. It is asynchronous, so that it waits for none of them.
 */
import { element } from "../dom.js";
import { mendOutdatedPage, sayAbovePage } from "../outdated-page.js";
import { whenLoaded } from "../when-idle.js";
import { takeLateStylesOutOfTheWay } from "./late-styles.js";

const MISSING = "Reload this page: a part of it did not arrive, so calculators and search might not work.";
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

takeLateStylesOutOfTheWay();
whenLoaded(async () => {
  if (document.querySelector(".cut-off")) return;
  const scriptsRun = document.documentElement.className !== "no-js" && customElements.get("clinical-calculator");
  const sheets = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel='stylesheet']"));
  if (scriptsRun && Array.from(sheets).every(({ sheet }) => sheet)) return;
  if ((await mendOutdatedPage()) || scriptsRun) return;
  const test = element("a", { href: new URL("../self-test/", src).href }, "self-test of this browser and network");
  sayAbovePage(MISSING, "If it stays so, begin the ", test, ".");
});
