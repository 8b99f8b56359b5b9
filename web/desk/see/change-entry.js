/** An entry in the list of changes that readers of an article are told. */

/** @import { ArticleSession } from "../article-session.js" */
/** @import { Services } from "../contract.d.ts" */
import { today } from "../../today.js";

/**
 * Adds an entry of today, and says so. Rejects where the front matter cannot be changed safely, or the text was changed meanwhile.
 *
 * @param {Services} python
 * @param {ArticleSession} session
 * @param {"clinical" | "editorial"} kind
 * @param {string} text
 */
export async function addEntry(python, session, kind, text) {
  const asked = session.text;
  const { values } = await python.readFields({ text: asked });
  const before = Array.isArray(values.changes) ? values.changes : [];
  const reply = await python.setFields({
    text: asked,
    values: { changes: [{ date: today(), kind, text }, ...before] },
  });
  if (session.text !== asked) throw new Error("You wrote on meanwhile. Press the button once more.");
  session.exchange(reply.text, "The change is added to what readers are told.", "command");
  return session.undoable;
}
