"""A fresh tab of the built site for every test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.pages.site import Site

# Python may have to start first, on a machine that is busy with other tests.
PATIENCE = 60_000


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[BrowserContext]:
    """One visit of the site: what a page left in the browser's cache, the next one finds there."""
    context = browser.new_context(
        viewport={"width": 1350, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(visit: BrowserContext) -> Iterator[Page]:
    tab = visit.new_page()
    yield tab
    tab.close()


@pytest.fixture
def open_site(page: Page, site_url: str) -> Site:
    return Site(page, site_url)
