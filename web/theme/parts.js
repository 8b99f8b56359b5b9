/** What replaces parts of the theme's script: see web/build/theme.mjs. */
export * from "./addresses.js";
export * from "./markup.js";
export * from "./page-changes.js";
export * from "./start.js";
