/**
 * What the calculators' Python answers, as the page sees it. Types only. A text that does not apply is empty.
 *
 * @typedef {{field: string, kind: "missing" | "invalid" | "rule", message: string, label?: string, remedy?: "decimal_comma"}} Problem
 * @typedef {{value: string, words: string}} Proposal an entry that is expected; with words the reader is asked, without it stands in a new row
 * @typedef {{typed: string, text: string, said: string, commas: boolean}} Reading how an entry was read, and written alike everywhere
 * @typedef {{key: string, label: string, text: string}} Echo
 * @typedef {{key: string, label: string, text: string, group: string, in_figure: boolean}} Shown
 * @typedef {{text: string, tone: "plain" | "good" | "caution" | "stop"}} Chip
 * @typedef {{label: string, value: string, unit: string, after: string, chips: Chip[]}} Figure a text that does not apply is empty
 * @typedef {{key: string, label: string, from: number, to: number, interval: string, here: boolean, meaning?: string}} ScaleBand
 * @typedef {{label: string, unit: string, low: number, high: number, at: number, at_text: string, place: number, bands: ScaleBand[]}} Scale
 * @typedef {{kind: "stop" | "caution" | "note", word: string, text: string, calculator: string, title: string}} Warning
 * @typedef {{topic: string, house: string, literature: string}} Difference
 * @typedef {{cite: string, doi: string, pmid: string, url: string, supports: string}} Source
 * @typedef {{label: string, head: string[], rows: string[][], dated?: boolean}} Table
 * @typedef {{against: string[], lines: [string, string][], tables: string[]}} DoubleCheck a sheet to sign, and the tables that stand with it
 *
 * @typedef {{day: string | number, value: number, text: string}} ChartPoint a number in place of a day is a minute from a start
 * @typedef {{label: string, table: string, description: string, low: number, high: number,
 *   points: ChartPoint[], name: string, more: {label: string, points: ChartPoint[]}[], lines: {label: string, short: string, value: number, upto: number | null}[],
 *   bands: {label: string, low: number, upto: number}[], lanes: {label: string, marks: {day: string, text: string}[]}[],
 *   days: [string, string] | null, is_beside: boolean}} Chart with `days`, from which day to which one it is drawn
 *
 * @typedef {{minute: number, words: string, late: string, state: "done" | "late" | "missing" | "due"}} DueReading
 * @typedef {{day: string | null, time: string | null, readings: DueReading[], next: DueReading | null, late_after: number,
 *   until: number, until_words: string}} Due what is due, in minutes from a start that may not have been entered
 * @typedef {{calculator: string, address: string, version: string, words: string, entries: [string, string][]}} Onward a form to go on to
 *
 * @typedef {object} Answer
 * @property {string} calculator
 * @property {string} title
 * @property {string} version
 * @property {string} headline the answer in one sentence
 * @property {Figure} figure the same at a glance
 * @property {Record<string, unknown>} values
 * @property {Echo[]} inputs
 * @property {Shown[]} shown
 * @property {string[]} working
 * @property {Scale[]} scales
 * @property {Warning[]} warnings
 * @property {string[]} dangers every stop and caution in the few words of a record
 * @property {Difference[]} differences
 * @property {Source[]} sources
 * @property {Table[]} tables
 * @property {Chart[]} charts
 * @property {DoubleCheck | null} double_check
 *
 * @typedef {{kind: "line" | "note" | "fhir", calculator: string, version: string, day: string, entries: [string, string][] | null, why: string}} FoundRecord
 * @typedef {{words: string, entries: [string, string][], rows: string}} Offer entries that the reader takes or leaves; with `rows` they are a new row there
 * @typedef {{title: string, offers: Offer[], left: string[]}} Taken what a saved file of another worksheet offers, and what is not taken
 * @typedef {{canceled: string, words: string}} CalendarUpdate what an earlier file of dates no longer holds, as a file; and what changed
 * @typedef {{answer?: Answer, record?: string, found?: FoundRecord | null, completed?: {entries: [string, string][], added: string[]}, needed?: Problem[], proposed?: Record<string, Proposal>, due?: Due, onward?: Onward[], problems?: Problem[], failure?: string, readings?: Record<string, Reading>, update?: CalendarUpdate, refused?: string, taken?: Taken}} Reply
 */
export {};
