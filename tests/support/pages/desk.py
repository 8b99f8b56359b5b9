"""The editors' desk as an editor meets it: by role, label and what can be read."""

import re
from typing import Any, Self

from playwright.sync_api import FrameLocator, Locator, Page

from support import violations

from .waiting import wait_until

START = 180_000
"""Milliseconds for its Python, which starts beside other tests."""
# Pyodide as published tries an older way to load its scripts first; the policy refuses it, and it goes on.
_KNOWN = re.compile(r"/assets/desk/python-worker-\w+\.js: require-trusted-types-for")

_DRAFTS = """new Promise((done) => {
    const opening = indexedDB.open("editors-desk");
    opening.onsuccess = () => {
        const base = opening.result;
        if (!base.objectStoreNames.contains("drafts")) return done([]);
        const asked = base.transaction("drafts").objectStore("drafts").getAll();
        asked.onsuccess = () => { base.close(); done(asked.result); };
    };
})"""

_NAME_OF_FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    return (element.labels?.[0]?.textContent ?? (element.getAttribute("aria-label") || element.textContent)).trim();
}"""


class Desk:
    """The desk in one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.text = page.get_by_role("textbox", name="Text of the article")
        self.counts = page.locator(".desk-counts")
        self.says = page.locator(".desk-status .desk-says")
        self.kept = page.locator(".desk-kept")
        self.heading = page.locator(".desk-top h2")
        self.problems = page.get_by_role("region", name="Problems").get_by_role("listitem")
        self.seen: FrameLocator = page.frame_locator("iframe")
        self.dialog = page.get_by_role("dialog")
        self.articles = page.get_by_role("region", name="Articles")
        self.names = self.articles.locator(".desk-open")
        self.card_picture = page.locator(".desk-card img")
        self.clinical = page.locator(".desk-clinical")
        self.numbered = page.locator(".desk-code")
        self.marked_errors = self.numbered.locator(".cm-lint-marker-error")
        self.calculators_seen = self.seen.locator("clinical-calculator")

    def start(self) -> Self:
        """The list of articles."""
        self.page.goto(f"{self.address}desk/")
        self.page.get_by_text(re.compile(r"^\d+ articles\.$")).wait_for(timeout=START)
        return self

    def open(self, slug: str) -> Self:
        """An article, once it has been checked and can be seen."""
        self.page.goto(f"{self.address}desk/#{slug}")
        return self.opened()

    def reload(self) -> Self:
        self.page.reload()
        return self.opened()

    def opened(self) -> Self:
        self.text.wait_for(timeout=START)
        self.checked()
        # On a phone the page stands behind a button, and is there all the same.
        self.seen.locator("[data-desk-article] h1").wait_for(state="attached")
        return self

    def checked(self) -> Self:
        """The newest text has been checked."""
        wait_until(self.page, "document.querySelector('.desk-article')?.dataset.state === 'checked'")
        return self

    def compared(self) -> Self:
        """What is chosen to be handed in has been compared with what is published."""
        wait_until(self.page, "document.querySelector('.desk-notices')?.dataset.state === 'compared'")
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press_to(self, name: str, key: str = "Tab", *, most: int = 150) -> Self:
        """Go on by a key until a button or field of this name has the focus."""
        passed: list[str] = []
        while len(passed) < most:
            self.page.keyboard.press(key)
            passed.append(self.page.evaluate(_NAME_OF_FOCUS))
            if passed[-1] == name:
                return self
        raise AssertionError(f"No key leads to {name}, only to {passed}.")

    def put_cursor_before(self, words: str) -> None:
        self.text.evaluate(
            "(field, words) => { field.focus(); const at = field.value.indexOf(words); field.setSelectionRange(at, at); }",
            words,
        )
        self.text.dispatch_event("click")

    def type_before(self, words: str, typed: str) -> None:
        self.put_cursor_before(words)
        self.page.keyboard.type(typed)

    def drafts(self) -> list[dict[str, Any]]:
        """What this device has kept."""
        found: list[dict[str, Any]] = self.page.evaluate(_DRAFTS)
        return found

    def again(self, title: str) -> Self:
        """The same article as it is published, without another start."""
        self.page.keyboard.press("Escape")
        self.button("All articles").click()
        remove = self.page.get_by_role("button", name=f"Remove the draft of {title}")
        if remove.is_visible():
            remove.click()
        self.choose(title)
        return self.opened()

    def choose(self, title: str) -> None:
        """Open an article by the list of all."""
        self.page.get_by_role("region", name="Articles").get_by_role("button", name=title, exact=True).click()


def unexpected_violations() -> list[str]:
    """What the site's policy forbids and the desk has done all the same."""
    return [words for words in violations.noticed() if not _KNOWN.search(words)]
