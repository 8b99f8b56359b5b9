"""Visits of the site in a window of some size, each with a cache and a storage of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page

from support import violations

# Python may have to start first, beside other tests on a busy machine. Who waits for this long has waited in vain.
TIMEOUT = 30_000


@contextmanager
def visiting(
    browser: Browser, width: int = 1350, height: int = 900, *, service_worker: bool = False, **how: Any
) -> Iterator[BrowserContext]:
    """A visit with nothing in its cache, of which nothing stays.

    Without a service worker, unless a test is about it: when it arrives it fetches the whole site beside what a test
    looks at, and from then on it answers in the place of the host.
    """
    allowed: Literal["allow", "block"] = "allow" if service_worker else "block"
    context = browser.new_context(viewport={"width": width, "height": height}, service_workers=allowed, **how)
    context.set_default_timeout(TIMEOUT)
    violations.watch(context)
    try:
        yield context
    finally:
        context.close()


@contextmanager
def window(
    browser: Browser, width: int = 1350, height: int = 900, *, service_worker: bool = False, **how: Any
) -> Iterator[Page]:
    """The one tab of such a visit."""
    with visiting(browser, width, height, service_worker=service_worker, **how) as context:
        yield context.new_page()
