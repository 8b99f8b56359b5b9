/**
 * What page and worker send each other. Types only.
 *
 * How to start stands in the worker's name, as JSON; then the page sends questions. A calculator without a question is only made
 * ready: its reference answers are compared. The worker first says from what it starts, then how far it is, then that it is ready
 * or why not; then it replies.
 *
 * @typedef {{clean: boolean, fresh: boolean, tools?: string[], release?: Release}} Start `clean`: not from the snapshot; `fresh`:
 *   past the browser's cache; `tools`: the calculators of the page, whose parts of the snapshot are fetched at once; `release`: with
 *   an earlier version of the calculators in place of the present one
 * @typedef {{sources: import("bundle:runtime").BundleFile, known: import("bundle:runtime").BundleFile}} Release its packed
 *   sources, and its own known replies
 * @typedef {{calculator: string, question?: number, text?: string}} Question
 *
 * @typedef {"snapshot" | "clean"} Source
 * @typedef {{from: Source} | {progress: number} | {step: "fetched" | "interpreter" | "python" | "calculators"} | {ready: true}} StartEvent
 * @typedef {StartEvent | {fetching: string} | {refused: import("./failure.js").Reason, detail: string} | {question: number, reply: string}} FromWorker
 *   `fetching`: the calculator whose part of the snapshot is waited for
 *
 * early-start.js starts the worker before the engine's script has arrived, and leaves it here with the events that it has
 * fired since. The engine takes both and leaves an empty object, by which the script of the next page knows that there is a
 * worker already.
 * @typedef {{worker?: Worker, events?: Event[]}} EarlyWorker
 */
export {};
