/** Parts of Python that do not come are gone where the page is one of an earlier edition. */
import { mendOutdatedPage } from "../outdated-page.js";
import { engine } from "./engine.js";

engine.addEventListener("change", () => {
  if (engine.state === "failed" && (engine.reason === "network" || engine.reason === "damaged")) mendOutdatedPage();
});
