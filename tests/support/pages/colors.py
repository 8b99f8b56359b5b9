"""The choice of colors in the header, and what the page makes of it."""

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from .site import wait_until_ready

Scheme = Literal["light", "dark"]
_SCHEMES: tuple[tuple[Scheme, str], ...] = (("light", "default"), ("dark", "slate"))
_WATCH = """
window.switched = 0;
new MutationObserver((changes) => (window.switched += changes.length))
    .observe(document, { subtree: true, attributeFilter: ["data-md-color-switching"] });
"""


class Colors:
    """The colors of the page that is open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dark: Locator = page.locator("body[data-md-color-scheme='slate']")
        # What tells the browser, for its own scroll bars and fields, before a script has run.
        self.mark = page.locator("meta[name='color-scheme']")

    def watch(self) -> None:
        """Count from the first moment of the next page how often every element is restyled."""
        self.page.add_init_script(_WATCH)

    def times_restyled(self) -> int:
        wait_until_ready(self.page)
        times: int = self.page.evaluate("window.switched")
        return times

    def each_that_the_system_may_ask_for(self) -> Iterator[Scheme]:
        """Let the system ask for light colors and then for dark ones; the page has followed when each is yielded."""
        for asked, scheme in _SCHEMES:
            self.page.emulate_media(color_scheme=asked)
            expect(self.page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
            assert self.are_dark() == (asked == "dark")
            yield asked

    def use_light(self) -> None:
        self.page.get_by_title("Use the light colors").click()

    def use_dark(self) -> None:
        self.page.get_by_title("Use the dark colors").click()

    def use_as_script_would(self, scheme: str) -> None:
        """Set the scheme of the page without the theme's own switch."""
        self.page.evaluate(
            "scheme => document.body.dataset.mdColorScheme = scheme === 'dark' ? 'slate' : 'default'", scheme
        )

    def are_dark(self) -> bool:
        """Whether the browser draws the page in dark colors."""
        return bool(self.page.evaluate("getComputedStyle(document.body).colorScheme") == "dark")
