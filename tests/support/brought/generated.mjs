/**
 * Documents made by chance, each the same for the same seed: signs that Markdown reads as its own, numbers, lists in lists, tables with
 * merged cells, raised signs, links, notes.
 */

const SIGNS = [
  "*",
  "_",
  "~",
  "~~",
  "`",
  ">",
  "<",
  "#",
  "-",
  "+",
  "=",
  "|",
  "[",
  "]",
  "(",
  ")",
  "!",
  "&",
  "\\",
  ":",
  "{",
  "}",
  "$",
  "^",
  "%",
  "≥",
  "–",
  "·",
];
const WORDS = [
  "dose",
  "mg/kg",
  "Blood",
  "a_b",
  "R&D",
  "5<6",
  "[Max]",
  "don’t",
  "naïve",
  "µmol",
  "**bold**",
  "&amp;",
  "2*3",
  "1.",
  "2)",
  "- x",
  "+ 0.5",
  "> 160",
  "~35",
  "https://example.org/a_b",
  "{#id}",
  "[^1]",
  "![x](y)",
  "<b>",
  "---",
  "===",
];

/** @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  /** A number from 0 to below `limit`. @param {number} limit */
  const below = (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return below;
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A document of HTML. @param {number} seed */
export function generated(seed) {
  const below = chance(seed);
  /** @template T @param {T[]} all @returns {T} */
  const one = (all) => /** @type {T} */ (all[below(all.length)]);
  const number = () =>
    one([`${below(300)}`, `${below(20)}.${below(100)}`, `${below(9)},${below(1000)}`, `20${10 + below(20)}`]);
  const piece = () => one([number, () => one(WORDS), () => one(SIGNS), () => `word${below(50)}`])();
  const words = (/** @type {number} */ most) =>
    Array.from({ length: 1 + below(most) }, piece).join(one([" ", " ", "", "\u00a0"]));
  /** @returns {string} */
  const inline = () => {
    const inside = escaped(words(4));
    const made = one(["", "", "b", "i", "sup", "sub", "s", "u", "a", "span", "br", "code"]);
    if (made === "") return `${inside} `;
    if (made === "br") return `${inside}<br>`;
    if (made === "a") return `<a href="https://example.org/${below(9)}?utm_source=x&amp;b=${below(9)}">${inside}</a>`;
    if (made === "span")
      return `<span style="font-weight:${one(["700", "normal"])};vertical-align:${one(["baseline", "super"])}">${inside}</span>`;
    if (made === "s") return ` <s>${inside}</s> `; // beside a number it is set apart
    return `<${made}>${inside}</${made}>${one(["", " ", ", "])}`;
  };
  const line = () => Array.from({ length: 1 + below(4) }, inline).join("");
  /** @param {number} depth @returns {string} */
  const list = (depth) => {
    const name = one(["ul", "ol"]);
    const items = Array.from(
      { length: 1 + below(3) },
      () => `<li>${one([line(), `<p>${line()}</p>`])}${depth < 3 && !below(3) ? list(depth + 1) : ""}</li>`,
    );
    return `<${name}>${items.join("")}</${name}>`;
  };
  const table = () => {
    const rows = Array.from({ length: 1 + below(3) }, () => {
      const cells = Array.from(
        { length: 1 + below(3) },
        () =>
          `<td${one(["", "", ' colspan="2"', ' rowspan="2"'])}>${one([line(), `<p>${line()}</p><p>${line()}</p>`, ""])}</td>`,
      );
      return `<tr>${cells.join("")}</tr>`;
    });
    return `<table>${rows.join("")}</table>`;
  };
  const block = () =>
    one([
      () => `<p>${line()}</p>`,
      () => `<p>${line()}</p>`,
      () => `<h${1 + below(6)}>${line()}</h1>`.replace(/<h(\d)>(.*)<\/h1>/s, "<h$1>$2</h$1>"),
      () => list(1),
      table,
      () => `<blockquote><p>${line()}</p></blockquote>`,
      () => `<div>${line()}<br><br>${line()}</div>`,
      () => `<pre>${escaped(words(5))}\n${escaped(words(5))}</pre>`,
      () => `<p>${line()}<sup><a href="#n${seed}" id="m${seed}">1</a></sup></p>`,
      () =>
        `<p style="mso-list:l0 level1 lfo1" class="MsoListParagraph"><span style="mso-list:Ignore">${one(["·", "1.", "a)"])}&nbsp;</span>${line()}</p>`,
    ])();
  const note = `<div id="n${seed}"><p><a href="#m${seed}">1</a> ${line()}</p></div>`;
  return `${Array.from({ length: 1 + below(6) }, block).join("\n")}\n${note}`;
}
