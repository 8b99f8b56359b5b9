"""The pages about the site in a browser: terms that explain themselves, and nothing that axe calls wrong."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from press.content.glossary import read_glossary
from support.addresses import ABOUT, FOR_PROGRAMMERS
from support.building import PROJECT
from support.pages.article import Article
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.windows import window

VIEWS = [(320, "light"), (1350, "dark")]


def test_what_screen_readers_say_of_a_term_is_its_meaning(open_site: Site, page: Page) -> None:
    glossary = read_glossary(PROJECT / "content", "content/glossary.yml")[0]
    by_id = {entry.id: entry for entry in glossary.terms}
    open_site.open("articles/staging-systems-compared/")
    terms = Article(page).terms.all()
    assert len(terms) > 10
    for term in terms:
        entry = by_id[str(term.get_attribute("href")).partition("#")[2]]
        expect(term).to_have_accessible_description(entry.definition)
    terms[0].focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/glossary/#staging$"))
    expect(page.get_by_role("heading", name=re.compile("^Staging"))).to_be_in_viewport()


@pytest.fixture(params=VIEWS, ids=[f"{width}-{colors}" for width, colors in VIEWS])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colors = request.param
    with window(browser, width, 915, color_scheme=colors, reduced_motion="reduce") as page:
        yield page


def test_pages_about_the_site_have_nothing_that_axe_calls_wrong(view: Page, site_url: str) -> None:
    for address in (*ABOUT, *FOR_PROGRAMMERS):
        Site(view, site_url).open(f"{address}/")
        assert accessibility_problems(view) == [], address
        assert not scrolls_sideways(view), address
