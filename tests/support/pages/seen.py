"""What can be measured of a page as it stands: accessibility, scrolling sideways, and what has moved by itself."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"

# What is right need not be described, node by node.
FINDINGS = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.flatMap(
    ({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, impact, target, failureSummary })))"""

WATCH_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            window.shifts.push([value, ...sources.map(({ node }) => node?.className ?? String(node))]);
        }
    }).observe({ type: "layout-shift" });
}"""


TRANSITIONS_OVER = """() => Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))"""


def accessibility_problems(page: Page) -> list[dict[str, Any]]:
    """What axe finds wrong in the present state, once transitions are over: before that a color has no contrast."""
    page.evaluate(TRANSITIONS_OVER)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(FINDINGS)
    return found


def label_in_focus(page: Page) -> str:
    """The label, or else the words, of what has the focus."""
    return str(page.locator(":focus").evaluate("e => (e.labels?.[0]?.textContent ?? e.textContent).trim()"))


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def watch_shifts(page: Page) -> None:
    page.evaluate(WATCH_SHIFTS)


def shifts(page: Page) -> list[Any]:
    """Everything that has moved without being asked since it was watched, also right after typing."""
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    moved: list[Any] = page.evaluate("window.shifts")
    return moved
