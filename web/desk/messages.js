/**
 * What the desk's page and its worker send each other. Types only. The worker finds in its name how to start; then the page asks. The
 * worker says how far it is, then that it is ready or why not; then it replies, in the order of the questions.
 *
 * @import { BundleFile } from "bundle:runtime"
 *
 * @typedef {object} PythonParts what Python starts from; addresses are relative to the folder of the desk's scripts
 * @property {string} worker the worker's script
 * @property {Record<string, BundleFile>} pyodide Pyodide's own files by their names
 * @property {BundleFile} library press, and what it imports
 * @property {BundleFile} project the project's files
 * @property {{snapshot: BundleFile, unloaded: BundleFile} | null} resumed in place of the library: Python's memory after its start, to
 *   resume from, and the files that it has not loaded; null where none was made
 *
 * @typedef {{start: PythonParts, today: string, fresh: boolean, resumes: boolean}} Start `fresh`: past the browser's cache;
 *   `resumes`: from the snapshot, where there is one
 * @typedef {{question: number, text: string}} Question
 * @typedef {{progress: number} | {step: "fetched" | "python" | "files" | "press"} | {ready: true}
 *   | {refused: import("../engine/failure.js").Reason, detail: string} | {question: number, reply: string}} FromWorker
 */
export {};
