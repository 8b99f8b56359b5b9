"""A printed article: whole tables, where its links lead, when it was published, and nothing that only a screen can use."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from support.pages.article import Article, scrolls_by_itself, words_behind
from support.pages.dosing_card import DosingCard
from support.pages.reading import cut_off, overflowing_cells
from support.pages.site import Site

A4_AT_96_DPI: ViewportSize = {"width": 794, "height": 1123}


@pytest.fixture
def paper(open_site: Site, page: Page) -> Article:
    page.set_viewport_size(A4_AT_96_DPI)
    page.emulate_media(media="print")
    open_site.article()
    return Article(page)


def test_tables_stand_whole_on_paper(paper: Article) -> None:
    tables = paper.tables.all()
    assert len(tables) > 10
    assert not any(scrolls_by_itself(table) for table in tables)
    assert overflowing_cells(paper.page) == []
    assert cut_off(paper.page) == []


def test_a_link_says_on_paper_where_it_leads(paper: Article) -> None:
    paper.print_begins()
    assert re.match(r'" \(http://.*/articles/.*/\)"', words_behind(paper.related.first))
    # What is written out as an identifier, and what leads to the list of references, needs no address.
    assert words_behind(paper.identifiers.first) == "none"
    assert words_behind(paper.citations_in_text.first) == "none"


def test_paper_carries_dates_and_the_pages_address_and_no_controls(paper: Article) -> None:
    expect(paper.page.get_by_text(re.compile(r"Published \d+ \w+ 20\d\d")).first).to_be_visible()
    expect(paper.citation).to_contain_text("/articles/treatment-resistant-depression-protocols/")
    for gone in paper.on_screen_only:
        expect(gone).to_be_hidden()


def test_a_calculator_in_an_article_is_its_title_on_paper(paper: Article) -> None:
    expect(paper.calculator_title).to_be_visible()
    expect(paper.formula).to_be_hidden()


def test_a_dosing_card_is_printed_alone_with_what_is_said_of_the_page(page: Page, site_url: str) -> None:
    card = DosingCard(page)
    Site(page, site_url).open("articles/intravenous-induction-from-order-to-pump/")
    expect(card.print_button).to_be_visible()
    assert card.parts_on_paper() == ["paper-organization", "h1", "article-facts", "dosing-card"]
