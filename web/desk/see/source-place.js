/** Where on the page a line of the text stands: behind which heading, and how far on from it. */

/** What opens or closes a block whose lines are no Markdown. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The heading that a line stands behind, counted from 1 (0 before the first), and its block behind that heading, of all there.
 *
 * @param {string} body
 * @param {number} line counted from 1
 * @returns {{heading: number, block: number, blocks: number}}
 */
export function sourcePlace(body, line) {
  let fence = "";
  let heading = 0;
  let isInBlock = false;
  let block = 0;
  let found = { heading: 0, block: 0 };
  const lines = body.split("\n");
  for (const [index, text] of lines.entries()) {
    const mark = FENCE.exec(text)?.[1];
    const isHeading = !fence && /^ {0,3}#{1,6}\s/.test(text);
    if (isHeading && index + 1 > line) break;
    if (isHeading) {
      heading++;
      block = 0;
      isInBlock = false;
    } else if (text.trim() === "" && !fence) {
      isInBlock = false;
    } else if (!isInBlock) {
      isInBlock = true;
      block++;
    }
    if (mark) fence = fence ? (mark.startsWith(fence) ? "" : fence) : mark;
    if (index + 1 <= line) found = { heading, block };
  }
  return { ...found, blocks: block };
}

/**
 * Which of the elements behind a heading shows a block, by its share where they are not as many as the blocks.
 *
 * @param {{block: number, blocks: number}} place
 * @param {number} elements
 */
export function elementOf({ block, blocks }, elements) {
  if (!block || !elements) return -1;
  if (blocks === elements) return block - 1;
  return Math.min(elements - 1, Math.floor(((block - 1) / blocks) * elements));
}
