"""The page of each calculator and worksheet has its form, and the way to the check of it, as elements and not as their source."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ketamine_calculators import every
from ketamine_calculators.registry import worksheets
from press.content.project import Project
from press.site.pages import Pages
from press.site.site_map import whole_site

CARDS = (*every(), *worksheets())


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(whole_site(Project(Path(__file__).resolve().parents[3])))


@pytest.mark.parametrize("address", [pytest.param(f"{card.folder}/{card.slug}.md", id=card.id) for card in CARDS])
def test_a_page_of_a_calculator_has_one_form_and_one_check(pages: Pages, address: str) -> None:
    docs = pages.site.docs_page(address)
    assert docs is not None
    page = BeautifulSoup(pages.docs(docs).html, "html5lib")
    assert len(page.select("clinical-calculator form")) == 1
    assert len(page.select("verify-calculators")) == 1
    assert "<clinical-calculator" not in page.get_text()
