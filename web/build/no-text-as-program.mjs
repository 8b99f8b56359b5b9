/** Keeps what is bundled from making programs of text, which the site's policy refuses. */
import { readFileSync } from "node:fs";

/** @import { Plugin } from "esbuild" */

/** What the reader of .docx files brings along could make programs of text, and never has to. @type {Plugin} */
export const noTextAsProgram = {
  name: "no text as program",
  setup({ onLoad }) {
    onLoad({ filter: /(?:underscore\/modules\/template|jszip\.min)\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const made = /\bnew Function\b/g;
      if (text.match(made)?.length !== 1) throw new Error(`${path} no longer makes a program of text in one place.`);
      const refused = '(class{constructor(){throw new EvalError("No text becomes a program.")}})';
      return { contents: text.replace(made, `new ${refused}`), loader: "js" };
    });
  },
};
