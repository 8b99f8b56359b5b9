/** A page that is drawn anew keeps what has not changed: a form keeps its entries, and nothing jumps. */

/**
 * Which blocks stay: so many at the beginning and so many at the end. Those between them are exchanged.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 */
export function staying(before, after) {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  return { first, last };
}
