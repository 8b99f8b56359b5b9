"""The page that checks an old answer."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect


class OldAnswer:
    """The page as the reader sees it."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.page = page
        page.goto(f"{site_url}check-an-answer/")
        self.place = page.locator("check-an-answer")
        self.pasted = self.place.get_by_label("Summary, note, FHIR record or link")
        self.says = self.place.get_by_role("status")
        self.result = self.place.locator(".check-result")
        self.head = self.result.get_by_role("heading", level=2)

    def paste(self, text: str) -> "OldAnswer":
        """Paste a text and have it checked; what was said of another one is gone before."""
        self.pasted.fill(text)
        self.button.click()
        expect(self.says).not_to_have_text("")
        expect(self.says).not_to_have_text("Checking.")
        return self

    def choose(self, file: Path) -> "OldAnswer":
        """Choose a file and have it checked."""
        self.place.get_by_label("Or a saved file").set_input_files(file)
        self.button.click()
        expect(self.says).not_to_have_text("Checking.")
        return self

    @property
    def button(self) -> Locator:
        return self.place.get_by_role("button", name="Check this answer")

    def difference(self, words: str) -> Locator:
        """The first line of what differs that has these words."""
        return self.result.locator("dl").filter(has_text=words).first
