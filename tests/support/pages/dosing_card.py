"""The dosing card of an article, which is printed alone."""

from playwright.sync_api import Page

_NOTES_WHAT_IS_ON_PAPER = """window.print = () => {
    const seen = [...document.querySelector("article").children].filter((part) => part.checkVisibility());
    window.onPaper = seen.map((part) => part.className || part.localName);
}"""


class DosingCard:
    """The card and its button. To be made before the page is opened."""

    def __init__(self, page: Page) -> None:
        page.add_init_script(_NOTES_WHAT_IS_ON_PAPER)
        self._page = page
        self.print_button = page.get_by_role("button", name="Print the dosing card")

    def parts_on_paper(self) -> list[str]:
        """The parts of the article that are printed when the button is pressed."""
        self._page.emulate_media(media="print")
        # On paper there is no button that could be clicked.
        self._page.locator(".print-section button").dispatch_event("click")
        found: list[str] = self._page.evaluate("window.onPaper")
        return found
