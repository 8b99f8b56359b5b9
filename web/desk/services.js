/**
 * What the desk's Python gives, by the services of press/src/press/desk/services.py. Types only.
 *
 * @typedef {{path: string, text: string | null}} KeptFile without a text the file is gone
 *
 * @typedef {object} ArticleRow
 * @property {string} path
 * @property {string} slug
 * @property {string} title
 * @property {string | null} category
 * @property {"draft" | "scheduled" | "published" | "withdrawn"} state
 * @property {string | null} publishedAt
 * @property {string | null} updatedAt
 * @property {string | null} reviewedAt
 * @property {string | null} reviewDue
 * @property {boolean} overdue
 * @property {number} errors
 * @property {number} warnings
 *
 * @typedef {object} Problem one problem of a file, as `press check --json` gives it; lines and columns count from 1
 * @property {string} path
 * @property {number} line
 * @property {number} column
 * @property {string} rule
 * @property {string} message
 * @property {string} fix
 * @property {"error" | "warning" | "advice"} severity
 * @property {string} excerpt
 * @property {number | null} end_column
 * @property {string | null} replacement
 *
 * @typedef {object} Checked
 * @property {Problem[]} problems
 * @property {string} html the text of the page, as the site has it
 * @property {string} contents the table of contents
 * @property {string} title
 * @property {string} card what lists of articles say of it
 *
 * @typedef {{text: string, count: number, difference: string}} Mended
 */
export {};
