/**
 * What page and worker say to each other. Types only.
 *
 * Without a question a calculator is only made ready to be asked.
 *
 * @typedef {{core: WebAssembly.Module} | {library: ArrayBuffer, for: "answers" | "image"} | {image: ArrayBuffer}} Goods
 * @typedef {Goods | {calculator: string, question?: number, text?: string}} Given
 * @typedef {{sign: string} | {ready: true} | {image: ArrayBuffer} | {refused: "wrong" | "died", detail: string} | {question: number, reply: string}} Told
 */
export {};
