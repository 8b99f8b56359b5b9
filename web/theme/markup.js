/** Texts that the theme puts into the page as markup: they are plain words. */
import { trusted } from "../trusted.js";

/** @param {Element} element @param {string | number} text */
export function append(element, text) {
  element.insertAdjacentHTML("beforeend", trusted().createHTML(String(text), "words"));
}
