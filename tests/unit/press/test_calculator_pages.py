"""The page of each calculator and worksheet has its form, and the way to the check of it, as elements and not as their source."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import worksheets
from press.site.calculator_trust import names, review_words
from press.site.pages import Pages

CARDS = (*every(), *worksheets())
Card = Calculator[Any, Any]


@pytest.fixture(scope="module")
def page_of(pages: Pages) -> Callable[[Card], BeautifulSoup]:
    """The page of a calculator, which takes longer to parse than to look at."""

    @cache
    def parsed(address: str) -> BeautifulSoup:
        docs = pages.site.docs_page(address)
        assert docs is not None
        return BeautifulSoup(pages.docs(docs).html, "html5lib")

    return lambda card: parsed(f"{card.folder}/{card.slug}.md")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_page_of_a_calculator_has_one_form_and_one_check(
    page_of: Callable[[Card], BeautifulSoup], card: Card
) -> None:
    page = page_of(card)
    assert len(page.select("clinical-calculator form")) == 1
    assert len(page.select("verify-calculators")) == 1
    assert "<clinical-calculator" not in page.get_text()


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_says_version_and_review_and_leads_to_its_hazards_and_a_report(
    pages: Pages, page_of: Callable[[Card], BeautifulSoup], card: Card
) -> None:
    page = page_of(card)
    said, trust = page.select_one(".calculator-version"), page.select_one("#trust")
    review = pages.site.calculator_reviews.get(card.id)
    assert said is not None
    assert said.get_text() == f"Version {card.version} · {review_words(card.version, review)}"
    led_to = [str(link["href"]) for link in page.select(".calculator-trail a")]
    assert led_to == ["./#trust", "../../report-an-error/"]
    below = trust.find_next_sibling("div") if trust else None
    assert isinstance(below, Tag)
    shown = {str(link["href"]).partition("#")[2] for link in below.select("ul:not(details *) a")}
    assert shown == {hazard.id for hazard in pages.site.hazards.hazards if names(hazard, card)}
