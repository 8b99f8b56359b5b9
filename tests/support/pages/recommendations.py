"""The list of all recommendations, which a reader narrows by choosing."""

from playwright.sync_api import Locator, Page


class RecommendationList:
    """The choices and the list below them."""

    def __init__(self, page: Page) -> None:
        self.rows: Locator = page.locator("recommendation-filter li:visible")
        self.articles = page.locator("recommendation-filter section:visible")
        self.announced = page.locator("recommendation-filter").get_by_role("status")
        self.nothing_found = page.get_by_text("No recommendation fits.")
        self.show_all = page.get_by_role("button", name="Show all")
        self._page = page

    def choice(self, label: str) -> Locator:
        """The field of this label."""
        return self._page.get_by_label(label, exact=True)

    def place_of_first(self) -> Locator:
        """Where the first recommendation stands in its article."""
        href = str(self.rows.first.get_by_role("link").get_attribute("href"))
        return self._page.locator(f"[id='{href.partition('#')[2]}']")

    def options(self, label: str) -> list[str]:
        """What can be chosen in it besides "Any"."""
        return self.choice(label).locator("option").all_text_contents()[1:]
