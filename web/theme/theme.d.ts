/** What the theme's own script in the head of a page keeps of the reader's choices. */
declare function __md_get(key: "__palette"): { color?: import("../head/color-scheme.js").Choice } | null;
