/** The text in CodeMirror: numbered lines, marks beside the lines with problems. Fetched when an editor chooses it. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorSelection, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parser, Table } from "@lezer/markdown";
import { element } from "../../dom.js";
import { changeBetween, placeOf } from "./change.js";
import { nextItemAt } from "./next-item.js";
import { atTheDesk } from "./problem-words.js";

/** @import { Change } from "./change.js" */
/** @import { Problem } from "../contract.d.ts" */
/** @import { TextField, TextFieldOptions } from "./plain-text.js" */

const markdown = new Language(defineLanguageFacet(), parser.configure([Table]), [], "markdown");
const SEVERITY = /** @type {const} */ ({ error: "error", warning: "warning", advice: "info" });

const colors = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--link)" },
  { tag: [tags.monospace, tags.processingInstruction], color: "var(--muted)" },
]);

const look = EditorView.theme({
  "&": { blockSize: "100%", color: "var(--ink)", backgroundColor: "var(--page)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--md-code-font)", fontSize: "0.75rem", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.6rem" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", borderInlineEnd: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--answer)",
  },
  ".cm-tooltip": { backgroundColor: "var(--page)", color: "var(--ink)", border: "1px solid var(--field-line)" },
  ".cm-panels": { backgroundColor: "var(--surface)", color: "var(--ink)" },
});

/** @implements {TextField} */
export class CodeText {
  element = element("div", { class: "desk-code" });
  #view;
  #isTold = true;

  /** @param {TextFieldOptions} options */
  constructor({ label, value, typed, moved, pasted }) {
    // In a tree of its own: there CodeMirror needs no style element, which the policy of the page refuses.
    const root = this.element.attachShadow({ mode: "open" });
    // The theme does not see that somebody types in such a tree, and would take letters for its shortcuts.
    this.element.addEventListener("keydown", (event) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          search({ top: true }),
          drawSelection(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          // The Tab key leaves the field, as everywhere on the page.
          keymap.of([{ key: "Enter", run: () => this.#enter() }, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
          markdown,
          syntaxHighlighting(colors),
          look,
          EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", lang: "en", tabindex: "0" }),
          EditorView.domEventHandlers({
            paste: (event) => {
              pasted(event);
              return event.defaultPrevented;
            },
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && this.#isTold) typed(update.state.doc.toString());
            if (update.selectionSet || update.focusChanged) moved();
          }),
        ],
      }),
    });
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  set value(text) {
    this.#isTold = false;
    this.#view.dispatch({ changes: changeBetween(this.value, text) });
    this.#isTold = true;
  }

  /** @returns {[number, number]} */
  get selection() {
    const { from, to } = this.#view.state.selection.main;
    return [from, to];
  }

  /** @param {Change} change */
  change({ from, to, insert, select }) {
    const selection = select ? EditorSelection.single(...select) : undefined;
    this.#view.dispatch({ changes: { from, to, insert }, selection, scrollIntoView: true, userEvent: "input" });
    this.#view.focus();
  }

  /** @returns {boolean} whether it began or ended an item of a list; the key does nothing else then */
  #enter() {
    const change = nextItemAt(this.value, this.selection);
    if (change) this.change(change);
    return change !== null;
  }

  /** @param {string} text */
  become(text) {
    if (text !== this.value) this.#view.dispatch({ changes: changeBetween(this.value, text), userEvent: "input" });
  }

  /** @param {number} line @param {number} column @param {number | null} endColumn */
  reveal(line, column, endColumn) {
    const start = placeOf(this.value, line, column);
    const end = endColumn === null ? start : placeOf(this.value, line, endColumn);
    this.#view.dispatch({
      selection: EditorSelection.single(start, Math.max(start, end)),
      effects: EditorView.scrollIntoView(start, { y: "center" }),
    });
    this.#view.focus();
  }

  /** @param {readonly Problem[]} problems @param {number} linesAbove */
  mark(problems, linesAbove) {
    const text = this.value;
    const diagnostics = problems
      .filter(({ line }) => line > linesAbove)
      .map(({ line, column, end_column: end, message, fix, severity }) => {
        const from = placeOf(text, line - linesAbove, column);
        const to = end === null ? from : placeOf(text, line - linesAbove, end);
        return {
          from,
          to: Math.max(from, to),
          severity: SEVERITY[severity],
          message: atTheDesk(fix ? `${message} ${fix}` : message, linesAbove),
        };
      })
      .sort((one, other) => one.from - other.from);
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  focus() {
    this.#view.focus();
  }

  remove() {
    this.#view.destroy();
    this.element.remove();
  }
}
