"""The browsers, and a fresh tab of the built site for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

import browsers
from support import engines, violations
from support.engines import driving
from support.engines.driving import Driven
from support.pages.site import Site
from support.serving import serving
from support.windows import TIMEOUT, visiting

expect.set_options(timeout=TIMEOUT)


@pytest.fixture(autouse=True)
def the_policy_is_kept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which a page or a worker did what the site's policy forbids, unless it is marked `violates`."""
    yield
    noticed = violations.noticed()
    if not request.node.get_closest_marker("violates"):
        assert noticed == []


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is. Without one the tests that need it fail: they are no luxury."""
    path = browsers.chromium()
    if path is None:
        pytest.fail("No Chromium on this machine. `make test` installs one; or name it as CHROMIUM.", pytrace=False)
    return path


@pytest.fixture(scope="session")
def headless_path(chromium_path: str) -> str:
    """Chromium's headless shell where there is one: what tests drive unless they need the whole program."""
    return browsers.headless_chromium() or chromium_path


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once a worker."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, headless_path: str) -> Iterator[Browser]:
    """Chromium, started once a worker; each test opens a context of its own in it."""
    started = playwright.chromium.launch(executable_path=headless_path, args=list(browsers.CHROMIUM_FLAGS))
    yield started
    started.close()


@pytest.fixture
def whole_browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """Chromium with the program around it, for what its headless shell does otherwise."""
    started = playwright.chromium.launch(executable_path=chromium_path, args=list(browsers.CHROMIUM_FLAGS))
    yield started
    started.close()


@pytest.fixture(scope="session")
def firefox_path() -> str:
    """Where Firefox is. Without one its tests are skipped, and the summary says so."""
    return browsers.firefox() or pytest.skip("NOT TESTED IN FIREFOX: there is no Firefox on this machine")


@pytest.fixture(scope="session")
def webkit_driver_path() -> str:
    """Where WebKitGTK's driver is. Without it its tests are skipped, and the summary says so."""
    return browsers.webkit() or pytest.skip("NOT TESTED IN WEBKIT: there is no WebKitGTK driver on this machine")


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    with serving(site) as host:
        yield f"{host.address}/"


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[BrowserContext]:
    """One visit of the site: what a page left in the browser's cache, the next one finds there."""
    with visiting(browser, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


@pytest.fixture
def page(visit: BrowserContext) -> Iterator[Page]:
    """A tab of the visit."""
    tab = visit.new_page()
    yield tab
    tab.close()


@pytest.fixture
def open_site(page: Page, site_url: str) -> Site:
    return Site(page, site_url)


@pytest.fixture(scope="module", params=["Chromium", "Firefox", "WebKit"])
def driven(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driven]:
    """Each browser in turn, driven from outside. Those that a machine may lack are skipped aloud."""
    home = tmp_path_factory.mktemp("home") / "profile"
    if request.param == "Chromium":
        opened = driving.chromium(request.getfixturevalue("browser"))
    elif request.param == "Firefox":
        opened = driving.firefox(request.getfixturevalue("firefox_path"), home)
    else:
        driver = request.getfixturevalue("webkit_driver_path")
        if engines.minibrowser() is None:
            pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
        opened = driving.webkit(driver, home)
    with opened as started:
        yield started
