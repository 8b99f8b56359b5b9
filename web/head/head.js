/**
 * What a page does before it is painted: the first script of each page, which waits for it. It stands before the style sheets, so
 * that it waits for none of them.
 */
import "./root-classes.js";
import "./theme-choices.js";
import "../engine/early-start.js";
import "./palette.js";
