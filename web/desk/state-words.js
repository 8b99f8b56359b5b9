/** What readers see of an article, in words; and what they will see once it is handed in. */

/** @import { ArticleLine } from "./contract.d.ts" */

export const STATES = {
  draft: "Draft",
  scheduled: "Published later",
  published: "Published",
  withdrawn: "Withdrawn",
};

/** Whether readers see something else than what was chosen here. @param {Pick<ArticleLine, "state" | "seen">} article */
export const isAhead = ({ state, seen }) => state !== seen && !(state === "draft" && seen === null);

/**
 * @param {Pick<ArticleLine, "state" | "seen">} article
 * @param {boolean} [isHandedIn]
 */
export function stateWords(article, isHandedIn = false) {
  const words = STATES[article.state];
  if (!isAhead(article)) return words;
  const when = isHandedIn ? "once it is taken in" : "when handed in";
  return article.state === "scheduled" ? `${words}, ${when}` : `${words} ${when}`;
}
