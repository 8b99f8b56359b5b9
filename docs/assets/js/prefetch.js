/**
 * On a page without a calculator the runtime is fetched when there is nothing else to do, for the page that has one.
 */
import { files } from "bundle:files";
import { atRest } from "./at-rest.js";
import { engine } from "./python.js";
import { whole } from "./python-files.js";

async function prefetch() {
  if (engine.state !== "idle" || navigator.connection?.saveData) return;
  for (const address of [files.worker, files.run, files.core.address, files.image.address]) {
    const response = await fetch(whole(address), { priority: "low" });
    // Read to its end, so that the browser's cache has all of it.
    await response.body?.pipeTo(new WritableStream());
  }
}

atRest(() => prefetch().catch(() => {}));
