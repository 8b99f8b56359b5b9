"""The search: it costs nothing until it is wanted, then it finds what clinicians call by many names, calculators first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from e2e.conftest import PATIENCE
from support.pages.search import Search
from support.pages.seen import accessibility_problems
from support.pages.site import ARTICLE, Site
from support.serving import Host, serving


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with serving(site) as running:
        yield running


@pytest.fixture
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has seen nothing of the site, and keeps no store of it."""
    context = browser.new_context(viewport={"width": 1350, "height": 900}, service_workers="block")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context
    context.close()


@pytest.fixture
def search(fresh: BrowserContext, host: Host) -> Search:
    host.sent.clear()
    page = fresh.new_page()
    page.goto(f"{host.address}/{ARTICLE}")
    return Search(page)


def asked_for_search(host: Host) -> list[str]:
    return [path for path, _ in host.sent if "search" in path]


@pytest.mark.parametrize("path", ["", ARTICLE, "calculators/convert-weight/"])
def test_a_page_fetches_nothing_for_the_search(path: str, fresh: BrowserContext, host: Host) -> None:
    host.sent.clear()
    page = fresh.new_page()
    page.goto(f"{host.address}/{path}", wait_until="networkidle")
    assert asked_for_search(host) == []


def test_one_that_is_opened_fetches_the_index_once(search: Search, host: Host) -> None:
    search.open().ask("ketamine")
    expect(search.results.first).to_be_visible()
    search.close()
    search.open().ask("lithium")
    expect(search.results.first).to_contain_text("ithium")
    assert sorted(path.rsplit("/", 1)[1].split(".")[0] for path in asked_for_search(host)) == ["search", "search_index"]


def test_what_was_typed_before_the_index_came_is_answered_when_it_comes(fresh: BrowserContext, host: Host) -> None:
    page = fresh.new_page()
    held: list[Route] = []
    page.route("**/search_index.json", lambda route: held.append(route))
    page.goto(f"{host.address}/{ARTICLE}")
    search = Search(page)
    with page.expect_request("**/search_index.json"):
        search.open()
    search.ask("MADRS")
    expect(search.results).to_have_count(0)
    page.wait_for_function("document.querySelector('.md-search__input').value === 'MADRS'")
    held[0].continue_()
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_an_index_that_could_not_be_reached_is_asked_for_again_at_the_next_key(search: Search) -> None:
    page = search.page
    page.route("**/search_index.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        search.open()
    page.unroute("**/search_index.json")
    search.ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_a_link_that_searches_is_answered_at_once(fresh: BrowserContext, host: Host) -> None:
    page = fresh.new_page()
    page.goto(f"{host.address}/?q=MADRS")
    search = Search(page)
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))


def test_it_stays_ready_when_the_page_changes(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 1350, "height": 900}, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search_index" in request.url else None)
    opened = Site(page, site_url)
    opened.change_pages_instantly()
    opened.open("")
    search = Search(page)
    search.open().ask("PHQ-9")
    expect(search.first).to_have_attribute("href", search.leads_to("phq9"))
    search.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("PHQ-9")
    search.open().ask("MADRS")
    expect(search.first).to_have_attribute("href", search.leads_to("madrs"))
    assert len(asked) == 1
    context.close()


# What a clinician may type, and the calculator that is meant by it.
NAMES = [
    ("TRD", "trd-definitions"),
    ("resistant depression definition", "trd-definitions"),
    ("BP", "bp-gate"),
    ("blood pressure", "bp-gate"),
    ("Spravato", "esketamine-visit"),
    ("esketamine", "esketamine-visit"),
    ("HAM-D", "hamd17"),
    ("HDRS", "hamd17"),
    ("Hamilton", "hamd17"),
    ("PHQ-9", "phq9"),
    ("IV dose", "iv-dose"),
    ("MADRS", "madrs"),
    ("QIDS", "qids-sr16"),
]


@pytest.mark.parametrize(("words", "slug"), NAMES, ids=[words for words, _ in NAMES])
def test_a_calculator_comes_first_when_the_words_name_one(words: str, slug: str, search: Search) -> None:
    search.open().ask(words)
    expect(search.first).to_have_attribute("href", search.leads_to(slug))


# Classes of drugs, and what a page that is found must speak of.
CLASSES = [("benzodiazepine", "enzodiazepine"), ("MAOI", "MAO"), ("SSRI", "SSRI"), ("lithium", "ithium")]


@pytest.mark.parametrize(("words", "spoken_of"), CLASSES, ids=[words for words, _ in CLASSES])
def test_classes_of_drugs_are_found(words: str, spoken_of: str, search: Search) -> None:
    search.open().ask(words)
    expect(search.results.first).to_contain_text(spoken_of)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [412, 1350])
def test_the_open_dialog_with_results_has_no_fault(
    width: int, colours: Literal["light", "dark"], browser: Browser, host: Host
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 915}, color_scheme=colours, reduced_motion="reduce", service_workers="block"
    )
    page: Page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{host.address}/{ARTICLE}")
    search = Search(page)
    search.open().ask("blood pressure")
    expect(search.first).to_be_visible()
    assert accessibility_problems(page) == []
    context.close()
