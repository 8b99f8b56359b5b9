/** Opens every fold that an element stands in, so that it is seen. @param {Element | null | undefined} element */
export function unfold(element) {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}
