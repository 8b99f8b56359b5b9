"""The site as a reader moves through it."""

import re

from playwright.sync_api import Page, Route

from .calculator import CalculatorForm

ARTICLE = "articles/treatment-resistant-depression-protocols/"


class Site:
    """Pages of the built site, opened in one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self._instant = False

    def change_pages_instantly(self) -> None:
        """Name this machine's port in the sitemap: Material changes only to pages that stand there under their address."""

        def here(route: Route) -> None:
            reply = route.fetch()
            route.fulfill(response=reply, body=re.sub(r"https://[^/<]+/", self.address, reply.text()))

        self.page.route("**/sitemap.xml", here)
        self._instant = True

    def open(self, path: str = "") -> None:
        if not self._instant:
            self.page.goto(self.address + path)
            return
        # Until it has read the sitemap, Material leaves a click to the browser, which loads the page anew.
        with self.page.expect_response("**/sitemap.xml") as sitemap:
            self.page.goto(self.address + path)
        sitemap.value.finished()
        self.page.evaluate("() => new Promise(requestIdleCallback)")

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
