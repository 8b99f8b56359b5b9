/** Small .docx files as Word writes them, from the XML of their body. */

import JSZip from "jszip";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** A style that numbers its paragraphs. @param {number} list */
const numbered = (list) => `<w:pPr><w:numPr><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
const STYLES = [
  ["Title", "Title", ""],
  ["Heading1", "heading 1", ""],
  ["Heading2", "heading 2", ""],
  ["Heading3", "heading 3", ""],
  ["Section", "Section of the clinic", '<w:basedOn w:val="Heading2"/>'],
  ["ListParagraph", "List Paragraph", ""],
  ["Caption", "caption", ""],
  ["TOC1", "toc 1", ""],
  ...["Bullet", "Number"].flatMap((kind, i) => [
    [`List${kind}`, `List ${kind}`, numbered(i + 1)],
    [`List${kind}2`, `List ${kind} 2`, numbered(i + 5)],
    [`List${kind}3`, `List ${kind} 3`, numbered(i + 7)],
  ]),
  ["ListContinue", "List Continue", ""],
  ["ListContinue2", "List Continue 2", ""],
  ["HouseBullet", "Deeper bullet of the clinic", '<w:basedOn w:val="ListBullet2"/>'],
  ["Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>"],
];

/** @param {string} text */
export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A run. @param {string} text @param {string} [properties] */
export const r = (text, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of one text. @param {string} inside @param {string} [properties] */
export const p = (inside, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith("<") ? inside : r(inside)}</w:p>`;

/** @param {string} id of the style @param {string} inside */
export const styled = (id, inside) => p(inside, `<w:pStyle w:val="${id}"/>`);

/** An item of the list with this number. @param {string} inside @param {number} [list] @param {number} [level] */
export const item = (inside, list = 1, level = 0) =>
  p(inside, `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A cell; properties such as `<w:gridSpan w:val="2"/>`. @param {string} inside @param {string} [properties] */
export const tc = (inside, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith("<w:p") || inside.startsWith("<w:tbl") ? inside : p(inside)}</w:tc>`;

/** @param {string[][]} rows of finished cells, or of texts */
export const tbl = (rows) =>
  `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map((cell) => (cell.startsWith("<w:tc") ? cell : tc(cell))).join("")}</w:tr>`).join("")}</w:tbl>`;

/** @param {number} level @param {string} format @param {string} text */
const level = (level, format, text) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** List 1 has bullets, 2 numbers, 3 letters; 4 counts like 2 and begins again. Those of the built-in styles have one level each: 5 and 7 bullets, 6 and 8 numbers. */
const NUMBERING =
  `<w:numbering ${NAMESPACES}>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "\uf0b7")}${level(1, "bullet", "o")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="3">${level(0, "lowerLetter", "%1)")}</w:abstractNum>` +
  [1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("") +
  [5, 6, 7, 8]
    .map(
      (id) =>
        `<w:abstractNum w:abstractNumId="${id}">${id % 2 ? level(0, "bullet", "\uf0b7") : level(0, "decimal", "%1.")}</w:abstractNum>`,
    )
    .join("") +
  [5, 6, 7, 8].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("") +
  '<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
  "</w:numbering>";

/**
 * @typedef {object} Parts
 * @property {string} body the XML of the paragraphs and tables
 * @property {string[]} [footnotes] the XML of each, from number 1 on
 * @property {string[]} [endnotes]
 * @property {string[]} [comments]
 * @property {string} [header]
 * @property {string} [footer]
 * @property {Record<string, string>} [links] addresses by the id of their relationship
 * @property {Uint8Array} [picture] what rIdPicture leads to, a PNG
 */

/** @param {Parts} parts @returns {Promise<ArrayBuffer>} */
export async function docx({ body, footnotes, endnotes, comments, header, footer, links = {}, picture }) {
  const zip = new JSZip();
  /** @type {string[]} */
  const related = [];
  /** @type {[string, string][]} */
  const parts = [];
  const add = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {string} */ xml) => {
    zip.file(`word/${name}`, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
    parts.push([kind, name]);
    related.push(`<Relationship Id="rId${name}" Type="${RELATED}/${kind}" Target="${name}"/>`);
  };
  const notes = (/** @type {string} */ kind, /** @type {string[]} */ given) =>
    `<w:${kind}s ${NAMESPACES}>${given.map((xml, i) => `<w:${kind} w:id="${i + 1}"><w:p><w:r><w:${kind}Ref/></w:r>${xml}</w:p></w:${kind}>`).join("")}</w:${kind}s>`;
  const styles = STYLES.map(
    ([id, name, more]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`,
  );
  add("styles", "styles.xml", `<w:styles ${NAMESPACES}>${styles.join("")}</w:styles>`);
  add("numbering", "numbering.xml", NUMBERING);
  if (footnotes) add("footnotes", "footnotes.xml", notes("footnote", footnotes));
  if (endnotes) add("endnotes", "endnotes.xml", notes("endnote", endnotes));
  if (comments) {
    const written = comments.map((text, i) => `<w:comment w:id="${i + 1}" w:author="Author">${p(text)}</w:comment>`);
    add("comments", "comments.xml", `<w:comments ${NAMESPACES}>${written.join("")}</w:comments>`);
  }
  if (header) add("header", "header1.xml", `<w:hdr ${NAMESPACES}>${p(header)}</w:hdr>`);
  if (footer) add("footer", "footer1.xml", `<w:ftr ${NAMESPACES}>${p(footer)}</w:ftr>`);
  for (const [id, address] of Object.entries(links)) {
    related.push(
      `<Relationship Id="${id}" Type="${RELATED}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
    );
  }
  if (picture) {
    zip.file("word/media/image1.png", picture);
    related.push(`<Relationship Id="rIdPicture" Type="${RELATED}/image" Target="media/image1.png"/>`);
  }
  zip.file("word/document.xml", `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  const relationships = (/** @type {string[]} */ all) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
  zip.file("word/_rels/document.xml.rels", relationships(related));
  zip.file(
    "_rels/.rels",
    relationships([`<Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/>`]),
  );
  const override = (/** @type {string} */ name, /** @type {string} */ kind) =>
    `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const types = [override("document.xml", "document.main"), ...parts.map(([kind, name]) => override(name, kind))];
  zip.file(
    "[Content_Types].xml",
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${types.join("")}</Types>`,
  );
  return zip.generateAsync({ type: "arraybuffer" });
}
