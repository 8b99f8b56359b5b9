/**
 * On a page without a calculator the runtime is fetched when there is nothing else to do, for the page that has one. The
 * browser does it by itself: megabytes that pass through a script would hold the page up. Where it does not know how, the
 * service worker keeps the runtime all the same.
 */
import { files } from "bundle:files";
import { whenIdle } from "../when-idle.js";
import { element } from "../dom.js";
import { engine } from "./engine.js";
import { whole } from "./files.js";

function prefetch() {
  if (engine.state !== "idle" || navigator.connection?.saveData) return;
  const addresses = [files.worker, files.rehearsed.address, files.image.address];
  document.head.append(...addresses.map((address) => element("link", { rel: "prefetch", href: whole(address) })));
}

whenIdle(prefetch);
