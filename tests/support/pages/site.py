"""The site as a reader moves through it."""

from playwright.sync_api import Page

from .calculator import CalculatorForm

ARTICLE = "articles/treatment-resistant-depression-protocols/"


class Site:
    """Pages of the built site, opened in one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self._instant = False

    def change_pages_instantly(self) -> None:
        """Open pages only when links are followed in place, as the page itself says."""
        self._instant = True

    def open(self, path: str = "") -> None:
        self.page.goto(self.address + path)
        if self._instant:
            self.page.locator("html[data-instant='ready']").wait_for(state="attached")

    def article(self) -> "Site":
        self.open(ARTICLE)
        return self

    def calculator(self, slug: str, title: str) -> CalculatorForm:
        self.open(f"calculators/{slug}/")
        return CalculatorForm(self.page, title)

    def form(self, title: str) -> CalculatorForm:
        """A form on the page that is open."""
        return CalculatorForm(self.page, title)

    def follow(self, tab: str) -> None:
        """Follow a tab of the header, as a reader on a wide screen does."""
        self.page.get_by_role("navigation", name="Tabs").get_by_role("link", name=tab, exact=True).click()
