"""The list of calculators on the first page, which a reader narrows by typing."""

from playwright.sync_api import Locator, Page


class CalculatorFinder:
    """The field and the list below it."""

    def __init__(self, page: Page) -> None:
        self.field: Locator = page.get_by_label("Find a calculator")
        self.rows = page.locator("calculator-filter [data-words]:visible")
        self.announced = page.locator("calculator-filter").get_by_role("status")
        self.lately = page.locator("recent-calculators")
        self.often = page.locator(".often-link")
        self.nothing_found = page.locator("calculator-filter .filter-empty")

    def row(self, title: str) -> Locator:
        return self.rows.filter(has_text=title)
