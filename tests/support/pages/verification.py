"""The check of the calculators in the reader's own browser, on a calculator's page and on its own."""

from playwright.sync_api import Locator, Page, expect


class Verification:
    """A check as the reader sees it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.place = page.locator("verify-calculators")
        self.says = self.place.get_by_role("status").first
        self.differing = self.place.locator(".verify-differing > *")

    def begin(self) -> "Verification":
        """Press the button."""
        self.button.click()
        return self

    @property
    def button(self) -> Locator:
        return self.place.get_by_role("button", name="Check")

    @property
    def stop(self) -> Locator:
        return self.place.get_by_role("button", name="Stop")

    @property
    def report(self) -> str:
        """The report, which is there as soon as the check has ended."""
        text = self.place.get_by_label("Report")
        expect(text).to_be_visible()
        return text.input_value()

    def unfold(self, title: str) -> list[str]:
        """What stands of each question of a calculator once all of them are shown."""
        fold = self.place.get_by_role("group").filter(has_text=title)
        fold.locator("summary").click()
        return fold.locator(".verify-result").all_inner_texts()
