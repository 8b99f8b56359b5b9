/**
 * A .docx file as HTML, by mammoth. What mammoth leaves out without a word is written into the file before it reads it, or named:
 * see docx-parts.js.
 */

import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import JSZip from "jszip";
import mammoth from "mammoth";
import { prepared } from "./docx-parts.js";
import { styleMap, stylesOf } from "./docx-styles.js";
import { pictureFile } from "./links.js";
import { Findings } from "./report.js";

/** @import { Picture } from "./links.js" */

const OLDER = [0xd0, 0xcf, 0x11, 0xe0];
const LONGEST = 60_000_000;

/** @param {ArrayBuffer} file */
export async function readDocx(file) {
  const zip = await opened(file);
  const parts = await partsOf(zip);
  if (![...parts.values()].some((part) => part.documentElement?.localName === "document")) {
    throw new Error("This file holds no text of Word. Open it in Word or LibreOffice, and save it as .docx.");
  }
  const findings = new Findings();
  const { words, counts } = prepared(parts, findings);
  for (const [path, part] of parts) zip.file(path, new XMLSerializer().serializeToString(part));
  const arrayBuffer = await zip.generateAsync({ type: "arraybuffer" });
  const styles = [...parts.values()].find((part) => part.documentElement?.localName === "styles");
  /** @type {Picture[]} */
  const pictures = [];
  const input = /** @type {{arrayBuffer: ArrayBuffer}} */ ({ arrayBuffer, buffer: arrayBuffer }); // in Node it has the other name
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap: styleMap([...stylesOf(styles).values()]),
    convertImage: mammoth.images.imgElement(async (image) => {
      const bytes = new Uint8Array(await image.readAsArrayBuffer());
      const alt = /** @type {{altText?: string}} */ (/** @type {unknown} */ (image)).altText ?? "";
      const picture = pictureFile(pictures.length + 1, image.contentType, bytes, alt);
      pictures.push(picture);
      return { src: picture.address };
    }),
  });
  for (const { message } of messages)
    if (/image/i.test(message))
      findings.ask(`Of a picture the reader of the file says: ${message}. Compare it with the source.`);
  return { html: withSigns(value), findings, words, counts, pictures };
}

/** @param {ArrayBuffer} file */
async function opened(file) {
  const first = new Uint8Array(file, 0, Math.min(4, file.byteLength));
  if (OLDER.every((byte, i) => first[i] === byte)) {
    throw new Error(
      "This file is of an older Word, or has a password. Open it in Word or LibreOffice, and save it as .docx without a password.",
    );
  }
  if (file.byteLength > LONGEST)
    throw new Error("This file is larger than 60 MB. Take large pictures out of it, and save it again.");
  try {
    return await JSZip.loadAsync(file);
  } catch {
    throw new Error(
      "This file is damaged, or another kind of file with the ending .docx. Open it in Word or LibreOffice, and save it as .docx.",
    );
  }
}

/** The parts that hold words or say how they are shown. @param {JSZip} zip @returns {Promise<Map<string, Document>>} */
async function partsOf(zip) {
  /** @type {Map<string, Document>} */
  const parts = new Map();
  for (const path of Object.keys(zip.files).filter((one) => /^word\/[^/]+\.xml$/i.test(one))) {
    const text = (await zip.file(path)?.async("string")) ?? "";
    const errors = { warning: () => {}, error: () => {}, fatalError: () => {} };
    const part = new DOMParser({ errorHandler: errors }).parseFromString(text, "application/xml");
    if (part?.documentElement) parts.set(path, part);
  }
  return parts;
}

/** Turns the marks that docx-parts.js has set before paragraphs of lists into attributes. @param {string} html */
const withSigns = (html) =>
  html.replace(
    /<(p|h[1-6])((?: class="[^"]*")?)><a id="brought-list-(\d)-([0-9a-f]*)"><\/a>/g,
    (_, name, className, level, code) => {
      const sign = [...code.matchAll(/.{4}/g)].map(([one]) => `&#x${one};`).join("");
      return `<${name}${className} data-level="${level}" data-sign="${sign}">`;
    },
  );
