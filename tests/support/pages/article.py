"""An article as a reader meets it: its tables and links, on the screen and on paper."""

from playwright.sync_api import Locator, Page

# Controls, and what surrounds a page on the screen.
ON_SCREEN_ONLY = (".md-header", ".md-tabs", ".md-footer", ".breadcrumbs", ".back-link", ".calculator-form")


class Article:
    """The article that is open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.picture = page.locator("img.article-picture")
        self.tables: Locator = page.locator(".md-content .table-region")
        self.citation = page.locator(".article-citation")
        self.related = page.locator(".article-related a")
        self.identifiers = page.locator("a[href*='doi.org/']")
        self.citations_in_text = page.locator("a[href*='#ref-']")
        self.terms = page.locator("a.term")
        self.calculator_title = page.locator("clinical-calculator .calculator-title").first
        self.formula = page.locator("clinical-calculator .formula").first
        self.on_screen_only = [page.locator(selector).first for selector in ON_SCREEN_ONLY]

    @property
    def contents_button(self) -> Locator:
        """What opens the contents where there is no room for them at the side."""
        return self.page.get_by_role("button", name="Contents", exact=True)

    @property
    def contents(self) -> Locator:
        return self.page.get_by_role("navigation", name="Contents", exact=True)

    @property
    def meaning(self) -> Locator:
        """What a word means, beside it."""
        return self.page.locator(".meaning:popover-open")

    def folded(self, title: str) -> Locator:
        """A long form behind a line of its own."""
        return self.page.locator("details.long-form").filter(has=self.page.locator("summary", has_text=title))

    def line_of(self, fold: Locator) -> Locator:
        """What is pressed to open a folded form."""
        return fold.locator("summary").first

    def unfold(self, title: str) -> None:
        """Open a long form by its line."""
        self.line_of(self.folded(title)).click()

    def link_to(self, heading: Locator) -> Locator:
        """The sign that copies the link to a heading."""
        return heading.get_by_role("link", name="#")

    def print_begins(self) -> None:
        """What a browser does when it begins to print."""
        self.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    def links_to_calculators(self, passage: str) -> Locator:
        """The links behind the words of a row or list item."""
        return self.page.locator(f"#{passage} .used-by")

    @property
    def row_led_to(self) -> Locator:
        """The row of a table that the address leads to."""
        return self.page.locator("tr:target")

    @property
    def row_after(self) -> Locator:
        """The row behind the one that the address leads to."""
        return self.page.locator("tr:target + tr")


def heading_words(heading: Locator) -> str:
    """What a heading says, without the link to itself."""
    words: str = heading.evaluate("heading => heading.firstChild.textContent.trim()")
    return words


def words_behind(link: Locator) -> str:
    """What the style sheet writes behind a link; `none` where it writes nothing."""
    words: str = link.evaluate("link => getComputedStyle(link, '::after').content")
    return words


def scrolls_by_itself(region: Locator) -> bool:
    """Whether a region is wider than what is seen of it."""
    return bool(region.evaluate("region => region.scrollWidth > region.clientWidth"))


def ground(row: Locator) -> str:
    """The color behind the words of a row."""
    color: str = row.evaluate("row => getComputedStyle(row.cells[1]).backgroundColor")
    return color
