"""What the first search of a visit costs, as a phone would have it: `python tests/bench/first_search.py SITE [STOCK]`.

Bytes of the search until there is a result, and how long after the last letter that is, on a line of fast 4G, with a processor
slowed to a quarter, and a letter every 120 ms. The second site is one of stock mkdocs-material.
"""

import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import browsers  # noqa: E402  (from tools/)
from support.serving import FAST_4G, Manner, serving  # noqa: E402  (from tests/)

WORDS = "bladder symptoms"
_SLOWER = 4
_LETTER = 120
"""Milliseconds between two letters."""
_AT_REST = 3_000
"""Milliseconds in which the page does what it does at rest: a reader who searches has looked at it first."""
_VISITS = 5


@dataclass(frozen=True)
class Searched:
    """Where the words are typed, and what is a result."""

    opens: str
    field: str
    result: str


OURS = Searched("search-button button", "dialog [type=search]", ".search-results a")
STOCK = Searched('label.md-header__button[for="__search"]', "input[name=query]", ".md-search-result__item a")


@dataclass(frozen=True)
class FirstSearch:
    """Bytes as the host sent them, and milliseconds from the last letter."""

    bytes: int
    milliseconds: float


def first_search(playwright: Playwright, site: Path, searched: Searched) -> FirstSearch:
    """The median of a few visits, each in a browser of its own."""
    visits = []
    for _ in range(_VISITS):
        browser = playwright.chromium.launch(executable_path=browsers.chromium(), args=list(browsers.CHROMIUM_FLAGS))
        visits.append(_visit(browser, site, searched))
        browser.close()
    return FirstSearch(
        int(statistics.median(visit.bytes for visit in visits)),
        statistics.median(visit.milliseconds for visit in visits),
    )


def _visit(browser: Browser, site: Path, searched: Searched) -> FirstSearch:
    with serving(site, Manner(line=FAST_4G)) as host:
        page = browser.new_context(service_workers="block", viewport={"width": 390, "height": 844}).new_page()
        page.goto(host.address, wait_until="load")
        page.wait_for_timeout(_AT_REST)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        page.locator(searched.opens).first.click()
        field = page.locator(searched.field).first
        field.press_sequentially(WORDS[:-1], delay=_LETTER)
        # A result of the letters before is none of these words.
        page.evaluate(
            """({ result, field }) => {
              const before = new Set();
              globalThis.firstResult = new Promise((resolve) => {
                document.querySelector(field).addEventListener("input", ({ timeStamp }) => {
                  for (const one of document.querySelectorAll(result)) before.add(one);
                  const look = () => {
                    if ([...document.querySelectorAll(result)].some((one) => !before.has(one)))
                      resolve(performance.now() - timeStamp);
                    else requestAnimationFrame(look);
                  };
                  requestAnimationFrame(look);
                }, { once: true, capture: true });
              });
            }""",
            {"result": searched.result, "field": searched.field},
        )
        field.press_sequentially(WORDS[-1])
        taken = float(page.evaluate("firstResult"))
        return FirstSearch(sum(size for path, size in host.sent if "/search/" in path), taken)


def main() -> None:
    if len(sys.argv) == 1:
        raise SystemExit(__doc__)
    with sync_playwright() as playwright:
        for site, searched in zip(map(Path, sys.argv[1:]), (OURS, STOCK), strict=False):
            found = first_search(playwright, site, searched)
            print(f"{site}: {found.bytes / 1000:,.0f} kB, {found.milliseconds:.0f} ms after the last letter")


if __name__ == "__main__":
    main()
