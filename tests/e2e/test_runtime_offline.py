"""What the site keeps for times without a network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.serving import Host, Manner, serving

PATIENCE = 90_000
ARTICLE = "articles/treatment-resistant-depression-protocols/"


@pytest.fixture
def edition(site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1350, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def open_and_keep(page: Page, host: Host, path: str = "calculators/iv-dose/") -> None:
    page.goto(f"{host.address}/{path}")
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_an_article_that_was_read_is_there_without_a_network_and_another_is_not(edition: Path, tab: Page) -> None:
    with serving(edition) as host:
        open_and_keep(tab, host)
        tab.goto(f"{host.address}/{ARTICLE}")
        title = heading(tab)
        others = [path.parent.name for path in edition.glob("articles/*/index.html")]
        unread = next(name for name in sorted(others) if f"articles/{name}/" != ARTICLE)
        host.down = True
        tab.goto(f"{host.address}/{ARTICLE}")
        assert heading(tab) == title
        tab.goto(f"{host.address}/articles/{unread}/")
        assert heading(tab).startswith("Offline use")


def test_every_page_can_be_kept_and_the_size_is_said_before(edition: Path, tab: Page) -> None:
    with serving(edition) as host:
        open_and_keep(tab, host, "offline/")
        keep = tab.get_by_role("button", name="Keep this site offline (")
        expect(keep).to_contain_text(" MB)")
        keep.click()
        expect(tab.get_by_text("Every page is kept in this browser.")).to_be_visible()
        host.down = True
        for page in sorted(edition.glob("articles/*/index.html")):
            tab.goto(f"{host.address}/articles/{page.parent.name}/")
            assert not heading(tab).startswith("Offline use"), page


def test_when_a_page_cannot_be_fetched_none_is_kept_and_the_reader_is_told(edition: Path, tab: Page) -> None:
    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (503, {"Content-Type": "text/plain"}, b"Later.") if path == f"/{ARTICLE}index.html" else None

    with serving(edition, Manner(fault=fault)) as host:
        open_and_keep(tab, host, "offline/")
        tab.get_by_role("button", name="Keep this site offline").click()
        expect(tab.get_by_text("Not every page could be fetched, so none was kept.")).to_be_visible()
        assert tab.evaluate("caches.keys().then((names) => names.filter((name) => name.includes('pages-kept')))") == []
