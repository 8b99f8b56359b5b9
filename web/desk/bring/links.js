/** Links and pictures: addresses without those who follow readers, and pictures as files of their own. */

import { plain } from "./report.js";
import { attribute, element, isElement, rewrite, text, wordsOf } from "./tree.js";

/** @import { Element, Root } from "hast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{name: string, type: string, bytes: Uint8Array, alt: string, address: string}} Picture `address` is that in the Markdown */

const ALLOWED = /^(?:https?:|mailto:|tel:|\/(?!\/))/i;
const FOLLOWING = /^(?:utm_\w+|gclid|fbclid|mc_[ce]id|msclkid|_hsenc|_hsmi|igshid)$/i;
/** Pages that only lead on, and the part of their address that says where to. @type {[RegExp, string][]} */
const DETOURS = [
  [/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url$/i, "q"],
  [/^https?:\/\/[\w.]*safelinks\.protection\.outlook\.com\/?$/i, "url"],
  [/^https?:\/\/l\.facebook\.com\/l\.php$/i, "u"],
];
/** @type {Record<string, string>} */
const ENDINGS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/svg+xml": "svg",
  "image/gif": "gif",
  "image/x-emf": "emf",
  "image/x-wmf": "wmf",
};

/** An address as the page that it leads to has it. @param {string} href */
export function directAddress(href) {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return href;
  const address = new URL(href);
  for (const [detour, name] of DETOURS) {
    const aim = detour.test(address.origin + address.pathname)
      ? (address.searchParams.get(name) ?? address.searchParams.get("url"))
      : null;
    if (aim && ALLOWED.test(aim)) return directAddress(aim);
  }
  const followed = [...address.searchParams.keys()].filter((name) => FOLLOWING.test(name));
  if (!followed.length) return href;
  for (const name of followed) address.searchParams.delete(name);
  return address.href;
}

/** @param {Root} root @param {Findings} findings */
export function withPlainLinks(root, findings) {
  /** @type {string[]} */
  const inside = [];
  rewrite(root, (node) => {
    if (!isElement(node, "a")) return undefined;
    const href = attribute(node, "href").trim();
    const words = plain(wordsOf(node));
    if (!href || (!words && !holdsPicture(node))) return node.children;
    if (href.startsWith("#")) {
      inside.push(words);
      return node.children;
    }
    const direct = directAddress(href);
    if (!ALLOWED.test(direct)) {
      findings.tell("link that leads nowhere for readers (its words are kept)", href, words);
      return node.children;
    }
    if (direct !== href) findings.count("addresses without those who follow readers");
    findings.count("links");
    return [element("a", node.children, { href: direct })];
  });
  if (inside.length)
    findings.tell("links from one place of the text to another (their words are kept)", inside.join(" | "));
}

/** @param {Element} node */
const holdsPicture = (node) => JSON.stringify(node.children).includes('"tagName":"img"');

/**
 * Pictures that came along become files, the others a mark in the text.
 * @param {Root} root @param {Findings} findings @param {Picture[]} pictures those of a file are known already
 */
export function withPictures(root, findings, pictures) {
  rewrite(root, (node) => {
    if (!isElement(node, "img")) return undefined;
    const src = attribute(node, "src");
    const alt = plain(attribute(node, "alt"));
    if (isUnseen(node)) return [];
    const picture = pictures.find((one) => one.address === src) ?? ofData(src, alt, pictures);
    findings.count("pictures");
    if (picture) {
      if (!alt)
        findings.ask(
          `The picture ${picture.name} has no words that say what it shows. Write them between the brackets.`,
        );
      return [element("img", [], { src: picture.address, alt })];
    }
    findings.tell("picture", src, alt);
    // The check asks the editor to put a picture in the place of this mark.
    return [text(` [picture: ${alt || "without words"}] `)];
  });
}

/** Pictures of one point count readers. @param {Element} node */
const isUnseen = (node) => ["width", "height"].every((name) => /^[01](?:px)?$/.test(attribute(node, name)));

/** @param {string} src @param {string} alt @param {Picture[]} pictures */
function ofData(src, alt, pictures) {
  const found = /^data:(image\/[\w+.-]+);base64,([\w+/=\s]+)$/.exec(src);
  if (!found) return undefined;
  const bytes = Uint8Array.from(atob((found[2] ?? "").replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
  const picture = pictureFile(pictures.length + 1, found[1] ?? "", bytes, alt);
  pictures.push(picture);
  return picture;
}

/** @param {number} number @param {string} type @param {Uint8Array} bytes @param {string} alt @returns {Picture} */
export function pictureFile(number, type, bytes, alt) {
  const name = `picture-${number}.${ENDINGS[type] ?? "bin"}`;
  return { name, type, bytes, alt, address: `/images/articles/${name}` };
}
