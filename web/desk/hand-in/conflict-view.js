/** One file that somebody else changed too: both versions, line by line, and the choice between them. */
import { element } from "../../dom.js";
import { differences, joinedText } from "./merge.js";

/** @import { Choice, Part } from "./merge.js" */
/** @import { Conflict } from "./newer.js" */

/** Lines before and after a place, so that it is recognized. */
const AROUND = 2;
/** @type {[Choice, string][]} */
const CHOICES = [
  ["mine", "Keep mine"],
  ["theirs", "Keep theirs"],
  ["theirs, mine", "Keep both, theirs first"],
  ["mine, theirs", "Keep both, mine first"],
];

let views = 0;

/**
 * @param {Conflict} conflict
 * @param {(choice: {text: string} | "mine" | "theirs") => void} settle
 */
export function conflictView(conflict, settle) {
  const id = `desk-conflict-${++views}`;
  const body = conflict.parts ? byLines(conflict, conflict.parts, id, settle) : whole(conflict, id, settle);
  return element(
    "section",
    { class: "desk-conflict", "aria-labelledby": id },
    element("h4", { id }, conflict.name ?? conflict.path),
    ...body,
  );
}

/**
 * A picture, or a file that one of the two took away: only one of both can stay.
 *
 * @param {Conflict} conflict @param {string} id @param {(choice: "mine" | "theirs") => void} settle
 */
function whole({ isTakenAway, theirs, theirBytes }, id, settle) {
  const isGone = theirs === null && !theirBytes;
  const words = isGone
    ? "Somebody else took this file away."
    : isTakenAway
      ? "You take this file away, and somebody else changed it."
      : "This is a picture, or no text. Two versions of it cannot be joined.";
  const choices = /** @type {[Choice, string][]} */ ([
    ["mine", isTakenAway ? "Take it away" : isGone ? "Put mine there again" : "Keep mine"],
    ["theirs", isGone ? "Leave it away" : "Keep theirs"],
  ]);
  const { group, chosen } = choiceOf("What stays?", `${id}-whole`, choices);
  const problem = element("p", { class: "desk-refused", role: "alert" });
  const shown =
    theirs === null ? [] : [element("details", {}, element("summary", {}, "Their text"), block("Theirs", theirs))];
  const use = button("Use this", () => {
    const choice = chosen();
    if (choice === "mine" || choice === "theirs") settle(choice);
    else refuse(problem, "Choose one of the two first.", group);
  });
  return [element("p", {}, words), ...shown, group, problem, element("div", { class: "desk-actions" }, use)];
}

/**
 * @param {Conflict} conflict @param {readonly Part[]} parts @param {string} id
 * @param {(choice: {text: string}) => void} settle
 */
function byLines({ mine, theirs }, parts, id, settle) {
  const places = parts.flatMap((part, at) => (part.kind === "both" ? [{ part, at }] : []));
  const groups = places.map(({ part, at }, number) => {
    const around = (/** @type {Part | undefined} */ beside, /** @type {boolean} */ isBefore) =>
      beside?.kind === "agreed"
        ? (isBefore ? beside.lines.slice(-AROUND) : beside.lines.slice(0, AROUND)).join("")
        : "";
    const { group, chosen } = choiceOf(`Place ${number + 1} of ${places.length}`, `${id}-${number}`, CHOICES);
    const legend = group.firstElementChild;
    legend?.after(
      context(around(parts[at - 1], true)),
      element("div", { class: "desk-sides" }, block("Mine", part.mine.join("")), block("Theirs", part.theirs.join(""))),
      context(around(parts[at + 1], false)),
    );
    return { group, chosen };
  });
  const problem = element("p", { class: "desk-refused", role: "alert" });
  const use = button(places.length ? "Use these choices" : "Join both", () => {
    const choices = groups.map(({ chosen }) => chosen());
    const text = joinedText(parts, choices);
    const open = choices.findIndex((choice) => !choice);
    if (text !== null) settle({ text });
    else refuse(problem, `Choose what stays in place ${open + 1} first.`, groups[open]?.group);
  });
  return [
    element(
      "p",
      {},
      places.length
        ? `You and somebody else changed the same lines in ${places.length === 1 ? "one place" : `${places.length} places`}. What only one of you changed is joined by itself.`
        : "You and somebody else changed different lines. Both can be joined. Read the joined text then: each of you wrote without knowing the other's lines.",
    ),
    ...groups.map(({ group }) => group),
    allLines(mine ?? "", theirs ?? ""),
    problem,
    element("div", { class: "desk-actions" }, use),
  ];
}

/** @param {string} mine @param {string} theirs */
function allLines(mine, theirs) {
  const rows = differences(mine, theirs).flatMap(({ of, lines }) => {
    if (of === "both")
      return [
        element(
          "li",
          { class: "desk-same" },
          lines.length === 1 ? "1 line is the same" : `${lines.length} lines are the same`,
        ),
      ];
    const whose = of === "first" ? "Mine" : "Theirs";
    return lines.map((line) =>
      element("li", { class: `desk-${whose.toLowerCase()}` }, element("b", {}, `${whose}: `), shown(line)),
    );
  });
  return element(
    "details",
    {},
    element("summary", {}, "All differences, line by line"),
    element("ul", { class: "desk-lines" }, ...rows),
  );
}

/** @param {string} line */
const shown = (line) => line.replace(/\r?\n$/, "") || "(an empty line)";

/** @param {string} lines */
const context = (lines) => element("pre", { class: "desk-around" }, lines);

/** @param {string} whose @param {string} lines */
function block(whose, lines) {
  // A long text is scrolled by keys as well.
  return element(
    "figure",
    { class: `desk-${whose.toLowerCase()}` },
    element("figcaption", {}, whose),
    element("pre", { tabindex: "0", role: "group", "aria-label": whose }, lines || "(taken away)"),
  );
}

/** @param {string} legend @param {string} name @param {readonly [Choice, string][]} choices */
function choiceOf(legend, name, choices) {
  const options = choices.map(([value, words]) => {
    const input = element("input", { type: "radio", name, value });
    return { input, label: element("label", { class: "desk-tick" }, input, words) };
  });
  const group = element(
    "fieldset",
    { tabindex: "-1" },
    element("legend", {}, legend),
    element("div", { class: "desk-choices" }, ...options.map(({ label }) => label)),
  );
  const chosen = () => /** @type {Choice | undefined} */ (options.find(({ input }) => input.checked)?.input.value);
  return { group, chosen };
}

/** @param {HTMLElement} problem @param {string} words @param {HTMLElement | undefined} place */
function refuse(problem, words, place) {
  problem.textContent = words;
  place?.querySelector("input")?.focus();
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = element("button", { type: "button", class: "desk-main" }, words);
  made.addEventListener("click", act);
  return made;
}
