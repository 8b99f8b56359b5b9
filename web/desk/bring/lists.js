/** Lists as word processors write them, made lists of HTML that nest and count as they were seen. */

import { counted, plain } from "./report.js";
import { attribute, element, elements, hasClass, isElement, rewrite, styleOf, takeOut, wordsOf } from "./tree.js";

/** @import { Element, Parents, Root, RootContent } from "hast" */
/** @import { Findings } from "./report.js" */

/** @typedef {{level: number, mark: string | null, body: Element["children"]}} Item without a mark it goes on with the item before it */

const BULLET = /^(?:[^\p{L}\p{N}]{0,2}|o)$/u;
/** Word's built-in styles for lists: the number at the end is the level, whatever the numbering itself says. */
const MEMBER = /^MsoList(Bullet|Number|Continue)([2-9]?)(?:CxSp\w+)?$/i;
const NUMBER = /^\(?(\d{1,4})[.)\]]*$/;

/** Makes lists of paragraphs that only look like items, and puts lists into the items they belong to. @param {Root} root @param {Findings} findings */
export function withLists(root, findings) {
  everyParent(root, (parent) => ofParagraphs(parent, findings));
  rewrite(root, (node) => {
    if (!isElement(node, "ul", "ol")) return undefined;
    intoItems(node);
    return itemsOf(node).length ? undefined : []; // its items were notes
  });
  for (const list of elements(root)) if (list.tagName === "ol") askOfLetters(list, findings);
}

/** @param {Parents} parent @param {(parent: Parents) => void} change */
function everyParent(parent, change) {
  for (const child of parent.children) if ("children" in child) everyParent(child, change);
  change(parent);
}

/** @param {Parents} parent @param {Findings} findings */
function ofParagraphs(parent, findings) {
  /** @type {RootContent[]} */
  const made = [];
  /** @type {Item[]} */
  let run = [];
  const finish = () => {
    if (run.length) made.push(...listOf(run, findings));
    run = [];
  };
  for (const child of parent.children) {
    const item = isElement(child, "p", "div") ? itemOf(child) : undefined;
    if (item && (item.mark !== null || run.length)) {
      if (item.mark) findings.named.push(item.mark);
      run.push(item);
    } else if (child.type === "text" && !child.value.trim() && run.length) continue;
    else {
      finish();
      made.push(/** @type {RootContent} */ (child));
    }
  }
  finish();
  parent.children = /** @type {Element["children"]} */ (made);
}

/** What a paragraph is as an item of a list; nothing when it is none. @param {Element} paragraph @returns {Item | undefined} */
function itemOf(paragraph) {
  const given = /level(\d)/.exec(styleOf(paragraph)["mso-list"] ?? "");
  const sign = signOf(paragraph);
  const member = memberOf(paragraph);
  if (sign !== undefined) {
    const level = Number(attribute(paragraph, "dataLevel") || given?.[1] || 1);
    return { level: level === 1 && member ? member.level : level, mark: sign, body: paragraph.children };
  }
  if (member?.goesOn) return { level: member.level, mark: null, body: paragraph.children };
  if (given && hasClass(paragraph, /^MsoListParagraph/))
    return { level: Number(given[1]), mark: "", body: paragraph.children };
  return undefined;
}

/** What a built-in style of Word makes of a paragraph. @param {Element} paragraph */
function memberOf(paragraph) {
  const classes = /** @type {unknown} */ (paragraph.properties.className);
  for (const name of Array.isArray(classes) ? classes : []) {
    const [, kind = "", level] = MEMBER.exec(String(name)) ?? [];
    if (kind) return { level: Number(level || 1), goesOn: /continue/i.test(kind) };
  }
  return undefined;
}

/**
 * The bullet or number that Word wrote before a paragraph, which is taken out of it. Headings keep theirs: see headings.js.
 * @param {Element} paragraph
 * @returns {string | undefined}
 */
export function signOf(paragraph) {
  if (attribute(paragraph, "dataSign")) return attribute(paragraph, "dataSign");
  /** @type {string | undefined} */
  let sign;
  takeOut(paragraph, (node) => {
    if (!isElement(node) || !/^ignore$/.test(styleOf(node)["mso-list"] ?? "")) return false;
    sign ??= plain(wordsOf(node));
    return true;
  });
  return sign;
}

/** Items one below the other as lists inside lists. @param {Item[]} items @param {Findings} findings @returns {Element[]} */
function listOf(items, findings) {
  /** @type {Element[]} */
  const made = [];
  /** @type {{level: number, list: Element}[]} the lists that are open, the innermost last */
  let open = [];
  for (const { level, mark, body } of items) {
    open = open.filter((one) => one.level <= level || (mark === null && one === open[0]));
    if (mark === null) {
      const goesOnIn = open.at(-1)?.list;
      const before = goesOnIn && itemsOf(goesOnIn).at(-1);
      before?.children.push(element("p", body));
      continue;
    }
    const isNumbered = !BULLET.test(mark);
    const number = Number(NUMBER.exec(mark)?.[1] ?? Number.NaN);
    const innermost = open.at(-1);
    const last = innermost?.level === level ? innermost.list : undefined;
    const signBefore = last && attribute(itemsOf(last).at(-1) ?? last, "dataSign");
    const goesOn =
      last &&
      (last.tagName === "ol") === isNumbered &&
      number !== 1 &&
      (!isNumbered || formOf(mark) === formOf(signBefore ?? ""));
    const item = element("li", [element("p", body)], isNumbered ? { dataSign: mark } : {});
    if (last && goesOn) {
      last.children.push(item);
      continue;
    }
    const list = element(isNumbered ? "ol" : "ul", [item], isNumbered && number > 1 ? { start: number } : {});
    if (last) open.pop();
    const outer = open.at(-1)?.list;
    const lastItem = outer && itemsOf(outer).at(-1);
    if (lastItem) lastItem.children.push(list);
    else made.push(list);
    open.push({ level, list });
  }
  askOfCounting(made, findings);
  return made;
}

/** `1.` and `a)` are forms of signs; two forms make two lists. @param {string} sign */
const formOf = (sign) => sign.replace(/\d+/g, "1").replace(/\p{L}+/gu, "a");

/** @param {Element} list */
const itemsOf = (list) => /** @type {Element[]} */ (list.children.filter((child) => isElement(child, "li")));

/** Puts a list that stands between items into the item before it, as Google Docs and many pages write them. @param {Element} list */
function intoItems(list) {
  /** @type {Element["children"]} */
  const made = [];
  for (const child of list.children) {
    const last = made.findLast((one) => isElement(one, "li"));
    if (isElement(child, "ul", "ol") && isElement(last)) last.children.push(child);
    else if (isElement(child) && child.tagName !== "li") made.push(element("li", [child]));
    else made.push(child);
  }
  list.children = made;
}

/** Markdown counts items by itself, so a number that was left out would change. @param {Element[]} lists @param {Findings} findings */
function askOfCounting(lists, findings) {
  for (const list of lists) {
    for (const one of [list, ...elements(list)]) {
      if (one.tagName !== "ol") continue;
      const signs = itemsOf(one).map((item) => attribute(item, "dataSign"));
      const typed = signs.map((sign) => Number(NUMBER.exec(sign)?.[1] ?? Number.NaN));
      const first = typed[0] ?? Number.NaN;
      if (typed.some((number, i) => !Number.isNaN(number) && number !== first + i)) {
        findings.tell("numbers of a list", signs.join(" "), wordsOf(one));
        findings.ask(
          `A list was numbered ${signs.join(" ")} and is now counted from ${first}. Compare it with the source.`,
        );
      } else if (typed.some(Number.isNaN)) {
        findings.tell("letters of a list", signs.filter((sign) => !NUMBER.test(sign)).join(" "), wordsOf(one));
        findings.ask(
          `A list was lettered or numbered ${signs.slice(0, 3).join(" ")}${signs.length > 3 ? " …" : ""} and is now numbered 1. 2. 3. Look whether the text names its items.`,
        );
      }
    }
  }
}

/** Lists of the web say by an attribute that they count with letters. @param {Element} list @param {Findings} findings */
function askOfLetters(list, findings) {
  const style = styleOf(list);
  const kind =
    attribute(list, "type") || style["list-style-type"] || styleOf(itemsOf(list)[0] ?? list)["list-style-type"] || "";
  if (/^[aiAI]$|alpha|roman|latin/.test(kind)) {
    const items = itemsOf(list).length;
    findings.ask(
      `A list of ${counted(items, "item")} was counted with letters or Roman numerals and is now numbered 1. 2. 3. Look whether the text names its items.`,
    );
  }
}
