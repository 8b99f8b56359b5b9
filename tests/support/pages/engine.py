"""The Python of a page, as the page's own scripts know it."""

import json

from playwright.sync_api import Page

from .waiting import wait_until

_ENGINE = """import(document.querySelector("link[rel=modulepreload]").href)"""
STARTED_FROM = f"() => {_ENGINE}.then(({{engine}}) => engine.from)"
"""What Python was started from."""


def wait_until_python_is_ready(page: Page) -> None:
    wait_until(page, f"{_ENGINE}.then(({{engine}}) => engine.state === 'ready')")


def wait_until_fetched(page: Page, part: str) -> None:
    """Wait until the page has fetched a file with this in its address."""
    named = f"({{ name }}) => name.includes({json.dumps(part)})"
    wait_until(page, f"performance.getEntriesByType('resource').some({named})")


def fetched_while_loading(page: Page, part: str) -> list[str]:
    """The files with this in their address that the page asked for before it was loaded."""
    names: list[str] = page.evaluate(
        """part => {
            const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
            const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes(part));
            return files.filter(({ startTime }) => startTime < loadEventEnd).map(({ name }) => name);
        }""",
        part,
    )
    return names
