"""The self-test of a browser and its network."""

from playwright.sync_api import Locator, Page, expect

# All steps, on a machine that does other things besides.
LONG = 90_000


class SelfTest:
    """The test as the reader sees it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.place = page.locator("self-test")
        self.says = self.place.get_by_role("status").first

    @property
    def button(self) -> Locator:
        return self.place.get_by_role("button", name="Begin the self-test")

    def run(self) -> "SelfTest":
        """Press the button and wait until every step has been tested."""
        self.button.click()
        expect(self.place.get_by_role("button", name="Test again")).to_be_enabled(timeout=LONG)
        return self

    def step(self, name: str) -> Locator:
        return self.place.get_by_role("listitem").filter(has=self.page.get_by_role("heading", name=name, exact=True))

    def failing(self) -> list[str]:
        """The steps that fail, by their names."""
        failed = self.place.get_by_role("listitem").filter(has_text="✗ Fails")
        return failed.get_by_role("heading").all_inner_texts()

    @property
    def report(self) -> str:
        return self.place.get_by_label("Report").input_value()
