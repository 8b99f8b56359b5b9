/** What press puts in the place of parts of the theme's script; see press/src/press/runtime/theme.mjs. */
export * from "../search/lazy-search.js";
export * from "./addresses.js";
export * from "./page-changes.js";
export * from "./start.js";
