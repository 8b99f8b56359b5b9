/** The letters and numbers of words, small: what two titles have in common that differ in their signs. @param {string} words */
export const letters = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
