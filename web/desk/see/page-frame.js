/** The page as readers will see it, in a frame of its own: with the site's styles, and calculators that answer. */
import { element } from "../../dom.js";
import { trusted } from "../../trusted.js";
import { staying } from "./blocks.js";
import { elementOf } from "./source-place.js";

/** CSS pixels of the windows that can be chosen; 0 is as wide as there is room. */
export const WIDTHS = { fit: 0, phone: 390, desktop: 1280 };

export class PageFrame {
  element = element("div", { class: "desk-page" });
  /** Pictures that the site does not have yet, by file name, as addresses that hold them. @type {Map<string, string>} */
  pictures = new Map();
  #frame;
  #ready;
  /** What the frame shows, block by block. @type {string[]} */
  #shown = [];
  #width = WIDTHS.fit;

  /** @param {string} address of the empty page */
  constructor(address) {
    this.#frame = element("iframe", { title: "The page as readers will see it", src: address });
    this.#ready = new Promise((resolve) => this.#frame.addEventListener("load", resolve, { once: true }));
    this.element.append(this.#frame);
    new ResizeObserver(() => this.#fit()).observe(this.element);
    this.#ready.then(() => this.#color());
    new MutationObserver(() => this.#color()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  }

  /** Draws what has changed. @param {string} html */
  async show(html) {
    await this.#ready;
    const place = this.#place;
    const page = this.#frame.contentDocument;
    if (!place || !page) return;
    const fresh = nodesOf(html);
    const texts = fresh.map(textOf);
    const before = [...place.childNodes];
    const kept = staying(this.#shown, texts);
    const stays = new Set(kept);
    for (const [at, node] of before.entries()) if (!stays.has(at)) node.remove();
    let behind = place.firstChild;
    for (const [at, node] of fresh.entries()) {
      const old = before[kept[at] ?? -1];
      if (old) {
        behind = old.nextSibling;
        continue;
      }
      const own = page.importNode(node, true);
      // Of another window, so no instance of this one's classes.
      if (own.nodeType === Node.ELEMENT_NODE) this.#prepare(/** @type {Element} */ (own));
      place.insertBefore(own, behind);
    }
    this.#shown = texts;
  }

  /** Brings what a line of the text has become into view. @param {{heading: number, block: number, blocks: number}} at */
  async follow(at) {
    await this.#ready;
    const place = this.#place;
    if (!place) return;
    const all = blocksOf(place);
    const headings = all.filter((one) => /^H[1-6]$/.test(one.tagName));
    const from = at.heading ? all.indexOf(/** @type {Element} */ (headings[at.heading - 1])) : -1;
    if (at.heading && from < 0) return;
    const to = headings[at.heading] ? all.indexOf(/** @type {Element} */ (headings[at.heading])) : all.length;
    const behind = all.slice(from + 1, to);
    const target = behind[elementOf(at, behind.length)] ?? all[from];
    if (!target) return;
    const { top, bottom } = target.getBoundingClientRect();
    const height = this.#frame.contentWindow?.innerHeight ?? 0;
    if (top < 60 || bottom > height) target.scrollIntoView({ block: bottom - top > height / 2 ? "start" : "center" });
  }

  /** @param {keyof typeof WIDTHS} name */
  resize(name) {
    this.#width = WIDTHS[name];
    this.#fit();
  }

  /** The browser's own print view of the page. */
  print() {
    this.#frame.contentWindow?.print();
  }

  /** @param {Element} block */
  #prepare(block) {
    leadOutside(block);
    this.showPictures(block);
  }

  /** Pictures that the site does not have yet, by what holds them. @param {Element} within */
  showPictures(within) {
    for (const picture of within.querySelectorAll("img")) {
      const address = this.pictures.get(picture.getAttribute("src")?.split("/").at(-1) ?? "");
      if (address) picture.setAttribute("src", address);
    }
  }

  get #place() {
    return this.#frame.contentDocument?.querySelector("[data-desk-article]");
  }

  /** The frame has the colors that the desk has now. */
  #color() {
    const scheme = document.body.dataset.mdColorScheme;
    const body = this.#frame.contentDocument?.body;
    if (scheme && body && body.dataset.mdColorScheme !== scheme) body.dataset.mdColorScheme = scheme;
  }

  /** A window wider than its room is shown smaller, as a whole. */
  #fit() {
    const { clientWidth, clientHeight } = this.element;
    const scale = this.#width > clientWidth && clientWidth ? clientWidth / this.#width : 1;
    const { style } = this.#frame;
    style.inlineSize = this.#width ? `${this.#width}px` : "100%";
    style.blockSize = `${Math.round(clientHeight / scale)}px`;
    style.transform = scale === 1 ? "" : `scale(${scale})`;
  }
}

/** The blocks of a page in their order; a section is its blocks. @param {Element} within @returns {Element[]} */
function blocksOf(within) {
  return [...within.children].flatMap((one) => (one.tagName === "SECTION" ? blocksOf(one) : [one]));
}

/** What press has rendered, in a document of its own in which nothing runs. @param {string} html */
export function nodesOf(html) {
  const text = trusted().createHTML(html, "rendered");
  const page = new DOMParser().parseFromString(/** @type {string} */ (/** @type {unknown} */ (text)), "text/html");
  return [...page.body.childNodes];
}

/** @param {Node} node */
function textOf(node) {
  return node instanceof Element ? node.outerHTML : (node.textContent ?? "");
}

/** Links to other pages open beside the desk: what is written here stays. @param {Element} within */
export function leadOutside(within) {
  for (const link of [within, ...within.querySelectorAll("a[href]")]) {
    if (link.tagName !== "A" || link.getAttribute("href")?.startsWith("#")) continue;
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }
}
