"""A printed article: whole tables, where its links lead, when it was published, and nothing that only a screen can use."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from support.pages.reading import cut_off, overflowing_cells
from support.pages.site import Site

A4_AT_96_DPI: ViewportSize = {"width": 794, "height": 1123}


@pytest.fixture
def paper(open_site: Site, page: Page) -> Page:
    page.set_viewport_size(A4_AT_96_DPI)
    page.emulate_media(media="print")
    open_site.article()
    return page


def test_tables_stand_whole_on_paper(paper: Page) -> None:
    regions = paper.locator(".md-content .table-region")
    assert regions.count() > 10
    for region in regions.all():
        assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
    assert overflowing_cells(paper) == []
    assert cut_off(paper) == []


def test_a_link_says_on_paper_where_it_leads(paper: Page) -> None:
    related = paper.locator(".article-related a").first
    # What a browser says when it begins to print.
    paper.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert re.match(
        r'" \(http://.*/articles/.*/\)"', related.evaluate("link => getComputedStyle(link, '::after').content")
    )
    # What is written out as an identifier, and what leads to the list of references, needs no address.
    for link in (paper.locator("a[href*='doi.org/']").first, paper.locator("a[href$='#ref-1']").first):
        assert link.evaluate("link => getComputedStyle(link, '::after').content") == "none"


def test_paper_carries_dates_and_the_pages_address_and_no_controls(paper: Page) -> None:
    expect(paper.get_by_text(re.compile(r"Published \d+ \w+ 20\d\d")).first).to_be_visible()
    expect(paper.locator(".article-citation")).to_contain_text("/articles/treatment-resistant-depression-protocols/")
    for gone in (".md-header", ".md-tabs", ".md-footer", ".breadcrumbs", ".back-link", ".calculator-form"):
        expect(paper.locator(gone).first).to_be_hidden()


def test_a_calculator_on_paper_still_gives_its_rule(paper: Page) -> None:
    expect(paper.locator("clinical-calculator .formula").first).to_contain_text("Stage I")
    expect(paper.locator("clinical-calculator .formula").first).to_be_visible()
