/** A page that is drawn anew keeps what has not changed: a form keeps its entries, and nothing jumps. */

/**
 * Which blocks stay: for each block of the new page the place of the old one that it is, or -1 when it is to be made. As
 * many stay as can without any of them being moved, for a form that is moved loses its entries.
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
  const olds = before.slice(first, before.length - last);
  const news = after.slice(first, after.length - last);
  const between = common(olds, news).map((place) => (place < 0 ? place : first + place));
  return after.map((_, place) => {
    if (place < first) return place;
    const behind = place - (after.length - last);
    return behind < 0 ? /** @type {number} */ (between[place - first]) : before.length - last + behind;
  });
}

/** The longest common subsequence, as the places in `olds` of each of `news`. @param {string[]} olds @param {string[]} news */
function common(olds, news) {
  const width = news.length + 1;
  // How many can stay of what follows an old and a new block.
  const stay = new Uint32Array((olds.length + 1) * width);
  const at = (/** @type {number} */ old, /** @type {number} */ fresh) => stay[old * width + fresh] ?? 0;
  for (let old = olds.length - 1; old >= 0; old--)
    for (let fresh = news.length - 1; fresh >= 0; fresh--)
      stay[old * width + fresh] =
        olds[old] === news[fresh] ? 1 + at(old + 1, fresh + 1) : Math.max(at(old + 1, fresh), at(old, fresh + 1));
  let old = 0;
  return news.map((own, fresh) => {
    while (old < olds.length && olds[old] !== own && at(old + 1, fresh) === at(old, fresh)) old++;
    return olds[old] === own ? old++ : -1;
  });
}
