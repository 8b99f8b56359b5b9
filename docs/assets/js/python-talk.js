/**
 * What page and worker say to each other. Types only.
 *
 * @typedef {{core: WebAssembly.Module} | {library: ArrayBuffer} | {image: ArrayBuffer} | {question: number, text: string}} Given
 * @typedef {{sign: string} | {ready: true} | {refused: "wrong" | "died", detail: string} | {question: number, reply: string}} Told
 */
export {};
