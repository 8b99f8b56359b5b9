import { openSearch } from "../search/open-search.js";
import { listenToSingleKeys } from "./single-keys.js";

/** The list of keys, under the sign ? and behind a button at the foot of each page. It is fetched when somebody wants it. */
const show = () =>
  import("./shortcut-list.js").then(
    ({ showShortcuts }) => showShortcuts(),
    () => {}, // without a network the keys work, unlisted
  );

class ShortcutList extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", show);
    this.hidden = false;
  }
}

customElements.define("shortcut-list", ShortcutList);
listenToSingleKeys(show, () => void openSearch());
