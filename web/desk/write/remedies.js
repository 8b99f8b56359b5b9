/** What the buttons at a problem do to the text. Each can be taken back. */
import { headingOf } from "./brought-place.js";
import { sayHowStrong } from "./strength-dialog.js";

/** @import { ArticleSession } from "../article-session.js" */
/** @import { Problem, Services } from "../contract.d.ts" */

/** @typedef {(problem: Pick<Problem, "rule" | "line" | "column">) => Promise<void>} OfProblem */
/** @typedef {(rule?: string) => Promise<void>} OfRule without a rule: of all of them */

/**
 * @param {{python: Services, session: ArticleSession, say: (words: string) => void, focusProblems: () => void}} desk
 * @returns {{mend: OfProblem, mendAll: OfRule, write: OfProblem, writeAll: OfRule, keepHeading: () => Promise<void>, sayHowStrong: OfProblem}}
 */
export function remedies({ python, session, say, focusProblems }) {
  /** @param {{rule?: string, line?: number, column?: number, suggested?: boolean}} what */
  const mend = (what) => said(say, () => mended(python, session, what));
  return {
    mend: ({ rule, line, column }) => mend({ rule, line, column }),
    mendAll: (rule) => mend(rule === undefined ? {} : { rule }),
    write: ({ rule, line, column }) => mend({ rule, line, column, suggested: true }),
    writeAll: (rule) => mend({ ...(rule === undefined ? {} : { rule }), suggested: true }),
    keepHeading: () => said(say, () => titled(python, session)),
    sayHowStrong: async (problem) => {
      await said(say, () => sayHowStrong(python, session, problem));
      focusProblems();
    },
  };
}

/** @param {(words: string) => void} say @param {() => Promise<string>} act */
async function said(say, act) {
  try {
    say(await act());
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** @param {Services} python @param {ArticleSession} session @param {{rule?: string, line?: number, column?: number, suggested?: boolean}} what */
async function mended(python, session, what) {
  const { path, text } = session;
  const reply = await python.mend({ path, text, ...what });
  if (session.text !== text) return "You wrote on meanwhile. Press the button once more.";
  const places = reply.count === 1 ? "1 place is mended" : `${reply.count} places are mended`;
  // What was read before it was written need not be told once more.
  const kinds = what.suggested || !reply.kinds.length ? "" : `: ${reply.kinds.join("; ")}`;
  session.exchange(reply.text, `${places}${kinds}.`);
  return reply.count ? session.undoable : "There is nothing to mend here any more.";
}

/** Makes the heading of the text the title in “About the article”. @param {Services} python @param {ArticleSession} session */
async function titled(python, session) {
  const { text } = session;
  const title = headingOf(session.body);
  const reply = await python.setFields({ text, values: { title } });
  if (session.text !== text) return "You wrote on meanwhile. Press the button once more.";
  session.exchange(reply.text, `The title of the article is now “${title}”.`);
  return session.undoable;
}
