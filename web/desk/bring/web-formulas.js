/** Formulas of web pages (MathML), also where a program writes them for screen readers beside a drawing. */

import { linear, said } from "./formulas.js";
import { attribute, element, hasClass, isElement, rewrite, takeOut, text, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Findings } from "./report.js" */
/** @import { Formula } from "./formulas.js" */

/** @param {Root} root @param {Findings} findings */
export function withFormulas(root, findings) {
  // KaTeX and MathJax draw a formula with letters of their own, beside its MathML.
  takeOut(
    root,
    (node) =>
      isElement(node) && hasClass(node, /^(?:katex-html|MathJax_Preview|mjx-chtml|mwe-math-fallback-image-\w+)$/),
  );
  rewrite(root, (node) => {
    if (!isElement(node, "math")) return undefined;
    const pieces = linear(asFormula(node));
    const words = said(pieces) || attribute(node, "alttext");
    findings.count("formulas");
    findings.ask(`A formula is written in one line: "${words}". Compare it with the source.`);
    return pieces.length
      ? pieces.map((piece) => (piece.raised ? element(piece.raised, [text(piece.words)]) : text(piece.words)))
      : [text(words)];
  });
}

/** @param {Element} node @returns {Formula} */
const asFormula = (node) => ({
  name: node.tagName,
  words: wordsOf(node).trim(),
  children: node.children.filter((child) => isElement(child)).map((child) => asFormula(/** @type {Element} */ (child))),
});
