/** What press puts in the place of parts of the theme's script; see press/src/press/runtime/theme.mjs. */
export * from "./late-search.js";
export * from "./theme-addresses.js";
export * from "./theme-start.js";
