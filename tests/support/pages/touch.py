"""A finger on the screen, as Chromium reports one: touch events, and the mouse events that follow a tap."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page

from support.windows import window


@contextmanager
def phone(browser: Browser, width: int = 390, height: int = 844) -> Iterator[Page]:
    """A tab on a phone."""
    with window(browser, width, height, has_touch=True, is_mobile=True) as page:
        yield page


def tap(place: Locator) -> None:
    """Put a finger down in the middle of what is seen now, and lift it: nothing is scrolled or waited for meanwhile."""
    box = place.bounding_box()
    assert box, f"{place} is not seen"
    place.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
