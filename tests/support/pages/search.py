"""The search as a reader uses it: opened by a key, typed into, read."""

import re
from typing import Self

from playwright.sync_api import Locator, Page, expect

from .site import wait_until_ready


class Search:
    """The dialog of the page that is open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.field: Locator = page.get_by_role("textbox", name="Search")
        self.dialog = page.get_by_role("dialog", name="Search")
        self.results = self.dialog.locator(".md-search-result__item")
        self.first = self.results.first.locator("a").first

    def open(self) -> Self:
        wait_until_ready(self.page)  # before this it does not listen to keys
        self.page.keyboard.press("/")
        expect(self.field).to_be_focused()
        return self

    def close(self) -> Self:
        self.page.keyboard.press("Escape")
        return self

    def ask(self, words: str) -> Self:
        """Type in place of what was asked before."""
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(words)
        return self

    def leads_to(self, slug: str) -> re.Pattern[str]:
        """The address of a calculator, whatever words the page is to mark."""
        return re.compile(rf"/calculators/{re.escape(slug)}/(\?h=[^#]*)?$")
