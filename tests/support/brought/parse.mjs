/** Markup read in Node as the browser's parser reads it: parse5 follows the same standard. */

import { fromHtml } from "hast-util-from-html";

/** @type {import("../../../web/desk/bring/parse.js").Parse} */
export const parse = (markup) => fromHtml(markup, { fragment: true });
