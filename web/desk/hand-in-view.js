/** What was written on the way to readers: every changed file, and the ways to hand them in. */
import "./hand-in/hand-in.js";
import { element } from "../dom.js";
import { button } from "./dialog.js";

/** @import { Services } from "./contract.d.ts" */
/** @import { DeskFiles } from "./desk-files.js" */
/** @import { Draft } from "./drafts/drafts.js" */
/** @import { DeskHandIn } from "./hand-in/hand-in.js" */
/** @import { ChangedFile } from "./hand-in/change.js" */

/**
 * @param {DeskFiles} files
 * @param {Services} python
 * @param {{leave: () => void, settled: (path: string, text: string, base: string | null) => Promise<void>}} desk
 * @returns {Promise<HTMLElement>}
 */
export async function handInView(files, python, { leave, settled }) {
  const changed = await files.changed();
  const heading = element("h2", { tabindex: "-1" }, "Hand in");
  const view = element("div", { class: "desk-handing" });
  view.append(element("header", { class: "desk-top" }, button("All articles", leave, { class: "desk-back" }), heading));
  if (!changed.length) {
    view.append(element("p", {}, "Nothing is changed, so there is nothing to hand in."));
    return view;
  }
  const wrong = (await python.articles()).filter(
    ({ path, errors }) => errors && changed.some((one) => one.path === path),
  );
  for (const { title, errors } of wrong) {
    const words = `“${title}” has ${errors === 1 ? "1 error" : `${errors} errors`}. It can be handed in, and readers do not see it until that is mended.`;
    view.append(element("div", { class: "desk-notice" }, element("p", {}, words)));
  }
  const part = /** @type {DeskHandIn} */ (document.createElement("desk-hand-in"));
  part.addEventListener("desk-handed-in", (event) => {
    const { change, certain } = /** @type {CustomEvent} */ (event).detail;
    if (certain) void files.handedIn(change.files);
  });
  part.addEventListener("desk-settled", (event) => {
    const { change, path } = /** @type {CustomEvent} */ (event).detail;
    const own = /** @type {ChangedFile[]} */ (change.files).find((file) => file.path === path);
    if (own && own.text !== null) void settled(path, own.text, own.base);
  });
  view.append(part);
  part.change = { title: titleOf(changed), summary: "", files: changed.map(asFile) };
  return view;
}

/** @param {readonly Draft[]} changed */
function titleOf(changed) {
  const [first] = changed.filter(({ title }) => title);
  return changed.length === 1 && first?.title ? `${first.base === null ? "New" : "Change"}: ${first.title}` : "";
}

/** @param {Draft} draft @returns {ChangedFile} */
function asFile({ path, text, base, base64 }) {
  if (base64 === undefined) return { path, text, base };
  return { path, text: null, bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), base };
}
