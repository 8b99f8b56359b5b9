"""The search as a reader uses it: opened by a key, typed into, read."""

import re
from typing import Self

from playwright.sync_api import Locator, Page, expect

from .site import wait_until_ready


class Search:
    """The dialog of the page that is open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.get_by_role("dialog", name="Search")
        self.button = page.get_by_role("banner").get_by_role("button", name="Search")
        self.field: Locator = self.dialog.get_by_role("searchbox", name="Search")
        self.list = self.dialog.locator("ol.search-results")
        self.results = self.list.locator(":scope > li")
        self.first = self.results.first.get_by_role("link").first
        self.marks = self.list.locator("mark")
        self.kinds = self.list.locator(".search-kind")
        self.said = self.dialog.get_by_role("status")
        self.more = self.dialog.get_by_role("button", name="Show more")
        self.ways_on = self.dialog.get_by_role("navigation", name="Lists of pages")

    def open(self) -> Self:
        wait_until_ready(self.page)  # before this it does not listen to keys
        self.page.keyboard.press("/")
        expect(self.field).to_be_focused()
        return self

    def close(self) -> Self:
        self.page.keyboard.press("Escape")
        expect(self.dialog).to_be_hidden()
        return self

    def ask(self, words: str) -> Self:
        """Type in place of what was asked before."""
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(words)
        return self

    def narrow(self, filter: str, choice: str) -> Self:
        """Choose in one of the filters."""
        self.dialog.get_by_role("combobox", name=filter).select_option(choice)
        return self

    def paste(self, words: str) -> Self:
        """Paste in place of what was asked before, as by the menu of the mouse: no key is pressed in the field."""
        context = self.page.context
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("words => navigator.clipboard.writeText(words)", words)
        self.field.select_text()
        browser = context.new_cdp_session(self.page)
        browser.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "commands": ["paste"]})
        return self

    def dictate(self, words: str) -> Self:
        """Put in by voice or a suggestion of the keyboard: the text changes, and no key is pressed."""
        self.field.select_text()
        self.page.keyboard.insert_text(words)
        return self

    def compose(self, *stages: str) -> Self:
        """Typed by an input method, which shows what it takes the word for until that is settled."""
        self.field.select_text()
        browser = self.page.context.new_cdp_session(self.page)
        for stage in stages:
            browser.send(
                "Input.imeSetComposition", {"text": stage, "selectionStart": len(stage), "selectionEnd": len(stage)}
            )
        browser.send("Input.insertText", {"text": stages[-1]})
        return self

    def marked_in(self, result: Locator) -> Locator:
        """The words that were asked for, marked in a result."""
        return result.locator("mark")

    def leads_to(self, slug: str) -> re.Pattern[str]:
        """The address of a calculator."""
        return re.compile(rf"/calculators/{re.escape(slug)}/$")
