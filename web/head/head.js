/**
 * What a page does before it is painted: the first script of each page, which waits for it. It stands before the style sheets, so
 * that it waits for none of them.
 */
import "./root-classes.js";
import "./theme-choices.js";
import "./palette.js";
import { worker } from "bundle:worker";
import { startEarly } from "../engine/early-start.js";

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
startEarly(new URL(worker, src).href, __md_scope.href);
