/** The board: what presses in all articles, the most urgent first. It is made when somebody asks for it, for that takes a while. */
import { element } from "../../dom.js";
import { button } from "../dialog.js";
import { isAhead, stateWords } from "../state-words.js";

/** @import { Board, BoardRow } from "../contract.d.ts" */

/** The lists of the board in their order. @type {[keyof Board, string][]} */
const LISTS = [
  ["overdue", "Review overdue"],
  ["changed", "Changed since the review"],
  ["due", "Review due soon"],
  ["undated", "No review date"],
  ["drafts", "Drafts"],
  ["scheduled", "Published later"],
  ["withdrawn", "Withdrawn"],
];

/**
 * @param {() => Promise<Board>} read
 * @param {(path: string) => void} open
 */
export function boardView(read, open) {
  const says = element("p", { class: "desk-hint", role: "status" });
  const place = element("div");
  const ask = button("Show what is due and what is wrong", async () => {
    ask.disabled = true;
    says.textContent = "All articles are being checked. This takes some seconds.";
    try {
      const board = await read();
      place.replaceChildren(...sections(board, open));
      says.textContent = summary(board);
    } catch (thrown) {
      says.textContent = thrown instanceof Error ? thrown.message : String(thrown);
    }
    ask.disabled = false;
    ask.textContent = "Look again";
  });
  return element(
    "section",
    { "aria-labelledby": "desk-board" },
    element("h2", { id: "desk-board" }, "All articles at a glance"),
    ask,
    says,
    place,
  );
}

/** @param {Board} board */
function summary({ overdue, due, problems }) {
  const errors = problems.reduce((sum, file) => sum + file.errors, 0);
  return `${overdue.length} overdue, ${due.length} due soon, ${errors === 1 ? "1 error" : `${errors} errors`}.`;
}

/** @param {Board} board @param {(path: string) => void} open @returns {Node[]} */
function sections(board, open) {
  const parts = LISTS.flatMap(([name, title]) => {
    const rows = /** @type {BoardRow[]} */ (board[name]);
    return listed(title, rows.map(withState), open);
  });
  const problems = board.problems.map(({ path, title, errors, warnings, first }) => ({
    path,
    title: title || path,
    words: `${errors === 1 ? "1 error" : `${errors} errors`}, ${warnings === 1 ? "1 warning" : `${warnings} warnings`}. ${first[0]?.message ?? ""}`,
  }));
  const links = board.links.sections.flatMap(({ title, lines }) => told(title, lines));
  return [
    ...listed("Problems that the check finds", problems, open),
    ...parts,
    ...(board.links.asked
      ? [
          element("p", { class: "desk-hint" }, `Links to other sites were last tried on ${board.links.asked}.`),
          ...links,
        ]
      : [element("p", { class: "desk-hint" }, "Links to other sites have not been tried yet.")]),
    ...told("Works that nobody has looked up yet", board.unread),
  ];
}

/** What stands on this device alone is not told as what readers see. @param {BoardRow} row */
const withState = (row) => ({ ...row, words: isAhead(row) ? `${row.words} · ${stateWords(row)}` : row.words });

/** @param {string} title @param {readonly Pick<BoardRow, "path" | "title" | "words">[]} rows @param {(path: string) => void} open */
function listed(title, rows, open) {
  if (!rows.length) return [];
  const items = rows.map(({ path, title: name, words }) =>
    element(
      "li",
      {},
      path.startsWith("content/articles/")
        ? button(name, () => open(path), { class: "desk-open" })
        : element("span", { class: "desk-open" }, name),
      element("span", { class: "desk-hint" }, words),
    ),
  );
  return [element("h3", {}, `${title} (${rows.length})`), element("ul", { class: "desk-rows" }, ...items)];
}

/** @param {string} title @param {readonly string[]} lines */
function told(title, lines) {
  if (!lines.length) return [];
  const list = element("ul", { class: "desk-told" }, ...lines.map((words) => element("li", {}, words)));
  return [element("details", { class: "desk-fold" }, element("summary", {}, `${title} (${lines.length})`), list)];
}
