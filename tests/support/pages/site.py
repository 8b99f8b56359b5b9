"""The site as a reader moves through it."""

from playwright.sync_api import Locator, Page

from support.addresses import ARTICLE

from .calculator import CalculatorForm
from .waiting import wait_until


def wait_until_ready(page: Page) -> None:
    """Wait until the page says that links change it in place, and that its menus, search and colors are at work."""
    page.locator("html[data-instant='ready']").wait_for(state="attached")


class Site:
    """Pages of the built site, opened in one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.root = page.locator("html")
        self._instant = False

    def change_pages_instantly(self) -> None:
        """Open pages only when links are followed in place, as the page itself says."""
        self._instant = True

    def open(self, path: str = "") -> None:
        self.page.goto(self.address + path)
        if self._instant:
            wait_until_ready(self.page)

    def classes(self) -> set[str]:
        """Those of all that is on the page, whichever script has put it there."""
        found: list[str] = self.page.evaluate(
            "() => Array.from(document.querySelectorAll('*'), one => [...one.classList]).flat()"
        )
        return set(found)

    def words_smaller_than(self, pixels: int) -> list[str]:
        """The texts that are seen on the page in letters of a smaller size."""
        found: list[str] = self.page.evaluate(
            """pixels => Array.from(document.querySelectorAll("body *"))
                .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < pixels)
                .flatMap((one) => Array.from(one.childNodes))
                .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
                .map((node) => node.data.trim())""",
            pixels,
        )
        return found

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

    def scroll_to(self, place: Locator) -> Locator:
        """Scroll until something is seen and the theme has noted where the reader is.

        It does so a moment after each scroll; a link that is followed before would count as going back.
        """
        place.scroll_into_view_if_needed()
        wait_until(self.page, "history.state && Math.abs(history.state.y - scrollY) < 1")
        return place

    def scroll_down(self) -> None:
        """Scroll, until the page has been told so."""
        self.page.evaluate("new Promise(told => { addEventListener('scroll', told, {once: true}); scrollTo(0, 800); })")

    def is_at_its_top(self) -> bool:
        return bool(self.page.evaluate("scrollY === 0"))

    def remember_document(self) -> None:
        """Mark the document that is open, so that it is known again."""
        self.page.evaluate("window.sameDocument = true")

    def is_same_document(self) -> bool:
        """Whether the page has changed in place since its document was marked: nothing was loaded anew."""
        return bool(self.page.evaluate("window.sameDocument === true"))

    def home_address(self) -> str:
        """Where the logo leads from here."""
        address: str = self.page.locator(".md-logo").first.evaluate("link => link.href")
        return address

    @property
    def style_sheets(self) -> Locator:
        return self.page.locator("link[rel~='stylesheet']")

    def script(self, name: str) -> Locator:
        """A script of the page by the name of its file."""
        return self.page.locator(f"script[src$='{name}']")

    @property
    def name(self) -> Locator:
        """The site's name in the masthead."""
        return self.page.locator(".masthead-name")

    @property
    def masthead(self) -> Locator:
        return self.page.get_by_role("banner")

    @property
    def title_in_header(self) -> Locator:
        """The page's title in the header, once it stands there in place of the site's name."""
        return self.page.locator(".md-header__title--active .md-header__topic").last

    @property
    def part_being_read(self) -> Locator:
        """The entry that the table of contents marks."""
        return self.page.get_by_role("navigation", name="Table of contents").locator(".md-nav__link--active")

    def read_as_far_as(self, number: int) -> Locator:
        """Scroll until a heading of the second level, counted from 1, is just below the header."""
        heading = self.page.get_by_role("main").get_by_role("heading", level=2).nth(number - 1)
        heading.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 60)")
        return heading
