/** Formulas in one line: of a web page (MathML) and of Word (OMML). Fractions are written with /, powers are raised. */

/** @typedef {{name: string, words: string, children: Formula[]}} Formula one element of either, without its prefix */
/** @typedef {{words: string, raised?: "sup" | "sub"}} Piece */

/** @param {Formula | undefined} formula @returns {Piece[]} */
export function linear(formula) {
  if (!formula) return [];
  const { name, children } = formula;
  const part = (/** @type {string} */ wanted) => children.find((child) => child.name === wanted);
  switch (name) {
    case "f":
      return divided(linear(part("num")), linear(part("den")));
    case "mfrac":
      return divided(linear(children[0]), linear(children[1]));
    case "sSup":
      return [...linear(part("e")), ...raised(linear(part("sup")), "sup")];
    case "sSub":
      return [...linear(part("e")), ...raised(linear(part("sub")), "sub")];
    case "sSubSup":
      return [...linear(part("e")), ...raised(linear(part("sub")), "sub"), ...raised(linear(part("sup")), "sup")];
    case "msup":
      return [...linear(children[0]), ...raised(linear(children[1]), "sup")];
    case "msub":
      return [...linear(children[0]), ...raised(linear(children[1]), "sub")];
    case "msubsup":
      return [...linear(children[0]), ...raised(linear(children[1]), "sub"), ...raised(linear(children[2]), "sup")];
    case "rad": {
      const degree = said(linear(part("deg")));
      return [{ words: degree ? `root ${degree} of (` : "√(" }, ...linear(part("e")), { words: ")" }];
    }
    case "msqrt":
      return [{ words: "√(" }, ...children.flatMap(linear), { words: ")" }];
    case "mroot":
      return [{ words: `root ${said(linear(children[1]))} of (` }, ...linear(children[0]), { words: ")" }];
    case "d":
      return [{ words: "(" }, ...children.filter((child) => child.name === "e").flatMap(linear), { words: ")" }];
    case "nary":
      return [
        { words: "∑ from " },
        ...linear(part("sub")),
        { words: " to " },
        ...linear(part("sup")),
        { words: " of " },
        ...linear(part("e")),
      ];
    case "annotation":
    case "annotation-xml":
      return []; // the same once more, for another program
    default:
      return children.length ? children.flatMap(linear) : [{ words: formula.words }];
  }
}

/** @param {Piece[]} pieces */
export const said = (pieces) =>
  pieces
    .map((piece) => piece.words)
    .join("")
    .trim();

/** @param {Piece[]} above @param {Piece[]} below @returns {Piece[]} */
const divided = (above, below) => [...bracketed(above), { words: "/" }, ...bracketed(below)];

/** @param {Piece[]} pieces @returns {Piece[]} */
const bracketed = (pieces) =>
  /^[\p{L}\p{N}.,%]*$/u.test(said(pieces)) ? pieces : [{ words: "(" }, ...pieces, { words: ")" }];

/** @param {Piece[]} pieces @param {"sup" | "sub"} kind @returns {Piece[]} */
const raised = (pieces, kind) => [{ words: said(pieces), raised: kind }];
