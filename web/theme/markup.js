/** Texts that the theme puts into the page as markup: of what the search has found, and else plain words. */
import { trusted } from "../trusted.js";

/** @param {Element} element @param {string | number} text */
export function append(element, text) {
  element.insertAdjacentHTML("beforeend", trusted().createHTML(String(text), "found"));
}
