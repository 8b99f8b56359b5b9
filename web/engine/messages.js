/**
 * What page and worker say to each other. Types only.
 *
 * The worker's name says what to start from: "image" or "library", and "fresh" for past the browser's cache.
 * Without a question a calculator is only made ready to be asked.
 *
 * @typedef {{calculator: string, question?: number, text?: string}} Given
 * @typedef {{progress: number} | {sign: string} | {ready: true} | {refused: import("./failure.js").Reason, detail: string} | {question: number, reply: string}} Told
 */
export {};
