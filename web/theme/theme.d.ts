/** What the theme's scripts know of the site and of the reader's choices: web/head/theme-choices.js. */
declare var __md_scope: URL;
declare var __md_hash: (text: string) => number;
// biome-ignore lint/suspicious/noExplicitAny: whatever was kept under the key
declare var __md_get: (key: string, storage?: Storage, scope?: URL) => any;
declare var __md_set: (key: string, value: unknown, storage?: Storage, scope?: URL) => void;
