import { element } from "../dom.js";

/** The sign beside a heading copies the link to it, and says so. It is a link still, which the browser follows. */
const COPIED = "Link copied";
const SHOWN_FOR = 2500;

/** Read out, since the words beside the heading are drawn only. */
const said = element("p", { class: "visually-hidden", role: "status" });
document.body.append(said);

addEventListener("click", async ({ target }) => {
  const link =
    target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a.headerlink")) : null;
  if (!link) return;
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // the address of the page is the link now
  }
  said.textContent = COPIED;
  link.dataset.copied = COPIED;
  setTimeout(() => delete link.dataset.copied, SHOWN_FOR);
});
