"""The report of an error, as it stands over a page."""

from playwright.sync_api import Page, expect


class Report:
    """What a reader writes, reads and does in it."""

    def __init__(self, page: Page) -> None:
        self.dialog = page.get_by_role("dialog", name="Report an error")
        self.words = self.dialog.get_by_label("What is wrong")
        self.text = self.dialog.get_by_label("The report")
        self.mail = self.dialog.get_by_role("link", name="Write a mail")

    def include_entries(self) -> None:
        self.dialog.get_by_role("checkbox").check()

    def copy(self) -> None:
        self.dialog.get_by_role("button", name="Copy report").click()
        expect(self.dialog.get_by_role("status")).to_contain_text("copied")
