"""From every calculator to what justifies it, and back, in one step each; told from the finished pages alone."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from support.searched import searched

HOUSE = "articles/treatment-resistant-depression-protocols/"
CALCULATORS = [pytest.param(calculator, id=calculator.id) for calculator in every()]
ROOT = "https://site.invalid/"


@cache
def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html5lib")


def own_page(calculator: Calculator[Any, Any]) -> str:
    return f"calculators/{calculator.slug}/"


def links(part: Tag, here: str) -> list[tuple[str, str]]:
    """The links of a part of a page: the address of the page that each leads to, and the place in it."""
    there = [urlsplit(urljoin(ROOT + here, str(link["href"]))) for link in part.select("a[href]")]
    return [(unquote(url.path).lstrip("/"), unquote(url.fragment)) for url in there]


def below(site: Path, calculator: Calculator[Any, Any], heading: str) -> Tag | None:
    """What follows a heading of the calculator's page."""
    found = page(site, own_page(calculator)).find(id=heading)
    return found.find_next_sibling(["div", "ul"]) if isinstance(found, Tag) else None


def place(site: Path, address: str, name: str) -> Tag:
    found = page(site, address).find(id=name)
    assert isinstance(found, Tag), f"{address} has no {name}"
    return found


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_each_house_passage_is_a_row_or_item_that_leads_back(calculator: Calculator[Any, Any], site: Path) -> None:
    part = below(site, calculator, "house-protocol")
    there = links(part, own_page(calculator)) if part else []
    assert len(there) == len(calculator.house)
    for address, name in there:
        passage = place(site, address, name)
        assert passage.name in ("tr", "li")
        # A list inside an item has links of its own; one of the two is behind the item's own words.
        own = [span for span in passage.select(".used-by") if span.find_parent(["tr", "li"]) is passage]
        assert len(own) == 1, name
        assert (own_page(calculator), "") in links(own[0], address), name


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_each_calculator_leads_to_an_article_that_places_it_and_back(
    calculator: Calculator[Any, Any], site: Path
) -> None:
    part = below(site, calculator, "record")
    assert part is not None
    there = [link for link in links(part, own_page(calculator)) if link[0].startswith("articles/")]
    assert there
    for address, name in there:
        title = place(site, address, name)
        form = title.find_parent("clinical-calculator")
        assert isinstance(form, Tag)
        assert form["data-calculator"] == calculator.id
        assert links(title, address) == [(own_page(calculator), "")]


def test_no_passage_leads_to_a_calculator_that_does_not_lead_to_it(site: Path) -> None:
    articles = [file.parent.relative_to(site).as_posix() + "/" for file in (site / "articles").rglob("index.html")]
    seen = 0
    for address in articles:
        for span in page(site, address).select(".used-by"):
            passage = span.find_parent(["tr", "li"])
            assert isinstance(passage, Tag)
            for calculator, _ in links(span, address):
                assert (address, passage["id"]) in links(page(site, calculator), calculator), passage["id"]
                seen += 1
    # As many ways back as ways there; a calculator that rests on a row for two reasons has one way back.
    ways = {
        (calculator.id, passage.article, passage.section, getattr(passage, "row", ""), passage.text)
        for calculator in every()
        for passage in calculator.house
    }
    assert seen == len(ways)


def test_search_does_not_find_the_names_of_calculators_in_the_passages(site: Path) -> None:
    lines = searched(site)[HOUSE].sections["outcome-measures"]
    item = page(site, HOUSE).select_one("#item-outcome-measures-response-depression-score-reduced-by-50")
    assert item is not None
    assert "TRD definitions" in item.get_text()
    assert "Response: depression score reduced by ≥50%" in lines
    assert "TRD definitions" not in " ".join(lines)
