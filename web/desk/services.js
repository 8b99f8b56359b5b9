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
 * @property {"draft" | "scheduled" | "published" | "withdrawn" | null} seen the same of the text that the site was built with
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
 * @property {string | null} suggestion what may be meant, where an editor has to decide
 *
 * @typedef {object} Checked
 * @property {Problem[]} problems
 * @property {string} html the text of the page, as the site has it
 * @property {string} contents the table of contents
 * @property {string} title
 * @property {string} card what lists of articles say of it
 *
 * @typedef {{text: string, count: number, difference: string, kinds: string[]}} Mended `kinds`: what was changed, a line for each kind
 *
 * @typedef {object} Unmarked the sentences that recommend and do not say how strong, and the words that can say it
 * @property {{line: number, column: number, sentence: string, word: string}[]} sentences
 * @property {{strength: string, certainty: string, origins: string}} asked what is to be said of such a sentence, in words that follow “Choose”
 * @property {string[]} strengths
 * @property {string[]} certainties
 * @property {string[]} origins
 * @property {Record<string, string>} meanings a line for each origin
 *
 * @typedef {object} FormField a field of the front matter
 * @property {string} name
 * @property {string} label
 * @property {string} [help]
 * @property {"text" | "long-text" | "choice" | "choices" | "date" | "boolean" | "list" | "entries"} kind
 * @property {boolean} required
 * @property {string} [setBy] the command that sets it; empty for what editors write themselves
 * @property {{value: string, label: string}[]} [choices]
 * @property {FormField[]} [fields] the parts of an entry
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 *
 * @typedef {{values: Record<string, unknown>, readable: boolean, words: string, address: string}} ReadFields `address`: what a new article of this title is called in its address
 *
 * @typedef {object} Insertable
 * @property {{title: string, address: string, kind: string, unseen: string}[]} pages
 * @property {{id: string, title: string, summary: string, group: string, block: string}[]} calculators
 * @property {{key: string, line: string}[]} works
 * @property {{name: string, markdown: string, help: string}[]} callouts
 *
 * @typedef {object} ReadReference without a key when the text tells too little; without an entry when the work is there
 * @property {string | null} key
 * @property {string | null} entry
 * @property {string} line as the list of references prints it
 * @property {string[]} doubts
 * @property {number | null} number in the list that was pasted
 * @property {boolean} cited in the article already
 *
 * @typedef {{text: string, changed: number}} Renumbered
 * @typedef {{text: string, entries: string, keys: Record<string, string>, doubts: string[]}} CitedByKey
 *
 * @typedef {object} Comparison
 * @property {string} html
 * @property {{before: string, after: string, where: string, kinds: string[]}[]} clinical
 * @property {boolean} numbers_changed
 * @property {boolean} needs_change_entry
 * @property {string} words
 *
 * @typedef {object} Consequence
 * @property {string} calculator
 * @property {string} title
 * @property {string} address
 * @property {string} section
 * @property {string} row
 * @property {string} says
 * @property {number | null} line
 * @property {string} before
 * @property {string} after
 * @property {string} next
 * @property {{path: string, line: number, text: string}[]} mentions other articles with the old number
 *
 * @typedef {{path: string, text: string | null, before: string | null}} CommandFile
 * @typedef {{words: string, steps: string[], files: CommandFile[]}} CommandDone the files are kept in Python already
 *
 * @typedef {{path: string, slug: string, title: string, words: string, state: string, seen: string | null}} BoardRow
 *
 * @typedef {object} Board
 * @property {BoardRow[]} drafts
 * @property {BoardRow[]} scheduled
 * @property {BoardRow[]} withdrawn
 * @property {BoardRow[]} overdue
 * @property {BoardRow[]} due
 * @property {BoardRow[]} undated
 * @property {BoardRow[]} changed since their review
 * @property {{path: string, title: string, errors: number, warnings: number,
 *   first: {line: number, column: number, severity: string, rule: string, message: string}[]}[]} problems
 * @property {{asked: string | null, sections: {title: string, state: string,
 *   links: {address: string, words: string, places: string[]}[]}[]}} links
 * @property {string[]} unread keys of works that nobody looked up
 *
 * @typedef {{title: string, lines: string[]}[]} Report every section of the report; to be asked for by itself, for it takes long
 *
 * @typedef {{markdown: string, doubts: string[]}} MadeTable
 */
export {};
