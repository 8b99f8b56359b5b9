/**
 * A browser shows nothing, and runs nothing that waits for the page, before every style sheet has arrived. One that is late is
 * taken out of the way: the page stands without it, and takes it on when it is here. Where something asks how large the page is,
 * Firefox no longer waits before it draws it.
 *
 * Two scripts see to it: the first one of the page, which every browser runs then, and the one that an old page still finds.
 */
const LATE = 5_000;

export function takeLateStylesOutOfTheWay() {
  setTimeout(takeOutOfTheWay, LATE);
}

function takeOutOfTheWay() {
  const links = document.querySelectorAll("link[rel='stylesheet']:not([data-late])");
  for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (links)) {
    if (link.sheet) continue;
    const media = link.media;
    const late = /** @type {HTMLLinkElement} */ (link.cloneNode());
    late.dataset.late = "";
    late.media = "print"; // what a screen is not kept waiting for
    late.addEventListener("load", () => (late.media = media), { once: true });
    link.replaceWith(late);
  }
  document.documentElement.getBoundingClientRect();
}
