/**
 * On a page without a calculator the runtime is fetched when there is nothing else to do, for the page that has one. The
 * browser does it by itself: megabytes that pass through a script would hold the page up. Where it does not know how, the
 * service worker keeps the runtime all the same.
 */
import { files } from "bundle:files";
import { element } from "../dom.js";
import { whenIdle } from "../when-idle.js";
import { engine } from "./engine.js";
import { absoluteUrl } from "./files.js";

function prefetch() {
  if (engine.state !== "idle" || navigator.connection?.saveData) return;
  document.head.append(
    ...files.prefetch.map((address) => element("link", { rel: "prefetch", href: absoluteUrl(address) })),
  );
}

whenIdle(prefetch);
